/// A probability known only to lie in a range.
struct Share: Hashable, Sendable {
  let low: Double
  let high: Double

  static let none = Share(0, 0)
  static let all = Share(1, 1)
  static let unknown = Share(0, 1)

  init(_ low: Double, _ high: Double) {
    self.low = min(max(low, 0), 1)
    self.high = min(max(high, self.low), 1)
  }

  /// Of something that is one or the other, it is not known how often which.
  func or(_ other: Share) -> Share { Share(min(low, other.low), max(high, other.high)) }

  /// Of both at once, whatever they have to do with each other (Fréchet's bounds).
  func and(_ other: Share) -> Share { Share(low + other.low - 1, min(high, other.high)) }

  /// Of this without `parts`, which lie inside it and may overlap.
  func without(_ parts: [Share]) -> Share {
    let least = low - parts.reduce(0) { $0 + $1.high }
    return Share(least, high - (parts.map(\.low).max() ?? 0))
  }

  var range: ClosedRange<Double> { low...high }
}
