import Diagnostics
import EventPattern
import RoutingGraph
import Testing
import Topology

@Suite("Building the graph") struct GraphBuilderTests {
  private static func at(_ start: Int) -> SourceRange {
    SourceRange(file: FileID(0), start: start, end: start + 1)
  }

  private static func info(_ kind: ResourceKind, _ name: String, at start: Int) -> ResourceInfo {
    ResourceInfo(id: ResourceID(kind, name), nameRange: at(start), range: at(start))
  }

  private static func to(_ kind: ResourceKind, _ name: String, at start: Int) -> Reference {
    Reference(.resource(ResourceID(kind, name)), at(start))
  }

  @Test func `an edge stands where its route is declared and names its rule`() {
    var topology = Topology()
    var queue = Queue(info: Self.info(.queue, "express", at: 90))
    queue.deadLetter = Queue.Redrive(
      queue: Self.to(.queue, "lost", at: 91), maxReceiveCount: nil, range: Self.at(91))
    _ = topology.queues.add(queue)
    _ = topology.queues.add(Queue(info: Self.info(.queue, "lost", at: 95)))
    var bus = Bus(info: Self.info(.bus, "parcels", at: 10))
    var rule = RoutingRule(name: Located("fast", Self.at(11)), range: Self.at(11))
    var target = DeliveryTarget(to: Self.to(.queue, "express", at: 12), range: Self.at(12))
    target.deadLetter = Self.to(.queue, "lost", at: 13)
    rule.targets = [
      target, DeliveryTarget(to: Self.to(.queue, "nowhere", at: 14), range: Self.at(14)),
    ]
    bus.rules = [rule]
    _ = topology.buses.add(bus)

    let graph = RoutingGraph(topology)
    #expect(
      graph.lines == [
        "bus/parcels -rule(fast)-> queue/express", "bus/parcels -deadLetter(fast)-> queue/lost",
        "queue/express -deadLetter-> queue/lost",
      ])
    #expect(graph.nodes.map(\.label) == ["bus/parcels", "queue/express", "queue/lost"])
  }

  @Test func `things outside come last and the default bus needs no declaration`() {
    var topology = Topology()
    var bucket = Bucket(info: Self.info(.bucket, "scans", at: 1))
    bucket.sendsToEventBridge = true
    bucket.notifications = [
      Bucket.Notification(
        events: [], to: Reference(.arn("arn:aws:sns:us-east-1:1:scans"), Self.at(2)),
        range: Self.at(2))
    ]
    _ = topology.buckets.add(bucket)

    let graph = RoutingGraph(topology)
    #expect(
      graph.nodes.map(\.label) == ["bucket/scans", "bus/default", "arn:aws:sns:us-east-1:1:scans"])
    #expect(
      graph.lines == [
        "bucket/scans -notification-> bus/default",
        "bucket/scans -notification-> arn:aws:sns:us-east-1:1:scans",
      ])
  }
}
