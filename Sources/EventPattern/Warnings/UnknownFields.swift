import Diagnostics

extension EventPattern {
  /// `pattern/unknown-field`: a name at the top that no event or record has.
  func unknownFields() -> [Diagnostic] {
    guard let known = dialect.topLevelFields else { return [] }
    return distinctFields.filter { !known.contains($0.root) }.map { field in
      let what = dialect.source == nil ? "an event" : "a record of this source"
      return Diagnostic(
        "pattern/unknown-field", .warning,
        "\(what) has no field '\(field.root)', so this can never match", at: field.range,
        help: didYouMean(field.root, in: known)
          ?? "fields of your own stand under '\(dialect.payloadField ?? "detail")'")
    }
  }

  /// `pattern/missing-source`: events of all sources match.
  func missingSource() -> [Diagnostic] {
    guard dialect.hasEnvelope else { return [] }
    let isTested = alternatives.allSatisfy { $0.fields.contains { $0.path == "source" } }
    if isTested { return [] }
    return [
      Diagnostic(
        "pattern/missing-source", .info,
        "the pattern does not test 'source', so events of any sender can match", at: range,
        help: "add for example \"source\": [\"my.application\"]")
    ]
  }
}

extension PatternDialect {
  /// The names that can stand at the top of what the pattern is applied to; nil where any can.
  var topLevelFields: [String]? {
    if hasEnvelope { return Self.envelopeFields }
    return source?.recordFields
  }

  /// Where the sender's own data stand.
  package var payloadField: String? { hasEnvelope ? "detail" : source?.payloadField }

  private static let envelopeFields = [
    "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail",
    "replay-name",
  ]
}
