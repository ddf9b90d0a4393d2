import Testing

@Suite("Templates are read wherever a topology is")
struct ImportTests {
  private static let template = """
    AWSTemplateFormatVersion: "2010-09-09"
    Parameters:
      BusName: {Type: String}
    Resources:
      Orders: {Type: AWS::SQS::Queue, Properties: {VisibilityTimout: 30}}
      Rule:
        Type: AWS::Events::Rule
        Properties:
          EventBusName: !Ref BusName
          EventPattern: {source: [shop]}
          Targets: [{Id: a, Arn: !GetAtt Orders.Arn}]
    """

  @Test("findings point into the template, and a comment there silences them")
  func lint() throws {
    let scratch = try Scratch(["t.yaml": Self.template])
    let run = try scratch.run("lint", "t.yaml")
    #expect(run.status == 1)
    #expect(run.output.contains("template/unknown-property"))
    #expect(run.output.contains("t.yaml:5:48"))
    let silenced = Self.template.replacing(
      "  Orders:", with: "  # interlock:ignore template/unknown-property -- a test\n  Orders:")
    #expect(try Scratch(["t.yaml": silenced]).run("lint", "t.yaml").status == 0)
  }

  @Test("findings advise in the words of the file's own format")
  func words() throws {
    let template = """
      Resources:
        Line: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
        Rule:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop]}
            Targets: [{Id: a, Arn: !GetAtt Line.Arn}]
      """
    let plan = """
      {"terraform_version": "1.9", "format_version": "1.2", "planned_values": {"root_module": {"resources": [
        {"address": "aws_sqs_queue.line", "mode": "managed", "type": "aws_sqs_queue",
         "name": "line", "values": {"name": "line.fifo", "fifo_queue": true}},
        {"address": "aws_cloudwatch_event_rule.r", "mode": "managed",
         "type": "aws_cloudwatch_event_rule", "name": "r",
         "values": {"name": "r", "event_pattern": "{\\"source\\":[\\"shop\\"]}"}},
        {"address": "aws_cloudwatch_event_target.t", "mode": "managed",
         "type": "aws_cloudwatch_event_target", "name": "t",
         "values": {"rule": "r", "arn": "arn:aws:sqs:us-east-1:123456789012:line.fifo"}}]}}}
      """
    let scratch = try Scratch(["t.yaml": template, "plan.json": plan])
    let first = try scratch.run("lint", "t.yaml").output
    #expect(first.contains("`SqsParameters: {MessageGroupId: $.detail.id}`"), "\(first)")
    #expect(first.contains("`ContentBasedDeduplication: true`"), "\(first)")
    let second = try scratch.run("lint", "plan.json").output
    #expect(second.contains("`sqs_target { message_group_id = \"$.detail.id\" }`"), "\(second)")
    #expect(second.contains("`content_based_deduplication = true`"), "\(second)")
  }

  @Test("a parameter may be given; one that is not a template's is no matter")
  func parameter() throws {
    let scratch = try Scratch(["t.yaml": Self.template])
    let graph = try scratch.run("graph", "t.yaml", "--format", "json", "--parameter", "BusName=shop")
    #expect(graph.status == 0)
    #expect(graph.output.contains(#""from":"bus/shop","to":"queue/Orders""#))
    #expect(try scratch.run("graph", "t.yaml", "--parameter", "BusName").status == 2)
  }

  @Test("each template of a folder is a system of its own; nested ones belong to theirs")
  func folder() throws {
    let sound = Self.template.replacing("VisibilityTimout", with: "VisibilityTimeout")
    let parent = """
      Resources:
        Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b.yaml}}
      """
    let scratch = try Scratch([
      "all/a.yaml": sound, "all/b.yaml": sound, "all/parent.yaml": parent, "all/notes.yaml": "a: 1\n",
    ])
    let run = try scratch.run("lint", "all")
    #expect(run.status == 0)
    #expect(run.errors.contains("checked 3 files"))
    let broken = try Scratch(["all/a.yaml": sound + "\n  - x", "all/b.yaml": sound]).run("lint", "all")
    #expect(broken.status == 2)
    #expect(broken.output.contains("all/a.yaml"))
  }

  @Test("the outputs of the AWS CLI in one folder are one system, a plan is one by itself")
  func account() throws {
    let rule = """
      {"Rules": [{"Name": "r", "Arn": "arn:aws:events:us-east-1:123456789012:rule/r", "State": "ENABLED",
        "EventPattern": "{\\"source\\":[\\"a\\"]}", "EventBusName": "default"}]}
      """
    let target = """
      {"Targets": [{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:123456789012:q"}]}
      """
    let queue = """
      {"QueueUrls": ["https://sqs.us-east-1.amazonaws.com/123456789012/q"]}
      """
    let plan = """
      {"format_version": "1.2", "terraform_version": "1.9.8", "planned_values": {"root_module": {"resources":
        [{"address": "aws_sqs_queue.planned", "mode": "managed", "type": "aws_sqs_queue",
          "name": "planned", "values": {"name": "planned"}}]}}}
      """
    let scratch = try Scratch([
      "aws/list-rules@default.json": rule, "aws/list-targets-by-rule@default@r.json": target,
      "aws/list-queues.json": queue, "aws/package.json": #"{"name": "x", "Policy": 1}"#,
      "plan.json": plan,
    ])
    let graph = try scratch.run("graph", "aws", "--format", "json")
    #expect(graph.status == 0)
    #expect(graph.output.contains(#""from":"bus/default","to":"queue/q""#))
    #expect(try scratch.run("graph", "plan.json", "--format", "json").output.contains("queue/planned"))
    #expect(try scratch.run("lint", ".").errors.contains("checked 4 files"))
  }

  @Test("'import' writes a topology that lints the same, and says what it could not read")
  func write() throws {
    let template = Self.template.replacing("VisibilityTimout", with: "VisibilityTimeout")
      + "\n  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: https://x/y}}\n"
    let scratch = try Scratch(["t.yaml": template])
    let run = try scratch.run("import", "t.yaml", "-o", "topology.yaml")
    #expect(run.status == 0)
    #expect(run.errors.contains("'Child' is not read here"))
    #expect(try scratch.run("lint", "topology.yaml").status == 0)
    let graphs = try ["t.yaml", "topology.yaml"].map {
      try scratch.run("graph", $0, "--format", "mermaid").output
    }
    #expect(graphs[0] == graphs[1])
    #expect(try scratch.run("import", "topology.yaml").status == 2)
  }

  @Test("a rule whose pattern only deployment completes is left out of a table, and that is said")
  func unknownPattern() throws {
    let template = Self.template.replacing("VisibilityTimout", with: "VisibilityTimeout")
      .replacing("{source: [shop]}", with: "{source: [!Ref BusName]}")
    let scratch = try Scratch(["t.yaml": template])
    let run = try scratch.run("compile", "t.yaml", "-o", "t.ilk")
    #expect(run.status == 0)
    #expect(run.errors.contains("left out: rule 'Rule' of 'bus/BusName': '${BusName}' is not known"))
    let told = try scratch.run("compile", "t.yaml", "-o", "t.ilk", "--parameter", "BusName=shop")
    #expect(!told.errors.contains("left out"))
  }
}
