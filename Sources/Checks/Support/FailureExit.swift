import Diagnostics
import Topology

/// Where events go when a delivery is given up: a dead-letter queue or an on-failure destination.
struct FailureExit {
  var integration: Integration
  var owner: ResourceID
  /// The rule where the owner is a bus.
  var rule: String?
  /// What refuses the events: a target, or the owner itself where it gives up.
  var refuser: Reference?
  var exit: Reference
  var home: Home
  /// Whether the events come from something first-in-first-out; nil where not known.
  var isFIFO: Bool?

  var edge: Diagnostic.Edge {
    Diagnostic.Edge(from: owner.description, rule: rule, to: exit.value.label)
  }

  /// The sender, for messages.
  var sender: String { rule.map { "rule '\($0)' of '\(owner)'" } ?? "'\(owner)'" }
}

extension Topology {
  /// Every declared failure exit, in the order of kinds and then of declaration.
  var failureExits: [FailureExit] {
    handovers.compactMap { exit(of: $0) } + busExits + queueExits + functionExits
  }

  private func exit(of handover: Handover) -> FailureExit? {
    guard let exit = handover.deadLetter else { return nil }
    let source =
      handover.kind == .subscription ? topics[handover.from.name].flatMap { isFIFO($0) } : nil
    return FailureExit(
      integration: integration(of: handover), owner: handover.from, rule: handover.rule,
      refuser: handover.to, exit: exit, home: handover.home, isFIFO: source)
  }

  private func integration(of handover: Handover) -> Integration {
    switch handover.kind {
    case .rule: return .rule
    case .customBus: return .subscriber
    case .schedule: return .schedule
    case .subscription: return .subscription
    case .pipe:
      let source = pipes[handover.from.name]?.source
      return source.flatMap { Integration(pipeFrom: $0.value) } ?? .pipeFromUnknown
    }
  }

  private var busExits: [FailureExit] {
    buses.filter { !$0.info.isExternal }.compactMap { bus in
      bus.deadLetter.map {
        FailureExit(
          integration: .bus, owner: bus.id, exit: $0, home: Home(bus.info), isFIFO: nil)
      }
    }
  }

  private var queueExits: [FailureExit] {
    queues.filter { !$0.info.isExternal }.compactMap { queue in
      queue.deadLetter.map {
        FailureExit(
          integration: .queue, owner: queue.id, refuser: Located(.resource(queue.id), $0.range),
          exit: $0.queue, home: Home(queue.info), isFIFO: queue.isFIFO)
      }
    }
  }

  private var functionExits: [FailureExit] {
    functions.filter { !$0.info.isExternal }.flatMap { function in
      let home = Home(function.info)
      func exit(_ integration: Integration, _ reference: Reference, _ from: Reference? = nil)
        -> FailureExit
      {
        FailureExit(
          integration: integration, owner: function.id, refuser: from, exit: reference, home: home,
          isFIFO: nil)
      }
      let destination = function.onFailure.map { exit(.functionDestination, $0) }
      let deadLetter = function.deadLetter.map { exit(.functionDeadLetter, $0) }
      let triggers = function.triggers.compactMap { trigger in
        trigger.onFailure.map {
          exit(Integration(triggerFrom: trigger.from.value), $0, trigger.from)
        }
      }
      return [destination, deadLetter].compactMap { $0 } + triggers
    }
  }
}
