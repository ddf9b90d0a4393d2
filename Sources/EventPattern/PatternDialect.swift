/// Where a pattern is used: which operators it may hold, its limits and the service's messages.
///
/// A value of one type, not a fork of the code; the presets are the services'.
package struct PatternDialect: Hashable, Sendable {
  /// `eventbridge`, `custom-event-bus`, `sns-attributes`, `sns-body`, `event-source-mapping`,
  /// `pipes`.
  package var name: String
  /// Whether the pattern sees the whole event of EventBridge.
  package var hasEnvelope = false
  /// Combinations of `$or` branches allowed.
  package var combinationLimit: Int
  /// Bytes of one pattern that the service takes by default.
  package var byteLimit: Int
  /// Bytes of one pattern that it takes at most, with the quota raised.
  package var maximumByteLimit: Int
  /// Names allowed at the top level; nil for any number.
  package var keyLimit: Int?
  /// Whether a field may be inside another.
  package var allowsNesting = true
  /// Values that may be combined, each array's count times its depth multiplied over the pattern;
  /// nil where there is no such limit.
  package var valueCombinationLimit: Int?
  /// Operators of a match object.
  package var operators = Set(PatternOperator.allCases)
  /// Operators allowed inside `anything-but`.
  package var negatedOperators: Set<PatternOperator> = [
    .prefix, .suffix, .equalsIgnoreCase, .wildcard,
  ]
  /// What the service writes before the reason.
  package var messagePrefix = ""
  /// All that the service says of any invalid pattern, where it gives no reason.
  package var onlyMessage: String?
  /// For an event source mapping or pipe: what the records come from.
  package var source: EventSourceKind?

  package init(name: String, combinationLimit: Int, byteLimit: Int, maximumByteLimit: Int? = nil) {
    self.name = name
    self.combinationLimit = combinationLimit
    self.byteLimit = byteLimit
    self.maximumByteLimit = maximumByteLimit ?? byteLimit
  }
}
