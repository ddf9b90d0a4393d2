/// Where facts are written.
enum Source {
  private static let eventBridge = "https://docs.aws.amazon.com/eventbridge/latest/userguide/"
  private static let lambda = "https://docs.aws.amazon.com/lambda/latest/dg/"
  private static let queues =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
  private static let topics = "https://docs.aws.amazon.com/sns/latest/dg/"

  static let eventBridgeQuotas = eventBridge + "eb-quota.html"
  static let putRule =
    "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html"
  static let ruleDeadLetter = eventBridge + "eb-rule-dlq.html"
  static let ruleRetry = eventBridge + "eb-rule-retry-policy.html"
  static let ruleTargets = eventBridge + "eb-targets.html"
  static let ruleRoles = eventBridge + "eb-events-iam-roles.html"
  static let ruleInput = eventBridge + "eb-transform-target-input.html"
  static let busDeadLetter = eventBridge + "eb-encryption-event-bus-dlq.html"
  static let customBus = eventBridge + "eb-custom-bus-migrate.html"
  static let pipeErrors = eventBridge + "eb-pipes-error-troubleshooting.html"
  static let pipePermissions = eventBridge + "eb-pipes-permissions.html"

  static let scheduleDeadLetter =
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html"
  static let scheduleTarget =
    "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Target.html"
  static let scheduleRetry =
    "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html"

  static let functionDestinations = lambda + "invocation-async-retain-records.html"
  static let functionRetry = lambda + "invocation-async-configuring.html"
  static let functionQuotas = lambda + "gettingstarted-limits.html"
  static let streamTriggers = lambda + "kinesis-on-failure-destination.html"
  static let queueTriggers = lambda + "services-sqs-errorhandling.html"
  static let triggerParameters = lambda + "services-sqs-parameters.html"
  static let triggerAPI = lambda + "API_CreateEventSourceMapping.html"
  static let triggerFilters = lambda + "invocation-eventfiltering.html"

  static let queueDeadLetter = queues + "sqs-dead-letter-queues.html"
  static let queueAttributes =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html"
  static let queueRetention = queues + "setting-up-dead-letter-queue-retention.html"

  static let topicDeadLetter = topics + "sns-dead-letter-queues.html"
  static let topicFIFO = topics + "fifo-message-delivery.html"
  static let topicSubscribe =
    "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html"

  static let tableStreams =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html"
  static let streamReaders =
    "https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html"
  static let bucketNotifications =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html"
}
