import AccessPolicy
import Diagnostics
import EventPattern
import YAMLTree

extension Topic {
  static let record = Record<Topic>(resource: "a topic") { record in
    record.field("fifo", \.isFIFO, .boolean, "Whether it keeps order.", aka: ["fifoTopic"])
    record.field(
      "contentBasedDeduplication", \.contentBasedDeduplication, .boolean,
      "Takes messages with equal bodies for the same.")
    record.field("policy", \.policy, .policy, "Who may publish and subscribe: IAM's own grammar.")
    record.field(
      "subscriptions", \.subscriptions, Form<Subscription>.subscription.list(), "Who receives.")
  }
}

extension Form<Subscription> {
  fileprivate static let subscription: Form = {
    let record = Record<Subscription>("a subscription") { record in
      record.field(
        "to", \.to, .subscriber, "Who receives: 'queue/…', 'function/…', an address.",
        aka: ["endpoint"], required: true)
      record.field(
        "protocol", \.protocol, Form<String>.protocols.located, "How; told from 'to' if not said.")
      record.add(
        "filter", .delegated(PatternGrammar.definition), "Which messages: a filter policy.",
        aka: ["filterPolicy"]
      ) { _, _, _ in true }
      record.field(
        "filterScope", \.filterScope, Form<Subscription.FilterScope>.words.located,
        "What the filter reads; 'MessageAttributes' if not said.", aka: ["filterPolicyScope"])
      record.field(
        "deadLetter", \.deadLetter, .failureExit, "The queue for what cannot be delivered.",
        aka: ["redrivePolicy", "dlq"])
      record.field(
        "rawMessageDelivery", \.rawMessageDelivery, .boolean,
        "Sends the message without SNS's envelope.")
      record.field(
        "role", \.role, .reference(.role), "The role that delivers to Firehose.",
        aka: ["subscriptionRoleArn"])
      record.finish { node, subscription, context in
        guard let filter = node["filter"] else { return }
        let scope = subscription.filterScope?.value ?? .messageAttributes
        let dialect = scope == .messageBody ? PatternDialect.snsBody : .snsAttributes
        subscription.filter = .read(filter, dialect, &context)
      }
    }
    return record.form(named: "subscription") {
      Subscription(to: .unread(at: $0.range), range: $0.range)
    }
  }()
}

extension Subscription.FilterScope: CaseIterable {
  package static let allCases = [messageAttributes, messageBody]
}

extension Form<String> {
  fileprivate static let protocols = word(
    "sqs", "lambda", "https", "http", "email", "email-json", "sms", "firehose", "application")
}

extension Queue {
  static let record = Record<Queue>(resource: "a queue") { record in
    record.field("fifo", \.isFIFO, .boolean, "Whether it keeps order.", aka: ["fifoQueue"])
    record.field(
      "contentBasedDeduplication", \.contentBasedDeduplication, .boolean,
      "Takes messages with equal bodies for the same.")
    record.field(
      "visibilityTimeout", \.visibilityTimeout, .duration("s"),
      "How long a message that is being worked on is hidden from others; 30s if not said.")
    record.field(
      "retention", \.retention, .duration("s"),
      "How long a message is kept; 4d if not said.", aka: ["messageRetentionPeriod"])
    record.field(
      "delay", \.delay, .duration("s"), "How long a new message is hidden.",
      aka: ["delaySeconds"])
    record.field(
      "receiveWaitTime", \.receiveWaitTime, .duration("s"),
      "How long a receiver waits for a message (long polling).",
      aka: ["receiveMessageWaitTimeSeconds", "receiveMessageWaitTime"])
    record.field(
      "maximumMessageSize", \.maximumMessageSize, .size("B"), "The largest message taken.")
    record.field(
      "deadLetter", \.deadLetter, .redrive,
      "The queue for messages that are received too often: {queue, maxReceiveCount}.",
      aka: ["redrivePolicy", "dlq"])
    record.field(
      "redriveAllow", \.redriveAllow, .redriveAllow,
      "Which queues may use this one for their dead letters.", aka: ["redriveAllowPolicy"])
    record.field("policy", \.policy, .policy, "Who may send and receive: IAM's own grammar.")
  }
}

extension Form<Queue.Redrive> {
  fileprivate static let redrive: Form = {
    let queue = Form<Reference>.reference(.queue)
    let record = Record<Queue.Redrive>("a dead-letter setting") { record in
      record.field(
        "queue", \.queue, queue, "The queue that receives them.", aka: ["deadLetterTargetArn"],
        required: true)
      record.field(
        "maxReceiveCount", \.maxReceiveCount, .integer(),
        "How often a message may be received before it goes there.")
    }
    let short = Form(queue.grammar) { node, context in
      queue.read(node, &context).map {
        Queue.Redrive(queue: $0, maxReceiveCount: nil, range: node.range)
      }
    }
    return short.or(
      record.form(named: "redrive") {
        Queue.Redrive(queue: .unread(at: $0.range), maxReceiveCount: nil, range: $0.range)
      })
  }()
}

extension Form<Queue.RedriveAllow> {
  fileprivate static let redriveAllow: Form = {
    let words = Form(.word(["allowAll", "denyAll"])) { node, _ in
      node.text == "allowAll" ? Queue.RedriveAllow.all : .none
    }
    let queues = Form<Reference>.reference(.queue).list(atLeast: 1)
    return words.or(queues.map { .byQueue($0) })
  }()
}
