import Testing

@Suite("test")
struct RouteTests {
  /// A bus that forwards to a second one, which would forward to a third; a topic; a filtered trigger.
  static let system = """
    topology: routes
    account: "123456789012"
    region: eu-central-1
    buses:
      first:
        rules:
          forward: {pattern: {source: [a]}, targets: [{to: bus/second, deadLetter: queue/lost}]}
          large: {pattern: {detail: {n: [{numeric: [">", 9]}]}}, targets: [{to: queue/large}]}
          shout: {pattern: {source: [a]}, targets: [{to: topic/news}]}
          changed:
            pattern: {source: [a]}
            targets: [{to: topic/blurred, input: {path: $.detail}}]
          off: {state: disabled, pattern: {source: [a]}, targets: [{to: queue/never}]}
      second:
        rules:
          take: {pattern: {source: [a]}, targets: [{to: queue/second}]}
          again: {pattern: {source: [a]}, targets: [{to: bus/third}]}
      third:
        rules:
          take: {pattern: {source: [a]}, targets: [{to: queue/third}]}
    topics:
      news:
        subscriptions:
          - {to: queue/by-body, filter: {source: [a]}, filterScope: MessageBody}
          - {to: queue/by-attribute, filter: {source: [a]}, filterScope: MessageAttributes}
      blurred:
        subscriptions:
          - {to: queue/blurred, filter: {n: [1]}, filterScope: MessageBody}
    queues:
      large: {}
      second: {}
      third: {}
      never: {}
      lost: {}
      by-body: {}
      by-attribute: {}
      blurred: {}
    functions:
      small: {triggers: [{from: queue/large, filter: {body: {detail: {n: [{numeric: ["<", 20]}]}}}}]}
    """

  private static func scratch(_ test: String) throws -> Scratch {
    try Scratch(["t.yaml": system + "\ntests:\n  - name: it\n    on: bus/first\n" + test])
  }

  @Test(
    "an event is followed over buses, topics and queues to what works on it",
    arguments: [
      ("{source: a}", "reaches: [queue/second, bus/second]"),
      ("{source: a, detail: {n: 10}}", "reaches: [queue/large, function/small]"),
      ("{source: a, detail: {n: 30}}", "reaches: [queue/large]\n    misses: [function/small]"),
      ("{source: a}", "reaches: [queue/by-body]\n    misses: [queue/by-attribute]"),
      ("{source: a}", "misses: [queue/third, bus/third, queue/lost, queue/never]"),
      ("{source: b}", "misses: [queue/second, topic/news]"),
    ])
  func passes(_ event: String, _ expectations: String) throws {
    let run = try Self.scratch("    event: \(event)\n    \(expectations)\n").run("test", "t.yaml")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.hasSuffix("1 passed, 0 failed\n"))
  }

  @Test(
    "a failing test shows the expectation and what stood in the way",
    arguments: [
      ("reaches: [queue/large]", "the event does not reach 'queue/large'", "'large' does not match"),
      ("reaches: [queue/third]", "does not reach 'queue/third'", "no route"),
      ("reaches: [bus/third]", "does not reach 'bus/third'", "does not hand on what came from"),
      ("misses: [queue/second]", "the event reaches 'queue/second'", "bus/first -> bus/second ->"),
      ("reaches: [queue/blurred]", "cannot be told", "changed on the way"),
    ])
  func fails(_ expectation: String, _ message: String, _ why: String) throws {
    let run = try Self.scratch("    event: {source: a, detail: {n: 1}}\n    \(expectation)\n")
      .run("test", "t.yaml")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.hasPrefix("FAIL  it\n") && run.output.hasSuffix("0 passed, 1 failed\n"))
    #expect(run.output.contains(message) && run.output.contains(why), "\(run.output)")
  }

  @Test("results come as JSON and JUnit too")
  func formats() throws {
    let scratch = try Self.scratch("    event: {source: a}\n    reaches: [queue/third]\n")
    let json = try scratch.run("test", "t.yaml", "--format", "json")
    #expect(json.status == 1 && json.output.contains(#""passed":0,"failed":1"#))
    let junit = try scratch.run("test", "t.yaml", "--format", "junit")
    #expect(junit.output.contains(#"tests="1" failures="1""#))
  }
}
