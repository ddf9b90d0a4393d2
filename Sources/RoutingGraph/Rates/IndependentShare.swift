import EventPattern

/// What share of an event's instances passes patterns, if its fields have nothing to do with each
/// other: the guess that stands between the bounds that hold whatever they have to do.
struct IndependentShare {
  private struct Tests: Hashable {
    var path: UTF8Text
    /// All must pass.
    var all: [[ValueTest]]
  }

  /// What one combination of `$or` branches asks of each path.
  private typealias Branch = [UTF8Text: [[ValueTest]]]

  let shape: ValueShape
  private var known: [Tests: ClosedRange<Double>] = [:]
  /// Whether the shape gave the share of every single field that was asked for.
  private(set) var isWeighed = true

  /// Unions of more branches would need too many intersections.
  private static let branchLimit = 6

  init(shape: ValueShape) { self.shape = shape }

  /// The share that passes all of `patterns`; nil where they have too many branches together.
  mutating func estimate(_ patterns: [EventPattern]) -> Double? {
    isWeighed = true
    var branches: [Branch] = [[:]]
    for pattern in patterns {
      guard branches.count * pattern.alternatives.count <= Self.branchLimit else { return nil }
      branches = branches.flatMap { branch in
        pattern.alternatives.map { alternative in
          alternative.fields.reduce(into: branch) { $0[$1.path, default: []].append($1.tests) }
        }
      }
    }
    return union(branches)
  }

  /// By inclusion and exclusion.
  private mutating func union(_ branches: [Branch]) -> Double {
    var total = 0.0
    for choice in 1..<(1 << branches.count) {
      var joint: Branch = [:]
      for (index, branch) in branches.enumerated() where choice & (1 << index) != 0 {
        joint.merge(branch) { $0 + $1 }
      }
      let share = joint.reduce(1.0) { $0 * self.share($1.key, $1.value) }
      total += choice.nonzeroBitCount % 2 == 1 ? share : -share
    }
    return total
  }

  private mutating func share(_ path: UTF8Text, _ all: [[ValueTest]]) -> Double {
    let tests = Tests(path: path, all: all)
    let range = known[tests] ?? weigh(tests)
    known[tests] = range
    if !range.isPoint { isWeighed = false }
    return range.upperBound
  }

  private func weigh(_ tests: Tests) -> ClosedRange<Double> {
    let set = tests.all.reduce(EventSet.everything) { set, alternatives in
      set.intersection(EventSet(EventPattern(one: tests.path, anyOf: alternatives)))
    }
    return set.probability(under: shape)
  }
}

extension ClosedRange<Double> {
  /// Whether its ends are one number but for rounding.
  var isPoint: Bool { upperBound - lowerBound < 1e-9 }
}
