extension Setting {
  static let ruleAttempts = Setting(
    "eventbridge", "retries of a rule's target", 0...185, .count, standard: 185, Source.ruleRetry)
  static let ruleAge = Setting(
    "eventbridge", "age at which a rule gives up", 60...86_400, .seconds, standard: 86_400,
    Source.ruleRetry)
  static let subscriberAttempts = Setting(
    "eventbridge", "retries of a custom bus's subscriber", 0...185, .count, standard: 5,
    Source.customBus)
  static let subscriberAge = Setting(
    "eventbridge", "age at which a subscriber gives up", 60...86_400, .seconds, standard: 300,
    Source.customBus)
  static let scheduleAttempts = Setting(
    "scheduler", "retries of a schedule", 0...185, .count, standard: 185, Source.scheduleRetry)
  static let scheduleAge = Setting(
    "scheduler", "age at which a schedule gives up", 60...86_400, .seconds, standard: 86_400,
    Source.scheduleRetry)
  static let pipeAttempts = Setting(
    "pipes", "retries of a batch from a stream", 0...10_000, .count, endless: true,
    Source.pipeErrors)
  static let pipeAge = Setting(
    "pipes", "age at which a record is given up", 60...604_800, .seconds, endless: true,
    Source.pipeErrors)
  static let destinationRate = Setting(
    "eventbridge", "calls of an API destination", 1...300, .perSecond, standard: 300,
    Source.eventBridgeQuotas)

  static let functionTimeout = Setting(
    "lambda", "timeout of a function", 1...900, .seconds, standard: 3, Source.functionQuotas)
  static let functionAttempts = Setting(
    "lambda", "retries of an asynchronous invocation", 0...2, .count, standard: 2,
    Source.functionRetry)
  static let functionAge = Setting(
    "lambda", "age at which an invocation is given up", 60...21_600, .seconds, standard: 21_600,
    Source.functionRetry)
  static let triggerAttempts = Setting(
    "lambda", "retries of a batch from a stream", 0...10_000, .count, endless: true,
    Source.triggerAPI)
  static let triggerAge = Setting(
    "lambda", "age at which a record is given up", 60...604_800, .seconds, endless: true,
    Source.triggerAPI)
  static let batchSize = Setting(
    "lambda", "records of a batch", 1...10_000, .count, Source.triggerAPI)
  static let batchSizeFIFO = Setting(
    "lambda", "messages of a batch from a FIFO queue", 1...10, .count, standard: 10,
    Source.triggerAPI)
  static let batchSizeQueue = Setting(
    "lambda", "messages of a batch from a standard queue", 1...10_000, .count, standard: 10,
    Source.triggerAPI)
  static let batchWindow = Setting(
    "lambda", "window in which a batch is gathered", 0...300, .seconds, Source.triggerAPI)
  static let parallelization = Setting(
    "lambda", "batches of a shard at a time", 1...10, .count, standard: 1, Source.triggerAPI)
  static let triggerConcurrency = Setting(
    "lambda", "concurrency of a queue's trigger", 2...1_000, .count, Source.triggerParameters)

  static let visibilityTimeout = Setting(
    "sqs", "visibility timeout", 0...43_200, .seconds, standard: 30, Source.queueAttributes)
  static let retention = Setting(
    "sqs", "retention", 60...1_209_600, .seconds, standard: 345_600, Source.queueAttributes)
  static let delay = Setting(
    "sqs", "delay", 0...900, .seconds, standard: 0, Source.queueAttributes)
  static let receiveWait = Setting(
    "sqs", "receive wait time", 0...20, .seconds, standard: 0, Source.queueAttributes)
  static let messageSize = Setting(
    "sqs", "maximum message size", 1_024...1_048_576, .bytes, standard: 1_048_576,
    Source.queueAttributes)
  static let receiveCount = Setting(
    "sqs", "maximum receive count", 1...1_000, .count, standard: 10, Source.queueDeadLetter)

  static let all: [Setting] = [
    ruleAttempts, ruleAge, subscriberAttempts, subscriberAge, scheduleAttempts, scheduleAge,
    pipeAttempts, pipeAge, destinationRate, functionTimeout, functionAttempts, functionAge,
    triggerAttempts, triggerAge, batchSize, batchSizeFIFO, batchSizeQueue, batchWindow,
    parallelization, triggerConcurrency, visibilityTimeout, retention, delay, receiveWait,
    messageSize, receiveCount,
  ]
}
