import Diagnostics
import Foundation
import Testing
import Topology
import YAMLTree

@testable import TemplateImport

@Suite("References of Terraform")
struct TerraformPathTests {
  typealias Step = TerraformPath.Step

  @Test(
    "are cut at their dots",
    arguments: [
      ("aws_sqs_queue.q.arn", [Step(name: "aws_sqs_queue"), Step(name: "q"), Step(name: "arn")]),
      ("a.b[0].c", [Step(name: "a"), Step(name: "b", index: "0"), Step(name: "c")]),
      (#"a.b["x.y]z"].c"#, [Step(name: "a"), Step(name: "b", index: "x.y]z"), Step(name: "c")]),
      (#"a["q\"q"]"#, [Step(name: "a", index: "q\"q")]),
      ("a[0][1].b", [Step(name: "a", index: "0"), Step(name: "b")]),
      ("a[", [Step(name: "a", index: "")]),
      ("", []),
    ])
  func cut(text: String, steps: [Step]) {
    #expect(TerraformPath(text).steps == steps)
  }

  @Test("tell the modules of an address from what is in them")
  func modules() {
    let parted = TerraformPath(#"module.a["k"].module.b.data.aws_region.here"#).parted
    #expect(parted.modules == [.init(name: "a", index: "k"), .init(name: "b")])
    #expect(parted.rest.map(\.name) == ["data", "aws_region", "here"])
    #expect(parted.modules.instanceKey == "a[k]/b")
    #expect(parted.modules.configurationKey == "a/b")
  }

  @Test("stand before what is less precise")
  func precise() throws {
    let text = #"["a.b[0].arn", "a.b[0]", "a.b", "a.bc.arn", "a.bc", "a.b.url", "each.key"]"#
    var problems: [Diagnostic] = []
    let file = SourceFile(path: "x.json", bytes: Array(text.utf8))
    let root = try #require(
      YAMLTree.read(file, id: FileID(0), diagnostics: &problems)?.documents.first)
    #expect(
      TerraformPlan.precise(root.elements) == ["a.b[0].arn", "a.bc.arn", "a.b.url", "each.key"])
  }
}

@Suite("Grants of a plan")
struct PlannedGrantTests {
  private func policy(of id: String) throws -> YAMLNode? {
    let path = FixtureTests.folder.appending(path: "terraform/eventbridge.json").path
    let document = try #require(try ImportedFixture(path).documents.first)
    return document.root.value(at: "queues", id, "policy")
  }

  @Test("that are put together of what is not known are unknown, not absent")
  func unknown() throws {
    let policy = try #require(try policy(of: "orders"))
    #expect(policy.tag == "!unknown")
    #expect(policy.text == "aws_sqs_queue_policy.orders.policy")
  }

  @Test("that a data source writes are read from its blocks")
  func document() throws {
    let statement = try #require(try policy(of: "letters")?.elements.first)
    #expect(statement["Effect"]?.text == "Allow")
    #expect(statement["Action"]?.elements.map(\.text) == ["sqs:SendMessage"])
    #expect(statement["Resource"]?.elements.map(\.text) == ["queue/letters"])
    let service = statement.value(at: "Principal", "Service")
    #expect(service?.elements.map(\.text) == ["events.amazonaws.com"])
    let source = statement.value(at: "Condition", "ArnEquals", "aws:SourceArn")
    #expect(
      source?.elements.map(\.text) == ["arn:aws:events:${Region}:${AccountId}:rule/placed"])
  }
}

@Suite("Plans that were made to harm")
struct HostilePlanTests {
  private func routes(_ configuration: String) throws -> Int {
    let text = """
      {"format_version": "1.2", "terraform_version": "1.9.8",
       "planned_values": {"root_module": {"resources": [{"address": "aws_sqs_queue.q",
         "mode": "managed", "type": "aws_sqs_queue", "name": "q", "values": {"name": "q"}}]}},
       "resource_changes": [
         {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
          "change": {"actions": ["create"], "after": {},
            "after_unknown": {"arn": true, "policy": true}}},
         {"address": "data.aws_iam_policy_document.d", "mode": "data",
          "type": "aws_iam_policy_document", "name": "d",
          "change": {"actions": ["read"], "after": {},
            "after_unknown": {"json": true, "source_policy_documents": true}}}],
       "configuration": {"root_module": \(configuration)}}
      """
    var problems: [Diagnostic] = []
    let file = SourceFile(path: "x.json", bytes: Array(text.utf8))
    let root = try #require(
      YAMLTree.read(file, id: FileID(0), diagnostics: &problems)?.documents.first)
    var plan = TerraformPlan(root, stack: -1, StackSystem())
    return plan.resources().count
  }

  @Test(
    "end: documents and outputs that hold themselves",
    arguments: [
      """
      {"resources": [
        {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
         "expressions": {"policy": {"references": ["data.aws_iam_policy_document.d.json"]}}},
        {"address": "data.aws_iam_policy_document.d", "mode": "data",
         "type": "aws_iam_policy_document", "name": "d", "expressions": {"source_policy_documents":
           {"references": ["data.aws_iam_policy_document.d.json", "module.m.o"]}}}],
       "module_calls": {"m": {"module": {"outputs": {"o": {"expression": {"references":
         ["data.aws_iam_policy_document.d.json", "module.m.o", "var.v"]}}}}}}}
      """,
      """
      {"resources": [
        {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
         "expressions": {"policy": {"references": ["module.m.a", "module.m.b"]}}}],
       "module_calls": {"m": {"expressions": {"v": {"references": ["module.m.a", "module.m.b"]}},
         "module": {"outputs": {
           "a": {"expression": {"references": ["var.v", "var.v.x", "var.v.y"]}},
           "b": {"expression": {"references": ["var.v", "var.v.x", "var.v.y"]}}}}}}}
      """,
    ])
  func ends(configuration: String) throws {
    #expect(try routes(configuration) >= 1)
  }
}

@Suite("Outputs of the AWS CLI")
struct InventoryShapeTests {
  private func isRead(_ text: String) throws -> Bool {
    var problems: [Diagnostic] = []
    let file = SourceFile(path: "x.json", bytes: Array(text.utf8))
    let root = try #require(
      YAMLTree.read(file, id: FileID(0), diagnostics: &problems)?.documents.first)
    return Inventory.isDump(root)
  }

  @Test(
    "are told from other files with the same keys",
    arguments: [
      (#"{"Rules": [{"Name": "a", "Arn": "arn:aws:events:x:1:rule/a"}]}"#, true),
      (#"{"Rules": []}"#, true),
      (#"{"Rules": [], "Version": 1}"#, false),
      (#"{"Rules": [{"RuleArn": "a", "Priority": "1"}]}"#, false),
      (#"{"Policy": {"Statement": []}}"#, false),
      (#"{"Attributes": {"QueueArn": "a"}}"#, true),
      (#"{"Attributes": {"color": "red"}}"#, false),
      (#"{"QueueConfigurations": [], "EventBridgeConfiguration": {}}"#, true),
      (#"{"EventBridgeConfiguration": {}, "name": "x"}"#, false),
      (#"{"Name": "x", "Arn": "arn:aws:events:x:1:event-bus/x"}"#, true),
      (#"{"Name": "x", "Arn": "x"}"#, false),
      ("{}", false),
      ("[]", false),
    ])
  func recognised(text: String, isRead: Bool) throws {
    #expect(try self.isRead(text) == isRead)
  }

  @Test("are about what the name of their file says")
  func about() throws {
    var problems: [Diagnostic] = []
    let file = SourceFile(path: "x.json", bytes: Array("{}".utf8))
    let root = try #require(
      YAMLTree.read(file, id: FileID(0), diagnostics: &problems)?.documents.first)
    #expect(
      InventoryDump(root, path: "aws/list-targets-by-rule@aws.partner%2Fx@r.1.json").about
        == ["aws.partner/x", "r.1"])
    #expect(InventoryDump(root, path: "list-queues.json").about.isEmpty)
  }

  @Test(
    "name what an ARN is a part of",
    arguments: [
      ("arn:aws:lambda:r:1:function:f:live", "arn:aws:lambda:r:1:function:f"),
      ("arn:aws:dynamodb:r:1:table/t/stream/2026", "arn:aws:dynamodb:r:1:table/t"),
      ("arn:aws:logs:r:1:log-group:/a:*", "arn:aws:logs:r:1:log-group:/a"),
      ("arn:aws:kinesis:r:1:stream/s/consumer/c:1", "arn:aws:kinesis:r:1:stream/s"),
      ("arn:aws:sqs:r:1:q", nil),
      ("arn:aws:lambda:r:1:function:f", nil),
      ("no", nil),
    ])
  func owner(arn: String, owner: String?) {
    #expect(KnownARNs.owner(of: arn) == owner)
  }
}
