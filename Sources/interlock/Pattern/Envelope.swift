/// The parts that EventBridge puts around an event, as far as an event has them.
struct Envelope {
  private static let parts: Set<String> = [
    "id", "detail-type", "source", "account", "time", "region",
  ]

  /// What `TestEventPattern` says of an event that lacks a part. Rules themselves match whatever a
  /// bus takes.
  static let refusal = PatternVerdict.invalidEvent("Parameter Event is not valid.")

  private let names: Set<String>
  private let missing: Set<String>
  /// The event is an object `detail` and nothing else.
  private let isDetailAlone: Bool

  init(_ event: [UInt8]) {
    let members = RecordScanner.members(of: event[...]) ?? []
    names = Set(members.map(\.key))
    missing = Self.parts.subtracting(names)
    isDetailAlone = names == ["detail"] && members[0].value.first == UInt8(ascii: "{")
  }

  var isWhole: Bool { missing.isEmpty }

  /// Whether a part is missing in what is plainly meant as an envelope: it has most of the parts, or
  /// it is a `detail` alone and the pattern reads the other parts only. Other documents are matched
  /// as they are.
  func isBroken(for pattern: [UInt8]) -> Bool {
    if (1...2).contains(missing.count) { return true }
    guard isDetailAlone else { return false }
    let read = Set((RecordScanner.members(of: pattern[...]) ?? []).map(\.key))
    return !read.isEmpty && read.isSubset(of: Self.parts)
  }
}
