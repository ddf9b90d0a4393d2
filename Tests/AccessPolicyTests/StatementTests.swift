import Diagnostics
import Testing
import YAMLTree

@testable import AccessPolicy

func readPolicy(_ text: String) -> (statements: [PolicyStatement], report: [String]) {
  var diagnostics: [Diagnostic] = []
  let file = SourceFile(path: "policy.yaml", bytes: Array(text.utf8))
  guard let tree = YAMLTree.read(file, id: FileID(0), diagnostics: &diagnostics) else {
    return ([], diagnostics.map(\.message))
  }
  let statements = PolicyStatement.read(tree.documents[0], diagnostics: &diagnostics)
  let report = diagnostics.inOutputOrder().map { diagnostic in
    let place = file.position(at: Int(diagnostic.range.start))
    return "\(place.line):\(place.column): \(diagnostic.id): \(diagnostic.message)"
  }
  return (statements, report)
}

@Suite("Reading policies")
struct StatementTests {
  @Test(
    "takes a list, one statement, or a document",
    arguments: [
      "[{Effect: Allow, Action: a:b}]", "{Effect: Allow, Action: a:b}",
      "{Version: \"2012-10-17\", Statement: [{Effect: Allow, Action: a:b}]}",
      "{Version: 2012-10-17, Id: x, Statement: {Effect: Allow, Action: [a:b]}}",
    ])
  func forms(_ text: String) {
    let (statements, report) = readPolicy(text)
    #expect(report == [])
    #expect(statements.map(\.effect) == [.allow])
    #expect(statements[0].actions.patterns.map(\.value) == ["a:b"])
    #expect(statements[0].principals == nil && statements[0].resources.patterns.isEmpty)
  }

  @Test("keeps every part as written, with its place")
  func parts() throws {
    let (statements, report) = readPolicy(
      """
      - Sid: all
        Effect: Deny
        NotPrincipal: {AWS: ["123456789012", role/x], Service: events.amazonaws.com}
        NotAction: [sqs:*, "sns:?ublish"]
        NotResource: queue/express
        Condition:
          StringLike: {aws:SourceArn: [a, b], aws:PrincipalOrgID: o-1}
          Bool: {aws:SecureTransport: false}
          NumericLessThan: {aws:MultiFactorAuthAge: 3600}
      """)
    #expect(report == [])
    let statement = try #require(statements.first)
    #expect(statement.sid?.value == "all" && statement.effect == .deny)
    let principals = try #require(statement.principals)
    #expect(principals.isInverted)
    #expect(principals.entries.map(\.kind) == [.aws, .aws, .service])
    #expect(
      principals.entries.map(\.value.value) == ["123456789012", "role/x", "events.amazonaws.com"])
    #expect(statement.actions.isInverted && statement.actions.patterns.count == 2)
    #expect(statement.resources.isInverted && statement.resources.patterns.count == 1)
    #expect(
      statement.conditions.map(\.operator.value) == [
        "StringLike", "StringLike", "Bool", "NumericLessThan",
      ])
    #expect(
      statement.conditions.map { $0.values.map(\.value) } == [
        ["a", "b"], ["o-1"], ["false"], ["3600"],
      ])
    #expect(statement.resources.patterns[0].range.start == 156)
  }

  @Test(
    "says what is wrong and leaves such a statement out",
    arguments: [
      (
        "{effect: Allow, Action: a}", "1:2: policy/unknown-key: unknown key 'effect' in a statement"
      ),
      (
        "{Effect: allow, Action: a}",
        "1:10: policy/wrong-type: 'Effect' must be 'Allow' or 'Deny', not 'allow'"
      ),
      ("{Effect: Allow}", "1:1: policy/missing-key: a statement needs 'Action'"),
      ("{Action: a}", "1:1: policy/missing-key: a statement needs 'Effect'"),
      (
        "{Effect: Allow, Action: }", "1:24: policy/wrong-type: 'Action' must be a text, not nothing"
      ),
      (
        "{Effect: Allow, Action: a, NotAction: b}",
        "1:39: policy/conflicting-keys: 'Action' and 'NotAction' exclude each other in a statement: keep one"
      ),
      (
        "{Effect: Allow, Action: a, Principal: 123456789012}",
        "1:39: policy/wrong-type: 'Principal' must be '*' or a mapping such as {AWS: …}, not '123456789012'"
      ),
      (
        "{Effect: Allow, Action: a, Principal: {AWS: 123456789012}}",
        "1:45: policy/unquoted-text: 123456789012 reads as a number: quote it, \"123456789012\""
      ),
      ("5", "1:1: policy/wrong-type: a policy is a list of statements, not '5'"),
    ])
  func refuses(_ text: String, _ expected: String) {
    let (statements, report) = readPolicy(text)
    #expect(statements.isEmpty)
    #expect(report == [expected])
  }

  @Test("keeps the sound statements beside one that is not")
  func keepsOthers() {
    let (statements, report) = readPolicy("[{Effect: Allow, Action: a}, {Effect: No, Action: b}]")
    #expect(statements.count == 1 && report.count == 1)
  }
}
