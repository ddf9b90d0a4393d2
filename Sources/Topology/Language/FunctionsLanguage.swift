import AccessPolicy
import Diagnostics
import EventPattern
import YAMLTree

extension Function {
  static let record = Record<Function>(resource: "a function") { record in
    record.field("role", \.role, .reference(.role), "The role that it runs as.")
    record.field("architecture", \.architecture, .words, "Its processor; 'x86_64' if not said.")
    addCapacity(&record)
    addFailure(&record)
    record.field(
      "triggers", \.triggers, Form<Trigger>.trigger.list(), "What it reads from.",
      aka: ["eventSourceMappings", "events"])
    record.field(
      "emits", \.emits, Form<Emission>.emission.list(), "What it sends on, for each invocation.")
    record.field(
      "policy", \.policy, .policy, "Who may invoke it: IAM's own grammar.", aka: ["permissions"])
    record.field(
      "idempotent", \.isIdempotent, .boolean, "Whether an event that comes twice does no harm.")
    record.field(
      "recursiveLoop", \.recursiveLoopAllowed, .word(true: "allow", false: "terminate"),
      "What Lambda does when it finds the function calling itself; 'terminate' if not said.")
    record.field(
      "validation", \.validatesInput, .boolean,
      "Whether what comes in is checked against its schema before it is processed.")
  }

  private static func addCapacity(_ record: inout Record<Function>) {
    record.field(
      "memory", \.memory, .size("MiB"), "Its memory; 128MiB if not said.",
      aka: ["memorySize"])
    record.field(
      "ephemeralStorage", \.ephemeralStorage, .size("MiB"), "Its disk; 512MiB if not said.")
    record.field(
      "timeout", \.timeout, .duration("s"), "When a run is cut off; 3s if not said.")
    record.field(
      "duration", \.duration, .duration("ms"), "The mean billed duration, for the cost report.")
    record.field(
      "concurrency", \.concurrency, .integer(), "Reserved concurrency.",
      aka: ["reservedConcurrentExecutions", "reservedConcurrency"])
    record.field(
      "provisionedConcurrency", \.provisionedConcurrency, .integer(), "Instances kept warm.")
  }

  private static func addFailure(_ record: inout Record<Function>) {
    record.field(
      "deadLetter", \.deadLetter, .failureExit,
      "Where events of failed asynchronous invocations go.", aka: ["deadLetterConfig", "dlq"])
    record.field(
      "onFailure", \.onFailure, .failureExit,
      "Where the record of a failed asynchronous invocation goes.")
    record.field(
      "onSuccess", \.onSuccess, .failureExit,
      "Where the record of a successful asynchronous invocation goes.")
    record.field(
      "retry", \.retry, .retry, "How often and how long an asynchronous invocation is retried.",
      aka: ["maximumRetryAttempts"])
  }
}

extension Form<Trigger> {
  fileprivate static let trigger: Form = {
    let record = Record<Trigger>("a trigger") { record in
      record.field(
        "from", \.from, .reference(.queue, .stream, .table, .cluster, .broker),
        "What is read: 'queue/…', 'stream/…', 'table/…', 'cluster/…', 'broker/…'.",
        aka: ["eventSourceArn", "source"], required: true)
      record.field("topic", \.topic, .text, "The Kafka topic.", aka: ["topics"])
      record.field("queue", \.topic, .text, "The broker's queue.", aka: ["queues"])
      record.exclusive("topic", "queue")
      addFilters(&record)
      addBatching(&record)
      addRetries(&record)
      record.field("enabled", \.isEnabled, .boolean, "Whether it is switched on.")
    }
    return record.form(named: "trigger") { Trigger(from: .unread(at: $0.range), range: $0.range) }
  }()

  private static func addFilters(_ record: inout Record<Trigger>) {
    let patterns = Form<PatternUse>.pattern(.eventSourceMapping).oneOrMany
    record.field(
      "filter", \.filters, patterns,
      "Which records: a pattern, or several of which one must match.",
      aka: ["filterCriteria"])
    record.field("filters", \.filters, patterns, "The same as 'filter'.")
    record.exclusive("filter", "filters")
  }

  private static func addBatching(_ record: inout Record<Trigger>) {
    record.field(
      "batchSize", \.batchSize, .integer(1), "Records in one invocation, at most.")
    record.field(
      "batchWindow", \.batchWindow, .duration("s"), "How long a batch is gathered.",
      aka: ["maximumBatchingWindow", "maximumBatchingWindowInSeconds"])
    record.field(
      "startingPosition", \.startingPosition,
      Form<String>.word("LATEST", "TRIM_HORIZON", "AT_TIMESTAMP").located,
      "Where reading a stream begins.")
    record.field(
      "parallelizationFactor", \.parallelizationFactor, .integer(1),
      "Batches of one shard that are worked on at once.")
    record.field(
      "maximumConcurrency", \.maximumConcurrency, .integer(1),
      "Invocations at once for a queue, at most.", aka: ["scalingConfig"])
    record.field(
      "reportBatchItemFailures", \.reportBatchItemFailures, .boolean,
      "Only the records that failed come again, not the whole batch.",
      aka: ["functionResponseTypes"])
  }

  private static func addRetries(_ record: inout Record<Trigger>) {
    record.field(
      "onFailure", \.onFailure, .failureExit,
      "Where the record of a batch that was given up goes.", aka: ["destinationConfig"])
    record.field(
      "maximumRetryAttempts", \.maximumRetryAttempts, .integer(),
      "How often a batch of a stream is tried again; until it expires if not said.")
    record.field(
      "maximumRecordAge", \.maximumRecordAge, .duration("s"),
      "How old a record of a stream may be; until it expires if not said.",
      aka: ["maximumRecordAgeInSeconds"])
    record.field(
      "bisectBatchOnFunctionError", \.bisectBatchOnFunctionError, .boolean,
      "A batch that fails is tried again in two halves.")
  }
}
