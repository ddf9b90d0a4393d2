import Diagnostics
import Topology

extension GraphBuilder {
  /// Buses, topics, queues, pipes and schedules: what hands on the events of others.
  mutating func addRouting() {
    for bus in topology.buses { add(bus) }
    for topic in topology.topics { add(topic) }
    for queue in topology.queues { addDeadLetter(queue.id, queue.deadLetter?.queue) }
    for pipe in topology.pipes { add(pipe) }
    for schedule in topology.schedules { add(schedule) }
  }

  private mutating func add(_ bus: Bus) {
    addDeadLetter(bus.id, bus.deadLetter)
    for rule in bus.rules {
      for target in rule.targets {
        if rule.schedule != nil { add(target, of: rule, on: bus.id, .schedule) }
        if rule.pattern != nil || rule.schedule == nil { add(target, of: rule, on: bus.id, .rule) }
        addDeadLetter(bus.id, target.deadLetter, via: rule.name.value, of: rule.pattern)
      }
    }
  }

  private mutating func add(
    _ target: DeliveryTarget, of rule: RoutingRule, on bus: ResourceID,
    _ kind: RoutingGraph.EdgeKind
  ) {
    connect(.resource(bus), kind, target.to.value, at: target.range) {
      $0.via = rule.name.value
      $0.deadLetter = target.deadLetter
      $0.isEnabled = rule.isEnabled
      $0.declaration = .target(target)
      guard kind == .rule else { return }
      $0.pattern =
        rule.pattern ?? .unknown(reason: "the rule has no readable pattern", range: rule.range)
    }
  }

  private mutating func add(_ topic: Topic) {
    for subscription in topic.subscriptions {
      connect(.resource(topic.id), .subscription, subscription.to.value, at: subscription.range) {
        $0.pattern = subscription.filter
        $0.deadLetter = subscription.deadLetter
        $0.declaration = .subscription(subscription)
      }
      addDeadLetter(topic.id, subscription.deadLetter, of: subscription.filter)
    }
  }

  /// A pipe is a node of its own: its filters stand on the way in, enrichment and target lead out.
  private mutating func add(_ pipe: Pipe) {
    let id = ReferenceTarget.resource(pipe.id)
    if let source = pipe.source {
      connect(source.value, .pipe, id, at: source.range) {
        $0.pattern = pipe.filters.union
        $0.deadLetter = pipe.deadLetter
        $0.isEnabled = pipe.isEnabled
      }
    }
    if let enrichment = pipe.enrichment {
      connect(id, .pipe, enrichment.value, at: enrichment.range) {
        $0.via = "enrichment"
        $0.isEnabled = pipe.isEnabled
      }
    }
    if let target = pipe.target {
      connect(id, .pipe, target.to.value, at: target.range) {
        $0.deadLetter = target.deadLetter ?? pipe.deadLetter
        $0.isEnabled = pipe.isEnabled
        $0.declaration = .target(target)
      }
    }
    addDeadLetter(pipe.id, pipe.deadLetter)
  }

  private mutating func add(_ schedule: Schedule) {
    guard let target = schedule.target else { return }
    connect(.resource(schedule.id), .schedule, target.to.value, at: target.range) {
      $0.deadLetter = target.deadLetter
      $0.isEnabled = schedule.isEnabled
      $0.declaration = .target(target)
    }
    addDeadLetter(schedule.id, target.deadLetter)
  }
}
