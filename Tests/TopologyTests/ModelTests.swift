import AccessPolicy
import Diagnostics
import EventPattern
import Foundation
import Testing

@testable import Topology

/// What the fixtures say, as the model holds it.
@Suite("The model")
struct ModelTests {
  private func fixture(_ name: String) throws -> Topology {
    let workspace = try Workspace(folder: FixtureTests.folder.appending(path: "ok"))
    return workspace.read(["\(name).yaml"])
  }

  private func queue(_ name: String) -> ReferenceTarget { .resource(ResourceID(.queue, name)) }

  @Test("carries the file's defaults and what a resource says instead")
  func defaults() throws {
    let topology = try fixture("settings")
    #expect(topology.name?.value == "parcels")
    #expect(topology.pricing?.value == "aws-us-east-1")
    #expect(topology.hasTrail == true && topology.hasDashboards == true)
    let plain = try #require(topology.queues["plain"]?.info)
    #expect(plain.account?.value == "123456789012" && plain.region?.value == "us-east-1")
    #expect(!plain.isExternal && plain.encryption == nil && plain.logging == nil)
    let full = try #require(topology.queues["everything"]?.info)
    #expect(full.account?.value == "210987654321" && full.region?.value == "eu-west-1")
    #expect(full.owner == "logistics" && full.tags["cost-center"] == "4711")
    guard case .key(let key)? = full.encryption?.value else { throw Unexpected("no key") }
    #expect(key.value == .resource(ResourceID(.key, "events")))
    #expect(full.tracing == true && full.backup == true && full.vpc == "vpc-0a1b")
    #expect(full.logging == .init(retention: .seconds(30 * 86_400)))
    #expect(topology.queues["open"]?.info.encryption?.value == ResourceInfo.Encryption.none)
    #expect(topology.queues["open"]?.info.logging == .init(retention: nil))
    #expect(topology.queues["elsewhere"]?.info.isExternal == true)
    #expect(topology.queues["elsewhere"]?.info.logging == nil)
  }

  @Test("reads shapes from JSON Schema, inline and from a file")
  func shapes() throws {
    let topology = try fixture("events")
    let pickup = try #require(topology.event(named: "ParcelPickedUp"))
    #expect(pickup.source?.value == "logistics.pickup" && pickup.version == "2")
    #expect(
      pickup.size
        == SizeRange(min: .init(bytes: 600), mean: .init(bytes: 1228.8), max: .init(bytes: 4096)))
    guard case .object(let detail) = pickup.detail else { throw Unexpected("no object") }
    #expect(!detail.isOpen)
    func shape(_ name: String) -> ValueShape? {
      detail.properties.first { $0.name == UTF8Text(name) }?.shape
    }
    #expect(
      detail.properties.filter(\.isRequired).map(\.name.description).sorted() == [
        "parcelId", "service", "undocumented", "weightKg",
      ])
    #expect(shape("parcelId") == .string(.init(minLength: 36, maxLength: 36, format: "uuid")))
    #expect(
      shape("service")
        == .choices([
          .init(.string("standard"), weight: 9), .init(.string("express"), weight: 1),
        ]))
    #expect(
      shape("weightKg")
        == .number(
          .init(
            range: .init(
              lower: .init(0, isIncluded: true), upper: .init(1000, isIncluded: false)))))
    #expect(
      shape("attempts")
        == .number(
          .init(
            isInteger: true,
            range: .init(
              lower: .init(0, isIncluded: false), upper: .init(4, isIncluded: true)))))
    #expect(shape("kind") == .choices([.init(.string("parcel"))]))
    #expect(shape("note") == .union([.string(.init()), .null]))
    #expect(shape("stops") == .array(of: shape("from") ?? .any))
    #expect(shape("extra") == .union([.boolean, .number(.init())]))
    #expect(shape("never") == nil)
    // The address that holds an address says nothing of the inner one.
    #expect(
      shape("from")
        == .object(
          .init(properties: [
            .init("country", .string(.init()), isRequired: false),
            .init("next", .any, isRequired: false),
          ])))
    let scan = try #require(topology.event(named: "LegacyScan"))
    guard case .object(let outer) = scan.detail else { throw Unexpected("no object") }
    #expect(outer.properties.map(\.name) == ["barcode", "weight"] && outer.isOpen)
    #expect(topology.event(named: "Unknown")?.detail == .any)
  }

  @Test("reads volumes as rates or ratios")
  func emissions() throws {
    let emits = try #require(fixture("producers").producers["shop"]?.emits)
    let two = Rate(2_000_000, per: .day)
    #expect(emits[0].volume == .rate(RateRange(low: two, expected: two, high: two)))
    #expect(
      emits[1].volume
        == .rate(
          RateRange(
            low: Rate(1e6, per: .day), expected: Rate(2e6, per: .day), high: Rate(5e6, per: .day))))
    #expect(emits[1].peak == 4 && emits[0].peak == 1)
    #expect(emits[2].volume == .ratio(0.5) && emits[2].step?.value == "checkout")
    #expect(emits[2].to.value == .arn("arn:aws:sqs:us-east-1:210987654321:orders"))
    #expect(emits[3].event == nil && emits[3].messageGroupId?.value == "$.detail.customer")
    let fast = Rate(1500, per: .second)
    #expect(emits[3].volume == .rate(RateRange(low: fast, expected: fast, high: fast)))
  }

  @Test("reads rules, their targets and what these receive")
  func rules() throws {
    let topology = try fixture("buses")
    let logistics = try #require(topology.buses["logistics"])
    #expect(logistics.archive?.retention?.value == .seconds(30 * 86_400))
    #expect(logistics.policy.count == 1 && logistics.deadLetter?.value == queue("dead"))
    let rule = try #require(logistics.rules.first)
    #expect(rule.name.value == "express-pickups" && rule.isEnabled && rule.owner == "pickup")
    #expect(rule.pattern?.pattern?.alternatives.count == 3)
    #expect(
      rule.targets.map(\.to.value.label) == [
        "queue/express", "bus/audit", "function/report",
        "arn:aws:ecs:us-east-1:123456789012:cluster/main",
      ])
    let target = rule.targets[0]
    #expect(target.retry.attempts?.value == 8 && target.retry.maxAge?.value == .seconds(3600))
    #expect(
      target.targetId?.value == "express" && target.messageGroupId?.value == "$.detail.parcelId")
    guard case .transform(let paths, let names, let template)? = target.input?.value else {
      throw Unexpected("no transformer")
    }
    #expect(paths.map(\.value) == ["$.detail.parcelId"] && names == ["id"])
    #expect(template.value == "{\"id\": <id>}")
    #expect(constant(rule.targets[1]) == "{\"kind\":\"copy\",\"count\":1.50}")
    #expect(constant(rule.targets[2]) == "raw text")
    let scheduled = try #require(topology.buses["default"]?.rules)
    #expect(scheduled.map(\.isEnabled) == [true, false])
    #expect(scheduled[0].schedule?.value == "cron(0 3 * * ? *)" && scheduled[0].pattern == nil)
    #expect(topology.buses["audit"]?.generation == .custom)
    #expect(topology.buses["audit"]?.archive != nil)
  }

  private func constant(_ target: DeliveryTarget) -> String? {
    if case .constant(let text)? = target.input?.value { text.value } else { nil }
  }

  @Test("reads subscriptions with filters in their scope's grammar")
  func subscriptions() throws {
    let topic = try #require(fixture("topics").topics["notifications"])
    #expect(topic.policy.count == 1)
    let dialects = topic.subscriptions.map { $0.filter?.pattern?.dialect.name }
    #expect(dialects == ["sns-attributes", "sns-body", nil, nil, nil, nil])
    #expect(
      topic.subscriptions.map(\.to.value.label) == [
        "queue/email", "queue/email", "https://hooks.example.com/x", "on-call@carrier.example",
        "+4915112345678", "deliveryStream/audit",
      ])
    #expect(topic.subscriptions[1].rawMessageDelivery)
  }

  @Test("reads queues with their dead-letter settings")
  func queues() throws {
    let topology = try fixture("queues")
    let express = try #require(topology.queues["express"])
    #expect(express.visibilityTimeout?.value == .seconds(180) && express.delay?.value == .zero)
    #expect(express.maximumMessageSize?.value == ByteSize(bytes: 262_144))
    #expect(express.deadLetter?.queue.value == queue("express-dlq"))
    #expect(express.deadLetter?.maxReceiveCount?.value == 5)
    #expect(express.policy.map(\.effect) == [.deny, .allow])
    #expect(topology.queues["short"]?.deadLetter?.queue.value == queue("express-dlq"))
    guard case .byQueue(let sources)? = topology.queues["express-dlq"]?.redriveAllow else {
      throw Unexpected("no list")
    }
    #expect(sources.map(\.value) == [queue("express"), queue("short")])
    guard case .all? = topology.queues["open.fifo"]?.redriveAllow else {
      throw Unexpected("not all")
    }
    guard case Queue.RedriveAllow.none? = topology.queues["short"]?.redriveAllow else {
      throw Unexpected("not none")
    }
  }

  @Test("reads functions and what triggers them")
  func functions() throws {
    let function = try #require(fixture("functions").functions["update-status"])
    #expect(function.memory?.value == ByteSize(bytes: 512 * 1_048_576))
    #expect(function.duration == .milliseconds(120) && function.concurrency?.value == 50)
    #expect(function.retry.attempts?.value == 1 && function.recursiveLoopAllowed)
    #expect(function.isIdempotent == true && function.validatesInput == true)
    #expect(function.onSuccess?.value == .resource(ResourceID(.bus, "logistics")))
    #expect(function.triggers.map(\.filters.count) == [1, 2, 0, 0])
    #expect(function.triggers.map { $0.topic?.value } == [nil, nil, "parcels", "scans"])
    let first = function.triggers[0]
    #expect(!first.isEnabled && first.reportBatchItemFailures && first.batchSize?.value == 10)
    #expect(first.batchWindow?.value == .seconds(5) && first.maximumConcurrency?.value == 20)
    let second = function.triggers[1]
    #expect(second.startingPosition?.value == "TRIM_HORIZON" && second.bisectBatchOnFunctionError)
    #expect(
      second.maximumRecordAge?.value == .seconds(3600) && second.parallelizationFactor?.value == 2)
  }

  @Test("reads a state machine's states, retries and calls")
  func stateMachines() throws {
    let topology = try fixture("stateMachines")
    let definition = try #require(topology.stateMachines["dispatch"]?.definition)
    #expect(definition.startAt.value == "Assess")
    #expect(
      definition.states.map(\.name.value) == [
        "Assess", "Each", "Inner", "Old", "Inner", "Both", "Left", "Right", "Large", "Wait", "Tell",
        "Failed",
      ])
    let assess = definition.states[0]
    #expect(assess.calls.map(\.value.label) == ["function/assess"])
    #expect(assess.retries[0].interval == .seconds(2) && assess.retries[0].maxAttempts == 4)
    #expect(assess.retries[0].backoffRate == 2 && assess.retries[0].errors == ["States.TaskFailed"])
    #expect(assess.catches.map(\.value) == ["Failed"] && assess.next?.value == "Each")
    func calls(_ name: String) -> [String] {
      definition.states.filter { $0.name.value == name }.flatMap(\.calls).map(\.value.label)
    }
    #expect(calls("Left") == ["queue/work"] && calls("Right") == ["topic/news"])
    #expect(calls("Tell") == ["bus/default"])
    #expect(
      topology.stateMachines["from-file"]?.definition?.states.map(\.type.value) == ["Succeed"])
    #expect(topology.stateMachines["from-file"]?.flavour == .express)
  }

  @Test("reads pipes and schedules, short and long")
  func pipes() throws {
    let topology = try fixture("pipes")
    let short = try #require(topology.pipes["short"])
    #expect(short.source?.value == queue("work") && short.target?.to.value.label == "bus/default")
    let long = try #require(topology.pipes["long"])
    #expect(long.source?.value.label == "stream/scans" && long.batchSize?.value == 100)
    #expect(long.target?.messageGroupId?.value == "$.data.id" && long.retry.attempts?.value == 3)
    #expect(topology.pipes["kafka"]?.filters.count == 2)
    #expect(topology.pipes["kafka"]?.topic?.value == "parcels")
    #expect(topology.pipes["mq"]?.topic?.value == "scans")
    let report = try #require(topology.schedules["report"])
    #expect(report.target?.deadLetter?.value == queue("dead"))
    #expect(report.target?.retry.attempts?.value == 2 && report.flexibleWindow == .seconds(900))
    let once = try #require(topology.schedules["once"])
    #expect(!once.isEnabled && once.target?.retry.maxAge?.value == .seconds(3600))
    #expect(topology.destinations["customs"]?.rateLimit?.value == Rate(50, per: .second))
  }

  @Test("reads data stores, brokers and environments")
  func data() throws {
    let topology = try fixture("streams")
    #expect(topology.streams["scans"]?.mode == .provisioned)
    #expect(topology.streams["locations"]?.consumers.map(\.value) == ["archive", "alerts"])
    let history = try #require(topology.buckets["history"])
    #expect(history.sendsToEventBridge && history.versioning == true)
    #expect(history.notifications.map(\.events.count) == [1, 2])
    #expect(topology.tables["parcels"]?.isOutbox == true)
    #expect(topology.clusters["lake"]?.storagePerBroker == ByteSize(bytes: 0x1p40))
    #expect(topology.brokers["old"]?.engine == .rabbitMQ && topology.brokers["old"]?.nodes == 3)
    let nightly = try #require(topology.environments["nightly"])
    #expect(nightly.minWorkers == 1 && nightly.maxWorkers == 4)
    #expect(nightly.dags.map(\.name.value) == ["kpis", "idle"])
    #expect(nightly.dags[0].triggers.map(\.value) == [queue("gone")])
  }

  @Test("reads assertions, tests and alarms")
  func claims() throws {
    let topology = try fixture("claims")
    #expect(topology.assertions.count == 5)
    guard case .never(let from, let to, let condition) = topology.assertions[0].claim else {
      throw Unexpected("not never")
    }
    #expect(from.value == "producer/*" && to.value == "queue/analytics" && condition != nil)
    let test = try #require(topology.tests.first)
    let event =
      #"{"source":"logistics.pickup","detail-type":"Parcel Picked Up","detail":{"parcelId":"p-1","service":"express","weightKg":2}}"#
    #expect(String(decoding: test.event.value, as: UTF8.self) == event)
    #expect(test.reaches.map(\.value.label) == ["queue/express", "bus/audit"])
    #expect(test.misses.map(\.value.label) == ["queue/standard"])
    let alarms = try fixture("operations").alarms
    #expect(alarms["behind"]?.metric?.value == "ApproximateAgeOfOldestMessage")
    #expect(alarms["behind"]?.threshold == 60.5 && alarms["behind"]?.of?.value == queue("work"))
    #expect(alarms["failing"]?.rule?.value == "nightly" && alarms["failing"]?.notify.count == 1)
  }

  @Test("holds the whole language of the manual")
  func language() throws {
    let topology = try fixture("language")
    #expect(topology.buses.names == ["audit", "logistics", "main"])
    #expect(topology.buses["audit"]?.info.isExternal == true)
    #expect(topology.queues["b"]?.info.account?.value == "123456789012")
    #expect(topology.resources.count == 24)
  }
}

struct Unexpected: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
