internal import CBlockMap

/// Says which rules of a table match an event: the runtime of compiled routing rules.
///
/// One pass over the event's bytes checks its JSON and looks up only what some rule names
/// (`Matching+Walk`); every scalar on the way is classified once against all tests of its path
/// (`Matching+Values`); what it hits opens the few rules that are filed under it, and of those only
/// the other tests are looked at (`Matching+Rules`), with the elements of arrays kept apart as the
/// service does (`Matching+Arrays`). docs/performance.md says why, with numbers.
///
/// A matcher owns its scratch memory: use one a thread. After the first events it allocates nothing.
public struct EventMatcher: ~Copyable {
  /// Levels of objects and arrays that an event may have, the outermost included.
  public static let maximumDepth = 1101
  /// Bytes that an event may have.
  public static let maximumLength = 1 << 30

  public let table: RuleTable
  private var matching: Matching
  private var matches: [UInt32] = []

  public init(_ table: RuleTable, checking: Checking = .structure) {
    self.init(table, checking: checking, vectorWidth: Self.widestVectors)
  }

  /// `vectorWidth` is 0, 16, 32 or 64, and at most `widestVectors`.
  package init(_ table: RuleTable, checking: Checking = .structure, vectorWidth: Int32) {
    self.table = table
    matching = table.read { Matching($0, checking, vectorWidth) }
  }

  /// Bytes of the widest vectors that this processor reads blocks of an event by; asked once, as a
  /// virtual machine may have to leave its guest for the answer.
  package static let widestVectors = ilk_vector_width()

  /// The rules that match `event`, a JSON object in UTF-8, as ascending indices into the table.
  ///
  /// The array's memory is used again by the next call if it was given up before.
  public mutating func match(_ event: Span<UInt8>) throws(EventError) -> [UInt32] {
    try Self.run(&matching, table, event)
    matching.matched.copy(into: &matches)
    return matches
  }

  /// The same into an array of the caller's, which keeps its memory from call to call.
  public mutating func match(_ event: Span<UInt8>, into matches: inout [UInt32])
    throws(EventError)
  {
    try Self.run(&matching, table, event)
    matching.matched.copy(into: &matches)
  }

  @inline(__always)
  private static func run(
    _ matching: inout Matching, _ table: borrowing RuleTable, _ event: Span<UInt8>
  ) throws(EventError) {
    // INVARIANT: the table is borrowed until the event is matched.
    try unsafe matching.run(event, Table(bytes: table.bytes.window))
  }
}
