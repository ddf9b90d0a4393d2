/// A bound on the work for one question, in steps of roughly ten nanoseconds.
struct Work {
  private(set) var remaining: Int

  init(_ steps: Int = Work.standard) { remaining = steps }

  static let standard = 3_000_000

  /// Does `body` within an eighth of what remains, for attempts that are worth no more.
  mutating func attempt<Result>(_ body: (inout Work) -> Result) -> Result {
    var part = Work(remaining / 8)
    let given = part.remaining
    let result = body(&part)
    remaining -= given - part.remaining
    return result
  }

  var isExhausted: Bool { remaining <= 0 }

  /// False once the bound is reached.
  mutating func spend(_ steps: Int) -> Bool {
    remaining -= min(steps, remaining)
    return remaining > 0
  }
}

/// What a search found within its bound.
enum Search<Result> {
  case found(Result)
  case none
  case undecided
}

extension Search: Sendable where Result: Sendable {}
