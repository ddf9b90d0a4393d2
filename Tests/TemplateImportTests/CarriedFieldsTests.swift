import AccessPolicy
import Diagnostics
import Foundation
import Testing
import Topology

@testable import TemplateImport

/// What does not show in routes but is read by checks and by the cost report.
@Suite("What templates say of resources is carried into the topology")
struct CarriedFieldsTests {
  private func topology(_ path: String) throws -> Topology {
    try ImportedFixture(FixtureTests.folder.appending(path: path).path).topology
  }

  @Test func ofFunctions() throws {
    let function = try #require(try topology("lambda/function.yaml").functions["Function"])
    #expect(function.architecture == .arm64)
    #expect(function.memory?.value == ByteSize(bytes: 512 * 1_048_576))
    #expect(function.timeout?.value == .seconds(20))
    #expect(function.ephemeralStorage == ByteSize(bytes: 1_073_741_824))
    #expect(function.concurrency?.value == 10)
    #expect(function.recursiveLoopAllowed)
    #expect(function.info.tracing == true)
    #expect(function.info.vpc == "subnet-1")
    #expect(function.info.tags == ["team": "shop"])
    #expect(function.role?.value == .resource(ResourceID(.role, "Role")))
    #expect(function.retry.attempts?.value == 1)
    #expect(function.retry.maxAge?.value == .seconds(300))
    #expect(function.physicalName == "orders")
  }

  @Test func ofPermissions() throws {
    let function = try #require(try topology("lambda/function.yaml").functions["Function"])
    let principals = function.policy.map { statement in
      statement.principals?.entries.map { "\($0.kind) \($0.value.value)" } ?? []
    }
    #expect(
      principals == [
        ["service sns.amazonaws.com"], ["service s3.amazonaws.com"], ["aws 210987654321"],
        ["service events.amazonaws.com"],
      ])
    let keys = function.policy.map { $0.conditions.map(\.key.value) }
    #expect(
      keys == [["AWS:SourceArn"], ["AWS:SourceArn", "AWS:SourceAccount"], [], ["AWS:SourceArn"]])
  }

  @Test func ofTriggers() throws {
    let function = try #require(try topology("lambda/event-sources.yaml").functions["Function"])
    let first = try #require(function.triggers.first)
    #expect(first.batchSize?.value == 20)
    #expect(first.batchWindow?.value == .seconds(5))
    #expect(first.maximumConcurrency?.value == 10)
    #expect(first.reportBatchItemFailures)
    #expect(function.provisionedConcurrency == 5)
    let stream = function.triggers[1]
    #expect(stream.maximumRetryAttempts == nil && stream.maximumRecordAge == nil)
    #expect(stream.bisectBatchOnFunctionError && stream.parallelizationFactor?.value == 2)
  }

  @Test func ofTargets() throws {
    let topology = try topology("events/targets.yaml")
    let bus = try #require(topology.buses["Bus"])
    let targets = bus.rules[0].targets
    #expect(targets[0].messageGroupId?.value == "$.detail.id")
    #expect(targets[0].retry.attempts?.value == 4)
    #expect(targets[0].retry.maxAge?.value == .seconds(400))
    guard case .transform(_, let names, let template)? = targets[1].input?.value else {
      Issue.record("the transformer is lost")
      return
    }
    #expect(names == ["id", "region"])
    #expect(template.value == "\"order <id> of <region> in ${StackName}\"")
    guard case .path("$.detail")? = targets[2].input.map(\.value).map(Path.init) else {
      Issue.record("the path is lost")
      return
    }
    // The rule's own role stands for targets that name none.
    #expect(targets[0].role?.value == .resource(ResourceID(.role, "Role")))
    #expect(targets[4].role?.value == .resource(ResourceID(.role, "FargateRole")))
  }

  private enum Path {
    case path(String)
    case other

    init(_ input: TargetInput) {
      if case .path(let path) = input { self = .path(path.value) } else { self = .other }
    }
  }

  @Test func ofBuses() throws {
    let topology = try topology("events/bus-to-bus.yaml")
    let shared = try #require(topology.buses["Shared"])
    #expect(shared.archive?.retention?.value == .seconds(30 * 86_400))
    #expect(shared.policy.count == 1)
    #expect(shared.policy.first?.conditions.first?.key.value == "aws:PrincipalOrgID")
    #expect(topology.buses["Local"]?.archive?.retention == nil)
    #expect(topology.buses["default"]?.policy.count == 1)
  }

  @Test func ofLogGroups() throws {
    let topology = try topology("logs/groups.yaml")
    let group = try #require(topology.logGroups["Events"])
    #expect(group.retention?.value == .seconds(14 * 86_400))
    #expect(group.policy.count == 1)
    #expect(topology.logGroups["Other"]?.policy.isEmpty == true)
  }

  @Test func ofQueuesAndAlarms() throws {
    let queues = try topology("sqs/redrive.yaml").queues
    #expect(queues["Orders"]?.deadLetter?.maxReceiveCount?.value == 5)
    #expect(queues["ByText"]?.deadLetter?.maxReceiveCount?.value == 5)
    #expect(queues["ByArn"]?.policy.count == 1)
    let topology = try topology("cloudwatch/alarms.yaml")
    let alarm = try #require(topology.alarms["Filling"])
    #expect(alarm.of?.value == .resource(ResourceID(.queue, "Letters")))
    #expect(alarm.threshold == 1)
    #expect(topology.alarms["Failing"]?.rule?.value == "Rule")
    #expect(topology.alarms["Failing"]?.of?.value == .resource(ResourceID(.bus, "Bus")))
    #expect(topology.hasTrail == true && topology.hasDashboards == true)
  }
}
