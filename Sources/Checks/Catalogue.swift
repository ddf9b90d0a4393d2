/// Every check, by category and then by name.
package let allRules: [any Rule.Type] = deliveryRules + orderRules + accessRules + patternRules

private let deliveryRules: [any Rule.Type] = [
  AsyncNoFailureExit.self,
  BatchFailures.self,
  BusDeadLetterIdle.self,
  CertainLoss.self,
  DeadLetterElsewhere.self,
  DeadLetterExpiresFirst.self,
  DeadLetterIsTarget.self,
  DeadLetterRing.self,
  DeadLetterShared.self,
  DeadLetterUnwatched.self,
  DeadLetterWrongKind.self,
  DeadLetterWrongType.self,
  EncryptedBusNoDeadLetter.self,
  FilterDeletes.self,
  InputToOtherAccount.self,
  InputUnused.self,
  InputVariable.self,
  NoDeadLetter.self,
  OutOfRange.self,
  QueueNoDeadLetter.self,
  ReceiveCountLow.self,
  RedriveRefused.self,
  RedriveStorm.self,
  StreamBlocks.self,
  StreamDrops.self,
  SubscriptionNoDeadLetter.self,
  SubscriptionProtocol.self,
  TargetNeedsRole.self,
  TaskWithoutRetry.self,
  UnsupportedFailureExit.self,
  VisibilityBelowTimeout.self,
  VisibilityShort.self,
]

private let orderRules: [any Rule.Type] = []

private let accessRules: [any Rule.Type] = []

private let patternRules: [any Rule.Type] = []

/// Every kind of finding that has a page: the checks, and what is said of suppressions themselves.
package let allFindingKinds: [any FindingKind.Type] =
  allRules.map { $0 as any FindingKind.Type } + suppressionFindings

package let suppressionFindings: [any FindingKind.Type] = [
  UnreasonedSuppression.self, UnknownSuppression.self, UnusedSuppression.self,
]
