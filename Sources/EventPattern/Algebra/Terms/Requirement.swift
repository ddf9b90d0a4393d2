/// One alternative of a pattern in the algebra's terms; shared between the sets that hold it.
final class Requirement: Sendable {
  /// What is asked of the values at one path.
  struct Condition: Hashable, Sendable {
    /// Joined by `.`.
    let path: UTF8Text
    /// `exists: false` is among the tests.
    let admitsAbsence: Bool
    /// One of these values must be there, unless absence is admitted.
    let values: ValueSet
    /// The place in the order in which the service visits the paths.
    let rank: Int
  }

  /// In the order of the paths' bytes.
  let conditions: [Condition]
  private let hash: Int

  convenience init(_ conjunction: Conjunction) {
    self.init(conjunction.fields.enumerated().map { rank, field in
      Condition(
        path: field.path, admitsAbsence: field.tests.contains(.exists(false)),
        values: ValueSet(field.tests), rank: rank)
    })
  }

  init(_ conditions: [Condition]) {
    self.conditions = conditions.sorted { $0.path < $1.path }
    var hasher = Hasher()
    hasher.combine(self.conditions)
    hash = hasher.finalize()
  }
}

extension Requirement: Hashable {
  static func == (a: Requirement, b: Requirement) -> Bool {
    a === b || (a.hash == b.hash && a.conditions == b.conditions)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension UTF8Text {
  /// A path's key names; a key that holds a `.` cannot be told from two.
  var segments: [UTF8Text] {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { UTF8Text(Array($0)) }
  }
}
