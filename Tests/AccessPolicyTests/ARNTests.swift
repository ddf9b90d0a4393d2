import Testing

@testable import AccessPolicy

@Suite struct ARNTests {
  @Test(arguments: [
    ("arn:aws:sqs:us-east-1:123456789012:orders", "sqs|us-east-1|123456789012|orders", true),
    ("arn:aws:s3:::photos/*", "s3|||photos/*", false),
    (
      "arn:aws-cn:lambda:cn-north-1:123456789012:function:work:live",
      "lambda|cn-north-1|123456789012|function:work:live", true
    ),
    ("arn:aws:events:${Region}:${AccountId}:rule/a", "events|${Region}|${AccountId}|rule/a", false),
    ("arn:aws:sqs:us-east-1:１２３４５６７８９０１２:orders", "sqs|us-east-1|１２３４５６７８９０１２|orders", false),
    ("arn:aws:iam::aws:policy/ReadOnlyAccess", "iam||aws|policy/ReadOnlyAccess", false),
    ("arn:::::", "|||", false),
  ])
  func partsOfAName(_ text: String, _ parts: String, _ hasAccountNumber: Bool) throws {
    let arn = try #require(ARN(text))
    #expect([arn.service, arn.region, arn.account, arn.resource].joined(separator: "|") == parts)
    #expect(arn.hasAccountNumber == hasAccountNumber)
  }

  @Test(arguments: ["", "arn", "arn:aws:sqs:us-east-1:123456789012", "urn:a:b:c:d:e", "*"])
  func whatIsNone(_ text: String) {
    #expect(ARN(text) == nil)
  }
}
