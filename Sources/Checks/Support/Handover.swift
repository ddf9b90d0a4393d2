import Diagnostics
import Topology

/// A service hands an event to a target by itself: a rule's target, a schedule's, a pipe's or a
/// subscription. What the checks of delivery and order have in common.
struct Handover {
  enum Kind { case rule, customBus, schedule, pipe, subscription }

  var kind: Kind
  var from: ResourceID
  /// The rule where the sender is a bus.
  var rule: String?
  var to: Reference
  var deadLetter: Reference?
  var retry = RetryPolicy()
  var role: Reference?
  var input: Located<TargetInput>?
  var messageGroupId: Located<String>?
  var home: Home
  var range: SourceRange

  init(_ target: DeliveryTarget, _ kind: Kind, from owner: ResourceInfo, rule: String? = nil) {
    self.kind = kind
    self.rule = rule
    from = owner.id
    to = target.to
    deadLetter = target.deadLetter
    retry = target.retry
    role = target.role
    input = target.input
    messageGroupId = target.messageGroupId
    home = Home(owner)
    range = target.range
  }

  init(_ subscription: Subscription, of topic: Topic) {
    kind = .subscription
    from = topic.id
    to = subscription.to
    deadLetter = subscription.deadLetter
    role = subscription.role
    home = Home(topic.info)
    range = subscription.range
  }

  /// `rule 'express' of 'bus/logistics'`, `'topic/updates'`: the sender, for messages.
  var sender: String { rule.map { "rule '\($0)' of '\(from)'" } ?? "'\(from)'" }

  var edge: Diagnostic.Edge {
    Diagnostic.Edge(from: from.description, rule: rule, to: to.value.label)
  }
}

extension Topology {
  /// Every hand-over that can happen: disabled rules and schedules have none, nor have schedules and
  /// pipes that are declared elsewhere. Rules and subscriptions count whosever bus or topic they are
  /// on: they are said here.
  var handovers: [Handover] {
    ruleHandovers + scheduleHandovers + pipeHandovers + subscriptionHandovers
  }

  var ruleHandovers: [Handover] {
    var found: [Handover] = []
    for bus in buses {
      let kind = bus.generation == .custom ? Handover.Kind.customBus : .rule
      for rule in bus.rules where rule.isEnabled {
        found += rule.targets.map { Handover($0, kind, from: bus.info, rule: rule.name.value) }
      }
    }
    return found
  }

  private var scheduleHandovers: [Handover] {
    schedules.filter { $0.isEnabled && !$0.info.isExternal }.compactMap { schedule in
      schedule.target.map { Handover($0, .schedule, from: schedule.info) }
    }
  }

  private var pipeHandovers: [Handover] {
    pipes.filter { $0.isEnabled && !$0.info.isExternal }.compactMap { pipe in
      guard let target = pipe.target else { return nil }
      var handover = Handover(target, .pipe, from: pipe.info)
      handover.role = pipe.role
      handover.deadLetter = pipe.deadLetter
      handover.retry = pipe.retry
      return handover
    }
  }

  private var subscriptionHandovers: [Handover] {
    topics.flatMap { topic in topic.subscriptions.map { Handover($0, of: topic) } }
  }
}
