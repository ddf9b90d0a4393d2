/// Every check, by category and then by name.
package let allRules: [any Rule.Type] =
  accessRules + deliveryRules + loopRules + orderRules + patternRules + reachRules + structureRules

private let deliveryRules: [any Rule.Type] = [
  AsyncNoFailureExit.self,
  BatchFailures.self,
  BatchNeedsWindow.self,
  BusDeadLetterIdle.self,
  CertainLoss.self,
  ConcurrencyThrottles.self,
  CustomBusRetry.self,
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
  TooManyReaders.self,
  UnsupportedFailureExit.self,
  VisibilityBelowTimeout.self,
  VisibilityShort.self,
]

private let orderRules: [any Rule.Type] = [
  BucketToFIFO.self,
  ConstantGroup.self,
  FIFOBatch.self,
  FIFODeadLetter.self,
  FIFONeedsDeduplication.self,
  FIFONeedsGroup.self,
  FIFOSubscription.self,
  FIFOTopicTarget.self,
  NotIdempotent.self,
  OrderLost.self,
]

private let accessRules: [any Rule.Type] = [
  APIWithoutAuthorizer.self,
  ActionWildcard.self,
  ConfusedDeputy.self,
  InverseGrant.self,
  NeverMatchingCondition.self,
  PassRole.self,
  PublicAccess.self,
  ResourceWildcard.self,
  SourceMismatch.self,
  TrustWithoutExternalID.self,
]

private let patternRules: [any Rule.Type] = [
  AbsentParent.self,
  AcceptsAnyValue.self,
  Contradiction.self,
  DuplicateRule.self,
  ExistsOnObject.self,
  IgnoreCaseOutsideBMP.self,
  MatchesEverything.self,
  MissingSource.self,
  NeverMatches.self,
  ObjectTested.self,
  PatternSize.self,
  RecordType.self,
  RedundantAlternative.self,
  RuleInsideRule.self,
  RulesPerBus.self,
  TooLarge.self,
  TriggerFilters.self,
  TypeMismatch.self,
  UndeclaredValue.self,
  UnknownField.self,
  WildcardRules.self,
]

private let loopRules: [any Rule.Type] = [
  Amplification.self,
  BucketLoop.self,
  BusRing.self,
  DecayingLoop.self,
  EventLoop.self,
  HopLimit.self,
  MessageLoop.self,
  PossibleLoop.self,
  RecursionAllowed.self,
  RoleLoop.self,
  StatusLoop.self,
  TableLoop.self,
]

private let reachRules: [any Rule.Type] = [
  EventNeverSent.self,
  EventPartlyUnrouted.self,
  EventUnrouted.self,
  RuleNeverMatches.self,
  Unreachable.self,
]

private let structureRules: [any Rule.Type] = [
  AWSSourceOnCustomBus.self,
  DuplicateTargetId.self,
  NoConsumer.self,
  NoProducer.self,
  NotificationOverlap.self,
  RuleDisabled.self,
  RuleWithoutTargets.self,
  StateWithoutNext.self,
  TooManyTargets.self,
  UnreachableState.self,
  UnsupportedTarget.self,
]

/// Every kind of finding that has a page: the checks, what is said of templates as they are read, and
/// of suppressions themselves.
package let allFindingKinds: [any FindingKind.Type] =
  allRules.map { $0 as any FindingKind.Type } + templateFindings + suppressionFindings

package let suppressionFindings: [any FindingKind.Type] = [
  UnreasonedSuppression.self, UnknownSuppression.self, UnusedSuppression.self,
]
