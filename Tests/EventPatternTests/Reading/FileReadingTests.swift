import Diagnostics
import Testing
import YAMLTree

@testable import EventPattern

/// A pattern in a file: «marks» are where a finding must point.
struct FilePattern {
  var text: String
  var marked: String?

  init(_ source: String) {
    text = source.filter { $0 != "«" && $0 != "»" }
    if let start = source.firstIndex(of: "«"), let end = source.firstIndex(of: "»") {
      marked = String(source[start..<end].dropFirst())
    }
  }

  func read(_ dialect: PatternDialect = .eventBridge) -> (EventPattern?, [Diagnostic]) {
    let file = SourceFile(path: "pattern.yaml", bytes: Array(text.utf8))
    var diagnostics: [Diagnostic] = []
    let tree = YAMLTree.read(file, id: FileID(0), diagnostics: &diagnostics)
    guard let node = tree?.documents.first else { return (nil, diagnostics) }
    let pattern = EventPattern.read(node, dialect: dialect, diagnostics: &diagnostics)
    return (pattern, diagnostics)
  }

  func text(of range: SourceRange) -> String {
    let bytes = Array(text.utf8)[Int(range.start)..<Int(range.end)]
    return String(decoding: bytes, as: UTF8.self)
  }
}

@Suite("Patterns in files")
struct FileReadingTests {
  struct Case: CustomTestStringConvertible {
    var source: String
    var message: String
    var help: String?
    var testDescription: String { source }
  }

  static let refused = [
    Case(
      source: "detail: {status: [on], kind: «parcel»}",
      message: """
        the values for 'kind' must stand in a list; EventBridge says 'Event pattern is not valid. \
        Reason: "kind" must be an object or an array'
        """,
      help: "write [\"parcel\"] instead of \"parcel\""),
    Case(
      source: "source:\n  - {«prefx»: a}",
      message: """
        'prefx' is not an operator; EventBridge says 'Event pattern is not valid. Reason: \
        Unrecognized match type prefx'
        """,
      help: "did you mean 'prefix'?"),
    Case(
      source: #"'{"a": [1], "b": «[]»}'"#,
      message: """
        an empty list of values can never match; EventBridge says 'Event pattern is not valid. \
        Reason: Empty arrays are not allowed'
        """),
    Case(
      source: "|\n  {\"detail\": {\"a\": [\n    {\"numeric\": [\"=\", «1.0000000000000001»]}]}}\n",
      message: """
        '1.0000000000000001' is not exact as a double-precision number; EventBridge says 'Event \
        pattern is not valid. Reason: Cannot compare number : 1.0000000000000001'
        """),
    Case(
      source: "a: [{anything-but: {prefix: []}}]",
      message: """
        an empty list inside 'anything-but' excludes nothing; EventBridge fails on it without a \
        message
        """),
    Case(
      source: "«[a]»",
      message: "a pattern must be a mapping, or a string that holds JSON"),
    Case(source: "«42»", message: "a pattern must be a mapping, or a string that holds JSON"),
  ]

  @Test(arguments: refused) func areRefusedAtTheOffendingPlace(_ refused: Case) throws {
    let file = FilePattern(refused.source)
    let (pattern, diagnostics) = file.read()
    #expect(pattern == nil)
    let finding = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(finding.id == "pattern/invalid")
    #expect(finding.message == refused.message)
    if let help = refused.help { #expect(finding.help == help) }
    if let marked = file.marked { #expect(file.text(of: finding.range).contains(marked)) }
  }

  @Test func everyFieldKnowsItsPlace() throws {
    let file = FilePattern(
      "source: [a]\ndetail:\n  weight:\n    - {numeric: [\"<\", 30]}\n  x: [1]\n")
    let pattern = try #require(file.read().0)
    let places = pattern.alternatives[0].fields.map { "\($0.path): \(file.text(of: $0.range))" }
    #expect(
      places == [
        "detail.weight: weight:\n    - {numeric: [\"<\", 30]}", "detail.x: x: [1]",
        "source: source: [a]",
      ])
  }

  @Test func wordsThatOldYAMLTookForBooleansAreStrings() throws {
    let pattern = try #require(FilePattern("detail: {status: [on, no, yes, NO]}").read().0)
    #expect(
      pattern.alternatives[0].fields[0].tests
        == [.equals("on"), .equals("no"), .equals("yes"), .equals("NO")])
  }

  @Test func numbersKeepTheirCharacters() throws {
    let pattern = try #require(FilePattern("a: [300.0, 1e400]").read().0)
    let numbers = [
      PatternNumber(text: "300.0", value: 300), PatternNumber(text: "1e400", value: nil),
    ]
    #expect(pattern.alternatives[0].fields[0].tests == numbers.map { .number($0) })
  }

  @Test func aMappingIsCountedAsMinifiedJSON() throws {
    let pattern = try #require(FilePattern("source:   [ my.app ]   # who\n").read().0)
    #expect(pattern.byteCount == #"{"source":["my.app"]}"#.utf8.count)
  }
}
