import Diagnostics
import EventPattern
import YAMLTree

extension Pipe {
  static let record = Record<Pipe>(resource: "a pipe") { record in
    record.add(
      "source", .choice([PipeSource.reference.grammar, .definition(PipeSource.definition)]),
      "What is read: 'queue/…', 'stream/…', 'table/…', or {from, batchSize, …}."
    ) { node, pipe, context in
      if node.kind == .mapping { return PipeSource.record.fill(&pipe, from: node, &context) }
      pipe.source = PipeSource.reference.read(node, &context)
      return true
    }
    record.field(
      "filter", \.filters, Form<PatternUse>.pattern(.pipes).oneOrMany,
      "Which records: a pattern, or several of which one must match.", aka: ["filterCriteria"])
    record.field(
      "enrichment", \.enrichment, .reference(.function, .stateMachine, .api, .destination),
      "What is called to change a batch before it is sent on.")
    record.field(
      "target", \.target, .shortTarget, "What receives: 'bus/…', 'queue/…', or {to, input, …}.")
    record.field("role", \.role, .reference(.role), "The role that it runs as.", aka: ["roleArn"])
    record.field(
      "deadLetter", \.deadLetter, .failureExit,
      "Where records of a stream go that are given up.", aka: ["deadLetterConfig"])
    record.field(
      "retry", \.retry, .retry, "How often and how long a batch of a stream is tried again.")
    record.field(
      "state", \.isEnabled, .word(true: "enabled", false: "disabled"),
      "Whether it runs; 'enabled' if not said.", aka: ["desiredState"])
  }
}

private enum PipeSource {
  static let reference = Form<Reference>.reference(.queue, .stream, .table, .cluster, .broker)

  static let record = Record<Pipe>("a pipe's source") { record in
    record.field("from", \.source, reference, "What is read.", required: true)
    record.field(
      "batchSize", \.batchSize, .integer(1), "Records in one batch, at most.")
    record.field(
      "batchWindow", \.batchWindow, .duration("s"), "How long a batch is gathered.",
      aka: ["maximumBatchingWindowInSeconds"])
    record.field(
      "startingPosition", \.startingPosition,
      Form<String>.word("LATEST", "TRIM_HORIZON", "AT_TIMESTAMP").located,
      "Where reading a stream begins.")
    record.field("topic", \.topic, .text, "The Kafka topic.")
    record.field("queue", \.topic, .text, "The broker's queue.")
    record.exclusive("topic", "queue")
  }

  static let definition = Grammar.Definition("pipeSource") { record.grammar }
}

extension Schedule {
  static let record = Record<Schedule>(resource: "a schedule") { record in
    record.field(
      "schedule", \.expression, Form<String>.schedule("rate", "cron", "at").located,
      "When: 'rate(…)', 'cron(…)' or 'at(…)'.", aka: ["scheduleExpression", "expression"])
    record.field(
      "timezone", \.timezone, .text, "The time zone of 'cron' and 'at': 'Europe/Berlin'.",
      aka: ["scheduleExpressionTimezone"])
    record.field(
      "target", \.target, .shortTarget, "What is called: 'function/…', or {to, input, …}.")
    record.add(
      "deadLetter", deadLetter.grammar, "The queue for calls that the target refuses.",
      aka: ["deadLetterConfig"]
    ) { _, _, _ in true }
    record.add(
      "retry", Form<RetryPolicy>.retry.grammar, "How often and how long a call is tried again.",
      aka: ["retryPolicy"]
    ) { _, _, _ in true }
    record.field(
      "flexibleWindow", \.flexibleWindow, .duration("min"), "How late it may be.",
      aka: ["flexibleTimeWindow"])
    record.field(
      "state", \.isEnabled, .word(true: "enabled", false: "disabled"),
      "Whether it is switched on; 'enabled' if not said.")
    record.finish(completeTarget)
  }

  private static let deadLetter = Form<Reference>.failureExit

  /// Dead letters and retries may stand beside the target or inside it; inside wins.
  @Sendable private static func completeTarget(
    _ node: YAMLNode, _ schedule: inout Schedule, _ context: inout ReadingContext
  ) {
    guard var target = schedule.target else { return }
    let queue = node["deadLetter"].flatMap { deadLetter.read($0, &context) }
    let retry = node["retry"].flatMap { Form<RetryPolicy>.retry.read($0, &context) }
    target.deadLetter = target.deadLetter ?? queue
    target.retry.attempts = target.retry.attempts ?? retry?.attempts
    target.retry.maxAge = target.retry.maxAge ?? retry?.maxAge
    schedule.target = target
  }
}

extension Destination {
  static let record = Record<Destination>(resource: "a destination") { record in
    record.field(
      "endpoint", \.endpoint,
      Form<String>.string(
        "a URL that begins with https://", .sequence(["https://", .some(.visible)]),
        examples: ["https://api.example.com/orders"]
      ).located, "The URL that is called; '*' stands for what a target fills in.",
      aka: ["invocationEndpoint", "url"])
    record.field(
      "method", \.method, .word("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
      "The HTTP method.", aka: ["httpMethod"])
    record.field(
      "rateLimit", \.rateLimit, Form<Rate>.rate("/s").located, "Calls at most: '50/s'.",
      aka: ["invocationRateLimitPerSecond"])
    record.field("connection", \.connection, .connection, "How calls are authorised.")
  }
}

extension Form<Destination.Connection> {
  fileprivate static let connection: Form = {
    let record = Record<Destination.Connection>("a connection") { record in
      record.field(
        "authorization", \.authorization, Form<String>.word("apiKey", "basic", "oauth").located,
        "'apiKey', 'basic' or 'oauth'.", aka: ["authorizationType"])
    }
    return record.form(named: "connection") {
      Destination.Connection(authorization: nil, range: $0.range)
    }
  }()
}
