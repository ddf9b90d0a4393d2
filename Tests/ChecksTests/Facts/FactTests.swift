import Testing
import Topology

@testable import Checks

@Suite struct FactTests {
  @Test func everyFactHasItsSourceAndDate() {
    for fact in allFacts {
      #expect(!fact.topic.isEmpty && !fact.name.isEmpty && !fact.value.isEmpty)
      #expect(fact.source.hasPrefix("https://docs.aws.amazon.com/"), "\(fact.name)")
      let date = fact.asOf.split(separator: "-").compactMap { Int($0) }
      #expect(date.count == 2 && date[0] >= 2026 && (1...12).contains(date[1]))
    }
  }

  @Test func noFactStandsTwice() {
    let names = allFacts.map { "\($0.topic): \($0.name)" }
    #expect(names.count == Set(names).count)
    #expect(Set(Quota.all.map(\.name)).count == Quota.all.count)
  }

  @Test func whatHoldsByDefaultIsAllowed() {
    for setting in Setting.all {
      #expect(setting.standard.map(setting.allows) ?? true, "\(setting.name)")
      #expect(!setting.allows(setting.range.upperBound + 1), "\(setting.name)")
      #expect(setting.allows(-1) == setting.allowsEndless, "\(setting.name)")
    }
  }

  @Test func everyIntegrationThatIsKnownHasItsExit() {
    let open: Set<Integration> = [.pipeFromUnknown, .unknownTrigger]
    for integration in Integration.allCases {
      #expect((FailureExitFact.of(integration) == nil) == open.contains(integration))
    }
  }

  @Test(arguments: [
    ("arn:aws:batch:us-east-1:123456789012:job-queue/x", true),
    ("arn:aws:ssm:us-east-1:123456789012:document/x", true),
    ("arn:aws:sqs:us-east-1:123456789012:x", false),
    ("arn:aws:events:us-east-1:123456789012:event-bus/x", false),
    ("arn:aws:events:us-east-1:123456789012:api-destination/x/1", true),
  ])
  func whoNeedsARole(_ target: String, _ needsRole: Bool) {
    #expect(TargetAccess.of(.arn(target))?.needsRole == needsRole)
  }

  @Test func aTargetThatIsNotKnownNeedsNothing() {
    #expect(TargetAccess.of(.arn("arn:aws:ssm:us-east-1:123456789012:opsitem")) == nil)
    #expect(TargetAccess.of(.unknown(reason: "")) == nil)
    #expect(TargetAccess.of(.endpoint("https://example.com")) == nil)
  }

  @Test func aGrantedQuotaReplacesTheUsualOne() {
    let limits = Limits(granted: ["rules per bus": 7])
    #expect(limits[.rulesPerBus] == 7)
    #expect(limits[.targetsPerRule] == Quota.targetsPerRule.value)
  }
}
