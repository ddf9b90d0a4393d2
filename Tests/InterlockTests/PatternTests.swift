import Foundation
import Testing

@Suite("pattern")
struct PatternTests {
  @Test("a verdict is a word and an exit status")
  func single() throws {
    let scratch = try Scratch(["p.json": #"{"source": ["shop"]}"#, "e.json": #"{"source": "shop"}"#])
    let match = try scratch.run("pattern", "test", "--pattern", "p.json", "--event", "e.json")
    #expect(match.status == 0 && match.output == "match\n")
    let other = try scratch.run(
      "pattern", "test", "--pattern", "p.json", "--event", #"{"source": "x"}"#)
    #expect(other.status == 1 && other.output == "no-match\n")
    let pattern = try scratch.run(
      "pattern", "test", "--pattern", #"{"source": "shop"}"#, "--event", "e.json")
    #expect(pattern.status == 2 && pattern.errors.contains("--> <pattern>:1:"))
    let event = try scratch.run("pattern", "test", "--pattern", "p.json", "--event", "-", input: "[]")
    #expect(event.status == 2 && event.errors.contains("the event is invalid"))
  }

  @Test("a batch gives a verdict a line, in order; JSON stands as it is or in a string")
  func batch() throws {
    let lines = [
      #"{"id": 1, "pattern": {"a": [1]}, "event": {"a": 1.0}}"#,
      #"{"id": "two", "pattern": "{\"a\": [1]}", "event": "{\"a\": \"\\u0031\"}"}"#,
      #"{"id": null, "pattern": {"a": 1}, "event": {}}"#,
      #"{"pattern": {"a": [1]}, "event": "{"}"#,
      #"{"id": "d", "pattern": {"a": [1]}, "event": {}, "dialect": "nonesuch"}"#,
      #"{"id": "k", "pattern": {"a": [2]}, "event": {"a": 1, "a": 2}}"#,
      #"{"id": "s", "pattern": {"a": ["x"]}, "event": {"a": "x"}, "dialect": "sns-body"}"#,
    ]
    let run = try Scratch().run("pattern", "test", "--batch", "-", input: lines.joined(separator: "\n"))
    #expect(run.status == 0, "\(run.errors)")
    let verdicts = try run.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(
      verdicts.map { $0["verdict"] as? String } == [
        "match", "no-match", "invalid-pattern", "invalid-event", "invalid-pattern", "match", "match",
      ])
    #expect(verdicts[0]["id"] as? Int == 1 && verdicts[1]["id"] as? String == "two")
    #expect(verdicts[2]["error"] is String && verdicts[0]["error"] == nil)
  }

  @Test("a batch agrees with every verdict that the service and its matcher have given",
    arguments: ["service-verdicts", "random-verdicts"])
  func corpus(name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "grammar/corpus/\(name).jsonl")
    let run = try Scratch().run("pattern", "test", "--batch", file.path)
    let expected = try Self.objects(String(contentsOf: file, encoding: .utf8))
    let given = try Self.objects(run.output)
    #expect(run.status == 0 && given.count == expected.count)
    for (row, answer) in zip(expected, given) {
      let word = row["expect"] == "invalid" ? "invalid-pattern" : row["expect"]
      // A fault inside the service has no text of its own.
      let text = row["error"].map { $0.hasPrefix("THROW") ? "" : $0 }
      let isRight =
        answer["id"] == row["id"] && answer["verdict"] == word
        && (text == nil || answer["error"]?.hasSuffix(text ?? "") == true)
      #expect(isRight, "\(row) was answered \(answer)")
    }
  }

  private static func objects(_ lines: String) throws -> [[String: String]] {
    try lines.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String] ?? [:]
    }
  }

  @Test("lines of a batch that are no record are told, and the others are answered",
    arguments: ["", "[]", "{", #"{"pattern": {}}"#, #"{"id": {}, "pattern": "", "event": ""}"#, "\u{0}"])
  func badBatch(_ line: String) throws {
    let good = #"{"id": 1, "pattern": {"a": [1]}, "event": {"a": 1}}"#
    let run = try Scratch().run("pattern", "test", "--batch", "-", input: "\(line)\n\(good)\n")
    #expect(run.status == (line.isEmpty ? 0 : 2))
    #expect(run.output == "{\"id\":1,\"verdict\":\"match\"}\n")
  }

  @Test("the envelope of TestEventPattern is asked for only on request")
  func envelope() throws {
    let arguments = ["pattern", "test", "--pattern", #"{"a": [1]}"#, "--event", #"{"a": 1}"#]
    #expect(try Scratch().run(arguments).status == 0)
    #expect(try Scratch().run(arguments + ["--require-envelope"]).status == 2)
  }

  @Test(
    "two patterns are compared, with events that show it",
    arguments: [
      (#"{"a": ["x"]}"#, #"{"a": ["x"]}"#, "equal"),
      (#"{"source": ["x"]}"#, #"{"source": ["x", "y"]}"#, "A inside B"),
      (#"{"source": [{"prefix": "x"}]}"#, #"{"source": ["xy"]}"#, "B inside A"),
      (#"{"source": ["x", "y"]}"#, #"{"source": ["y", "z"]}"#, "overlapping"),
      (#"{"source": ["x"]}"#, #"{"source": ["y"]}"#, "disjoint"),
    ])
  func compare(_ a: String, _ b: String, _ relation: String) throws {
    let run = try Scratch().run("pattern", "compare", a, b, "--format", "json")
    #expect(run.status == 0)
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(parsed["relation"] as? String == relation)
    #expect((parsed["both"] is [String: Any]) == (relation != "disjoint"))
    #expect((parsed["onlyA"] is [String: Any]) == !["equal", "A inside B"].contains(relation))
    #expect((parsed["onlyB"] is [String: Any]) == !["equal", "B inside A"].contains(relation))
  }

  @Test("a witness is an event that the pattern takes")
  func witness() throws {
    let pattern = #"{"source": ["s"], "detail": {"n": [{"numeric": [">", 3]}]}}"#
    let run = try Scratch().run("pattern", "witness", pattern)
    #expect(run.status == 0)
    let test = try Scratch().run(
      "pattern", "test", "--pattern", pattern, "--event", run.output)
    #expect(test.output == "match\n")
  }

  @Test("a witness for one pattern and not for others")
  func witnessOfDifference() throws {
    let wide = #"{"source": [{"prefix": "s"}]}"#
    let narrow = #"{"source": ["s", "sample"]}"#
    let run = try Scratch().run("pattern", "witness", wide, "--not", narrow)
    #expect(run.status == 0)
    for (pattern, word) in [(wide, "match\n"), (narrow, "no-match\n")] {
      let test = try Scratch().run(
        "pattern", "test", "--require-envelope", "--pattern", pattern, "--event", run.output)
      #expect(test.output == word)
    }
    let none = try Scratch().run("pattern", "witness", narrow, "--not", #"{"a": [1]}"#, "--not", wide)
    #expect(none.status == 1 && none.output.isEmpty)
    #expect(none.errors == "no event can match this pattern and not the others\n")
    #expect(try Scratch().run("pattern", "witness", "-", "--not", "-").status == 2)
  }

  @Test(
    "the payload of a record is read as the service reads it",
    arguments: [
      ("sqs", #"{"body": {"a": [1]}}"#, #"{"body": "{\"a\": 1.0}"}"#, true),
      ("sqs", #"{"body": {"a": [1]}}"#, #"{"body": {"a": 1}}"#, true),
      ("sqs", #"{"body": {"a": [1]}}"#, #"{"body": "{\"a\": 2}"}"#, false),
      // What is no JSON is dropped, even where the filter wants nothing to be there.
      ("sqs", #"{"body": {"a": [{"exists": false}]}}"#, #"{"body": "a plain text"}"#, false),
      ("sqs", #"{"body": {"a": [{"exists": false}]}}"#, #"{"body": "{\"b\": 1"}"#, false),
      ("sqs", #"{"body": {"a": [{"exists": false}]}}"#, #"{"body": "{\"b\": 1}"}"#, true),
      ("sqs", #"{"body": {"a": [{"exists": false}]}}"#, #"{"body": "{\"b\": 1},\"c\":{}"}"#, false),
      ("sqs", #"{"body": ["a plain text"]}"#, #"{"body": "a plain text"}"#, true),
      ("sqs", #"{"body": ["{}"]}"#, #"{"body": "{}"}"#, false),
      ("sqs", #"{"awsRegion": ["eu-west-1"]}"#, #"{"awsRegion": "eu-west-1", "body": "{}"}"#, true),
      ("kinesis", #"{"data": {"a": [1]}}"#, #"{"kinesis": {"data": "eyJhIjoxfQ=="}}"#, true),
      ("kinesis", #"{"data": {"a": [1]}}"#, #"{"data": "eyJhIjoxfQ=="}"#, true),
      ("kinesis", #"{"data": ["plain"]}"#, #"{"data": "cGxhaW4="}"#, true),
      ("mq", #"{"data": {"a": [1]}}"#, #"{"data": "eyJhIjoxfQ=="}"#, true),
      ("kafka", #"{"value": {"a": [2]}}"#, #"{"value": "eyJhIjoxfQ=="}"#, false),
      (
        "dynamodb", #"{"dynamodb": {"Keys": {"id": {"N": ["101"]}}}}"#,
        #"{"dynamodb": {"Keys": {"id": {"N": "101"}}}}"#, true
      ),
      (
        "dynamodb", #"{"dynamodb": {"Keys": {"id": {"N": [{"numeric": ["=", 101]}]}}}}"#,
        #"{"dynamodb": {"Keys": {"id": {"N": "101"}}}}"#, false
      ),
    ])
  func records(source: String, filter: String, record: String, isMatch: Bool) throws {
    for service in ["event-source-mapping", "pipes"] {
      let run = try Scratch().run(
        "pattern", "test", "--dialect", "\(service)/\(source)", "--pattern", filter, "--event", record)
      #expect(run.output == (isMatch ? "match\n" : "no-match\n"), "\(run.errors)")
    }
  }

  @Test("what a record's source has to do with it is explained")
  func explainRecords() throws {
    let sqs = try Scratch().run(
      "pattern", "explain", "--dialect", "event-source-mapping/sqs", #"{"body": {"a": [1]}}"#)
    #expect(sqs.output.contains("A message that does not match is deleted"))
    let mistaken = try Scratch().run(
      "pattern", "explain", "--dialect", "pipes/kinesis", #"{"body": {"a": [1]}}"#)
    #expect(mistaken.output.contains("pattern/unknown-field"))
    let unknown = try Scratch().run(
      "pattern", "explain", "--dialect", "pipes/sns", #"{"body": {"a": [1]}}"#)
    #expect(unknown.status == 2 && unknown.errors.contains("'pipes/sqs'"))
  }

  @Test("a custom event bus has a dialect of its own, with the warnings for events")
  func customEventBus() throws {
    let long = (0..<400).map { #""value-\#($0)""# }.joined(separator: ", ")
    let pattern = #"{"source": ["s"], "detial": {"a": [\#(long)]}}"#
    let custom = try Scratch().run("pattern", "explain", "--dialect", "custom-event-bus", pattern)
    #expect(custom.output.contains("did you mean 'detail'"))
    #expect(custom.output.contains("pattern/too-large"), "over 4,096 bytes")
    let refused = try Scratch().run(
      "pattern", "explain", "--dialect", "custom-event-bus", #"{"source": "s"}"#)
    #expect(refused.errors.contains("Event pattern is not valid. Reason: \"source\" must be"))
  }

  @Test(
    "what can never stand in a field of the envelope is told by the field",
    arguments: [
      (#"{"source": ["s"], "account": [123456789012]}"#, "type-mismatch", "write \"123456789012\""),
      (#"{"source": ["s"], "time": [{"numeric": [">", 0]}]}"#, "type-mismatch", "'time'"),
      (#"{"source": [true]}"#, "type-mismatch", "always a string"),
      (#"{"source": ["s"], "detail": [{"exists": true}]}"#, "exists-on-object", "'detail' is an object"),
      (#"{"source": ["s"], "detail": ["x"]}"#, "object-tested", "test a field inside it"),
    ])
  func envelopeTypes(pattern: String, rule: String, words: String) throws {
    let run = try Scratch().run("pattern", "explain", pattern)
    #expect(run.output.contains("[pattern/\(rule)]") && run.output.contains(words), "\(run.output)")
    #expect(!run.output.contains("pattern/contradiction"))
  }

  @Test("a refusal has the service's words and what to write instead")
  func refusalHelp() throws {
    let run = try Scratch().run(
      "pattern", "explain", "--dialect", "pipes", #"{"data": {"a": [{"wildcard": "x*"}]}}"#)
    #expect(run.status == 2 && run.errors.contains("Unrecognized match type wildcard"))
    #expect(run.errors.contains("= help: "), "\(run.errors)")
  }

  @Test("a pattern is explained in words, with what looks mistaken in it")
  func explain() throws {
    let pattern = #"{"source": ["s"], "detail": {"n": [{"numeric": [">", 3, "<=", 9]}]}}"#
    let run = try Scratch().run("pattern", "explain", pattern)
    #expect(run.output.contains("- detail.n is a number above 3 and of at most 9\n"))
    #expect(!run.output.contains("warning"))
    let mistaken = try Scratch().run("pattern", "explain", #"{"detail-typ": ["x"]}"#)
    #expect(mistaken.status == 0 && mistaken.output.contains("--> <pattern>:1:"), "\(mistaken.output)")
  }
}
