package import Diagnostics

extension EventPattern {
  /// What no service says of a valid pattern, but a careful reader would: ids `pattern/…`.
  ///
  /// `shape` is what is known of the documents that the pattern is applied to: for EventBridge the
  /// whole event, `detail` included.
  package func warnings(shape: ValueShape? = nil) -> [Diagnostic] {
    var found = unknownFields() + oversize() + missingSource() + unreadRecordFields()
    found += redundantAlternatives() + acceptsAnyValue() + impossibleTests()
    found += unfoldableCharacters() + absentParents()
    found += mistakenEnvelope(besides: shape)
    if let shape { found += mistakenTypes(shape) + undeclaredValues(shape) + testedObjects(shape) }
    if !found.contains(where: { Self.impossibilities.contains($0.id) }) {
      found += contradictions(shape)
    }
    found += matchesEverything()
    return found.inOutputOrder()
  }

  /// Findings that may be why no event matches; then it is not said again of the pattern as a
  /// whole.
  private static let impossibilities: Set<String> = [
    "pattern/unknown-field", "pattern/never-matches", "pattern/type-mismatch",
    "pattern/undeclared-value", "pattern/object-tested", "pattern/exists-on-object",
    "pattern/record-type",
  ]

  /// The fields of all combinations, each place once, in the order of the file.
  var distinctFields: [FieldTest] {
    var seen: Set<FieldTest> = []
    let fields = alternatives.flatMap(\.fields).filter { seen.insert($0).inserted }
    return fields.sorted { $0.range < $1.range }
  }
}

extension FieldTest {
  /// The path up to its first dot.
  var root: String {
    String(decoding: path.bytes.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }
}
