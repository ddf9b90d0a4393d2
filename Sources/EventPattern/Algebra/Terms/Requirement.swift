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

    var segments: [UTF8Text] { path.segments }
    /// Only absence passes.
    var wantsAbsence: Bool { admitsAbsence && values.isNone }
    /// Key names that are empty are looked at or not depending on the rest of the pattern; paths
    /// too deep for an event are not looked into.
    var isVague: Bool {
      let segments = segments
      return segments.count > Self.depthLimit || segments.contains { $0.bytes.isEmpty }
    }

    private static let depthLimit = 100
  }

  /// In the order of the paths' bytes.
  let conditions: [Condition]
  /// The alternative as its pattern has it.
  let conjunction: Conjunction
  /// Whether it holds for an event may not be decided, as some condition is vague.
  let isVague: Bool
  /// Each condition can surely be met in events, so all can.
  let isInhabitedByEvents: Bool
  /// Each condition can surely be met in documents without an envelope, so all can.
  let isInhabitedByDocuments: Bool
  /// What is asked of the texts in the envelope's fields.
  let envelope: [(field: EnvelopeField, texts: StringSet)]
  /// The conditions that want absence.
  let absences: [Int]
  private let hash: Int

  init(_ conjunction: Conjunction) {
    let sorted = conjunction.fields.enumerated().map { rank, field in
      Condition(
        path: field.path, admitsAbsence: field.tests.contains(.exists(false)),
        values: ValueSet(field.tests), rank: rank)
    }.sorted { $0.path < $1.path }
    self.conjunction = conjunction
    conditions = sorted
    isVague = sorted.contains(where: \.isVague)
    isInhabitedByEvents = sorted.allSatisfy { $0.isInhabited(in: .envelope) }
    isInhabitedByDocuments = sorted.allSatisfy { $0.isInhabited(in: .document) }
    envelope = sorted.compactMap { condition in
      EnvelopeField(condition.path).map { ($0, condition.values.strings) }
    }.sorted { $0.field.rawValue < $1.field.rawValue }
    absences = sorted.indices.filter { sorted[$0].wantsAbsence }
    var hasher = Hasher()
    hasher.combine(sorted)
    hash = hasher.finalize()
  }

  func condition(at path: UTF8Text) -> Condition? {
    var (low, high) = (0, conditions.count)
    while low < high {
      let middle = (low + high) / 2
      if conditions[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low < conditions.count && conditions[low].path == path ? conditions[low] : nil
  }
}

extension Requirement: Hashable {
  static func == (a: Requirement, b: Requirement) -> Bool {
    a === b || (a.hash == b.hash && a.conditions == b.conditions)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension Requirement.Condition {
  /// Whether it surely can be met, alone, in what `root` allows.
  fileprivate func isInhabited(in root: ShapeNode) -> Bool {
    guard !isVague else { return false }
    let facts = PathFacts(segments, in: root)
    if admitsAbsence, !facts.isAlwaysPresent { return true }
    guard !facts.isImpossible else { return false }
    var work = Work(100_000)
    let search = ValueSearch(required: [values] + facts.domain, forbidden: [])
    if case .found = search.run(&work) { return true }
    return false
  }
}

/// The fields around `detail` that hold exactly one string; those that rules mostly test come
/// first.
enum EnvelopeField: UInt8, Sendable {
  case source, detailType, account, region, id, time, version

  init?(_ path: UTF8Text) {
    switch path {
    case "source": self = .source
    case "detail-type": self = .detailType
    case "account": self = .account
    case "region": self = .region
    case "id": self = .id
    case "time": self = .time
    case "version": self = .version
    default: return nil
    }
  }
}

extension UTF8Text {
  /// A path's key names; a key that holds a `.` cannot be told from two.
  var segments: [UTF8Text] {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { UTF8Text(Array($0)) }
  }
}
