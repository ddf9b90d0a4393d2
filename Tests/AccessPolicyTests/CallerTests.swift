import Testing

@testable import AccessPolicy

@Suite("Who is let in")
struct CallerTests {
  private func statement(_ text: String) throws -> PolicyStatement {
    let (statements, report) = readPolicy("{Effect: Allow, Action: sqs:SendMessage, \(text)}")
    #expect(report == [])
    return try #require(statements.first)
  }

  @Test(
    "everyone, or somebody",
    arguments: [
      ("Principal: \"*\"", true), ("Principal: {AWS: \"*\"}", true),
      ("Principal: {AWS: [\"123456789012\", \"*\"]}", true),
      ("Principal: {AWS: \"arn:aws:iam::*:root\"}", true),
      ("NotPrincipal: {AWS: \"123456789012\"}", true),
      ("Principal: {Federated: \"*\"}", true), ("Resource: \"*\"", false),
      ("Principal: {AWS: \"123456789012\"}", false),
      ("Principal: {AWS: \"arn:aws:iam::123456789012:role/*\"}", false),
      ("Principal: {AWS: role/x}", false), ("Principal: {Service: sns.amazonaws.com}", false),
    ])
  func everyone(_ principal: String, _ expected: Bool) throws {
    let statement = try statement(principal)
    #expect(statement.namesEveryone == expected && statement.isPublic == expected)
  }

  @Test(
    "conditions keep callers out, or only seem to",
    arguments: [
      ("StringEquals: {aws:SourceAccount: \"123456789012\"}", true),
      ("stringequals: {AWS:SOURCEACCOUNT: \"123456789012\"}", true),
      ("StringEquals: {aws:PrincipalOrgID: o-1}", true),
      ("ForAnyValue:StringLike: {aws:PrincipalOrgPaths: o-1/*}", true),
      ("StringLike: {aws:PrincipalOrgID: \"*\"}", false),
      ("StringLike: {aws:PrincipalOrgID: [o-1, \"*\"]}", false),
      ("StringEquals: {aws:PrincipalOrgID: \"*\"}", true),
      ("ArnLike: {aws:SourceArn: \"arn:aws:events:*:123456789012:rule/*\"}", true),
      ("ArnLike: {aws:SourceArn: \"arn:aws:events:*:*:rule/mine\"}", false),
      ("ArnEquals: {aws:SourceArn: \"arn:aws:s3:::photos\"}", true),
      ("ArnLike: {aws:SourceArn: \"arn:aws:s3:::photos*\"}", true),
      ("ArnLike: {aws:SourceArn: \"arn:aws:s3:::*\"}", false),
      ("ArnLike: {aws:SourceArn: \"*\"}", false),
      ("ArnEquals: {aws:SourceArn: topic/news}", true),
      ("IpAddress: {aws:SourceIp: 10.0.0.0/8}", true),
      ("IpAddress: {aws:SourceIp: 0.0.0.0/0}", false),
      ("StringNotEquals: {aws:SourceAccount: \"123456789012\"}", false),
      ("StringEqualsIfExists: {aws:SourceAccount: \"123456789012\"}", false),
      ("ForAllValues:StringEquals: {aws:PrincipalOrgID: o-1}", false),
      ("\"Null\": {aws:SourceArn: false}", false),
      ("Bool: {aws:SecureTransport: true}", false),
      ("StringEquals: {aws:RequestTag/team: a}", false),
      ("StringEquals: {aws:SourceAccount: []}", false),
    ])
  func conditions(_ condition: String, _ expected: Bool) throws {
    let statement = try statement("Principal: \"*\", Condition: {\(condition)}")
    #expect(statement.conditions.allSatisfy { $0.restrictsCaller == expected })
    #expect(statement.isPublic == !expected)
  }

  @Test("one condition that keeps callers out is enough")
  func anyCondition() throws {
    let statement = try statement(
      "Principal: \"*\", Condition: {Bool: {aws:SecureTransport: true}, StringEquals: {aws:SourceAccount: \"1\"}}"
    )
    #expect(!statement.isPublic)
  }

  @Test("a refusal of everyone is not public")
  func deny() throws {
    let (statements, _) = readPolicy("{Effect: Deny, Action: a, Principal: \"*\"}")
    #expect(statements[0].namesEveryone && !statements[0].isPublic)
  }

  @Test(
    "operators come apart",
    arguments: [
      ("StringLike", nil, "stringlike", false),
      ("ForAnyValue:StringEqualsIfExists", .forAnyValue, "stringequals", true),
      ("ForAllValues:ArnLike", .forAllValues, "arnlike", false), ("", nil, "", false),
    ] as [(String, ConditionOperator.Quantifier?, String, Bool)])
  func operators(
    _ text: String, _ quantifier: ConditionOperator.Quantifier?, _ name: String, _ ifExists: Bool
  ) {
    let test = ConditionOperator(text)
    #expect(test.quantifier == quantifier && test.name == name && test.ifExists == ifExists)
  }

  @Test("statements speak of actions in any case and of resources exactly")
  func speaking() throws {
    let allow = try statement("Resource: [queue/express, \"arn:aws:sqs:*:*:e*\"]")
    #expect(
      allow.speaks(ofAction: "SQS:sendmessage") && !allow.speaks(ofAction: "sqs:SendMessageBatch"))
    #expect(allow.speaks(ofResource: "queue/express") && !allow.speaks(ofResource: "Queue/Express"))
    #expect(allow.speaks(ofResource: "arn:aws:sqs:us-east-1:1:express"))
    let (others, _) = readPolicy("{Effect: Allow, NotAction: [sqs:*], NotResource: queue/express}")
    #expect(
      !others[0].speaks(ofAction: "sqs:SendMessage") && others[0].speaks(ofAction: "sns:Publish"))
    #expect(
      !others[0].speaks(ofResource: "queue/express") && others[0].speaks(ofResource: "topic/a"))
    let (trust, _) = readPolicy("{Effect: Allow, Action: sts:AssumeRole}")
    #expect(trust[0].speaks(ofResource: "role/x"))
  }
}
