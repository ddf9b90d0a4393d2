import Testing

@testable import TemplateImport

@Suite("A mapping template")
struct MappingTemplateTests {
  @Test(
    "names what is called",
    arguments: [
      (#"{"EventBusName": "orders", "Source": "a"}"#, "EventBusName", "orders"),
      (#"{"EventBusName":"${Bus}"}"#, "EventBusName", "${Bus}"),
      (
        #"{\"EventBusName\": \"arn:aws:events:${Region}:1:event-bus/a\"}"#, "EventBusName",
        "arn:aws:events:${Region}:1:event-bus/a"
      ),
      (
        "Action=SendMessage&QueueUrl=https://a/b/c&MessageBody=$input.body", "QueueUrl",
        "https://a/b/c"
      ),
      ("QueueUrl=$util.urlEncode(\"https://a/b/c\")&x=1", "QueueUrl", "https://a/b/c"),
      ("{stateMachineArn: 'arn'}", "StateMachineArn", "arn"),
      (#"{"StateMachineArn": "arn"}"#, "stateMachineArn", "arn"),
      (#"{"MyTableName": "no", "TableName": "yes"}"#, "TableName", "yes"),
      (#"{"TableName": "$stageVariables.table"}"#, "TableName", "$stageVariables.table"),
      ("TableName", "TableName", nil), ("TableName is", "TableName", nil),
      ("TableName=", "TableName", nil), ("", "TableName", nil), ("x", "", nil),
    ] as [(String, String, String?)])
  func names(_ template: String, _ key: String, _ expected: String?) {
    #expect(MappingTemplate.value(of: key, in: template) == expected)
  }
}

@Suite("A definition's text")
struct QuotedNameTests {
  @Test(
    "has quotes around names that stand outside of any",
    arguments: [
      (#"{"a": ${B}}"#, #"{"a": "${B}"}"#), (#"{"a": "${B}"}"#, #"{"a": "${B}"}"#),
      (#"{"a": "x\"${B}"}"#, #"{"a": "x\"${B}"}"#),
      (#"{"a": "\\", "b": ${C}}"#, #"{"a": "\\", "b": "${C}"}"#),
      ("${A", "\"${A"), ("", ""),
    ])
  func quotes(_ text: String, _ expected: String) {
    #expect(StatesLanguageWriter.quoted(text) == expected)
  }
}
