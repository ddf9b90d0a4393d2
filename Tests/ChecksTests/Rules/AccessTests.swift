import Diagnostics
import Testing

@testable import Checks

/// What `rule` says of a queue with these statements, flow style, one a line.
private func told(_ rule: String, _ statements: String...) -> [String] {
  let policy = statements.map { "      - \($0)\n" }.joined()
  let example = Example(
    "account: \"123456789012\"\nqueues:\n  orders:\n    policy:\n\(policy)")
  #expect(example.problems.map(\.message) == [])
  return example.findings(CheckOptions(profile: .strict, select: [rule])).map(\.message)
}

private func statement(_ principal: String, _ condition: String = "") -> String {
  let condition = condition.isEmpty ? "" : ", Condition: \(condition)"
  return "{Effect: Allow, Principal: \(principal), Action: sqs:SendMessage, Resource: queue/orders"
    + "\(condition)}"
}

@Suite struct AccessTests {
  @Test(arguments: [
    #""*""#, #"{AWS: "*"}"#, #"{AWS: ["arn:aws:iam::123456789012:root", "*"]}"#,
  ])
  func everybodyIsPublic(_ principal: String) {
    #expect(told("access/public", statement(principal)).count == 1)
  }

  @Test(arguments: [
    #"{StringEquals: {aws:SourceAccount: "123456789012"}}"#,
    #"{StringEquals: {AWS:SourceOwner: "123456789012"}}"#,
    "{StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}",
    #"{ArnLike: {aws:SourceArn: "arn:aws:sns:*:123456789012:*"}}"#,
    "{IpAddress: {aws:SourceIp: 203.0.113.0/24}}",
    "{StringEquals: {aws:SourceVpce: vpce-1a2b3c4d}}",
  ])
  func aConditionOnTheCallerNarrows(_ condition: String) {
    #expect(told("access/public", statement(#""*""#, condition)) == [])
  }

  @Test(arguments: [
    #"{Bool: {aws:SecureTransport: "true"}}"#,
    #"{StringLike: {aws:SourceAccount: "*"}}"#,
    #"{StringNotEquals: {aws:SourceAccount: "123456789012"}}"#,
    #"{StringEqualsIfExists: {aws:SourceAccount: "123456789012"}}"#,
    "{IpAddress: {aws:SourceIp: 0.0.0.0/0}}",
    #"{ArnLike: {aws:SourceArn: "arn:aws:sns:*:*:*"}}"#,
  ])
  func otherConditionsDoNot(_ condition: String) {
    #expect(told("access/public", statement(#""*""#, condition)).count == 1)
  }

  @Test func aDenyForAllOthersShutsOut() {
    let deny =
      #"{Effect: Deny, Principal: "*", Action: "sqs:*", Resource: queue/orders, Condition: "#
      + "{StringNotEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}}"
    #expect(told("access/public", statement(#""*""#), deny) == [])
    let unencrypted =
      #"{Effect: Deny, Principal: "*", Action: "sqs:*", Resource: queue/orders, Condition: "#
      + #"{Bool: {aws:SecureTransport: "false"}}}"#
    #expect(told("access/public", statement(#""*""#), unencrypted).count == 1)
  }

  @Test(arguments: [
    "{StringEquals: {aws:SourceArn: \"arn:aws:events:us-east-1:123456789012:rule/*\"}}",
    #"{StringEquals: {aws:SourceAccount: "12345"}}"#,
    #"{ArnLike: {aws:SourceArn: "123456789012"}}"#,
    #"{Bool: {aws:SecureTransport: "yes"}}"#,
    "{IpAddress: {aws:SourceIp: office}}",
  ])
  func someConditionsNeverMatch(_ condition: String) {
    let found = told(
      "access/never-matching-condition", statement("{Service: events.amazonaws.com}", condition))
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasSuffix("so the statement allows nothing") })
  }

  @Test(arguments: [
    "{StringLike: {aws:SourceArn: \"arn:aws:events:us-east-1:123456789012:rule/*\"}}",
    "{ArnEquals: {aws:SourceArn: \"arn:aws:events:us-east-1:123456789012:rule/*\"}}",
    #"{StringEquals: {aws:SourceAccount: "123456789012"}}"#,
    #"{StringEquals: {aws:PrincipalTag/team: "*"}}"#,
    #"{StringEquals: {aws:username: "${aws:username}"}}"#,
    #"{Bool: {aws:SecureTransport: "True"}}"#,
    #"{IpAddress: {aws:SourceIp: ["203.0.113.0/24", "2001:db8::/32"]}}"#,
    "{ArnLike: {aws:SourceArn: topic/updates}}",
  ])
  func othersMay(_ condition: String) {
    let service = statement("{Service: events.amazonaws.com}", condition)
    #expect(told("access/never-matching-condition", service) == [])
  }

  @Test func aDeadValueBesideALiveOneIsAWarning() {
    let condition = #"{StringEquals: {aws:SourceAccount: ["123456789012", "12*"]}}"#
    let found = told("access/never-matching-condition", statement(#"{AWS: "*"}"#, condition))
    #expect(found == ["'12*' never equals 'aws:SourceAccount': 'StringEquals' takes the star for itself"])
  }
}
