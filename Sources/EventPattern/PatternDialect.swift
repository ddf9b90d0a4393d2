/// Where a pattern is used: which operators it may hold, its limits and the service's messages.
///
/// A value of one type, not a fork of the code; the presets are the services'.
package struct PatternDialect: Hashable, Sendable {
  /// `eventbridge`, `sns-attributes`, `sns-body`, `event-source-mapping`, `pipes`.
  package var name: String
  /// Combinations of `$or` branches allowed.
  package var combinationLimit: Int
  /// Bytes of one pattern that the service takes by default.
  package var byteLimit: Int

  package init(name: String, combinationLimit: Int, byteLimit: Int) {
    self.name = name
    self.combinationLimit = combinationLimit
    self.byteLimit = byteLimit
  }

  package static let eventBridge = PatternDialect(
    name: "eventbridge", combinationLimit: 1000, byteLimit: 2048)
  package static let snsAttributes = PatternDialect(
    name: "sns-attributes", combinationLimit: 150, byteLimit: 256 << 10)
  package static let snsBody = PatternDialect(
    name: "sns-body", combinationLimit: 150, byteLimit: 256 << 10)
  package static let eventSourceMapping = PatternDialect(
    name: "event-source-mapping", combinationLimit: 1000, byteLimit: 4096)
  package static let pipes = PatternDialect(
    name: "pipes", combinationLimit: 1000, byteLimit: 4096)
}
