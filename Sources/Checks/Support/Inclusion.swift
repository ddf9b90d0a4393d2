import Diagnostics
import EventPattern
import Topology

/// Two rules of a bus that send to the same target the same way, one of whose patterns holds the other.
struct Inclusion {
  /// A rule that may be told from another by its pattern only.
  struct Sender {
    var rule: String
    var target: Reference
    var pattern: EventPattern
    var set: EventSet

    func edge(_ bus: ResourceID) -> Diagnostic.Edge {
      Diagnostic.Edge(from: bus.description, rule: rule, to: target.value.label)
    }
  }

  var bus: ResourceID
  var outer: Sender
  var inner: Sender
  var isEqual: Bool

  /// An event that both deliver.
  var witness: String? { inner.set.confirmedWitness }

  /// How many pairs of one bus are compared at most.
  private static let bound = 2_000

  /// For each rule the first other one that holds it; rules declared earlier are held to be the outer
  /// of equals.
  static func all(in topology: Topology) -> [Inclusion] {
    topology.buses.filter { !$0.info.isExternal }.flatMap { bus in
      var left = bound
      return groups(of: bus).flatMap { inclusions(in: $0, of: bus.id, &left) }
    }
  }

  /// What must be the same for an event to arrive twice.
  private struct Way: Hashable {
    var target: ReferenceTarget
    var input: TargetInput?
    var group: String?
  }

  private static func groups(of bus: Bus) -> [[Sender]] {
    var positions: [Way: Int] = [:]
    var groups: [[Sender]] = []
    for rule in bus.rules where rule.isEnabled && rule.schedule == nil {
      guard let pattern = rule.pattern?.pattern else { continue }
      for target in rule.targets {
        if target.to.value.isUnknown { continue }
        let way = Way(
          target: target.to.value, input: target.input?.value, group: target.messageGroupId?.value)
        let sender = Sender(
          rule: rule.name.value, target: target.to, pattern: pattern, set: EventSet(pattern))
        if let position = positions[way] {
          groups[position].append(sender)
        } else {
          positions[way] = groups.count
          groups.append([sender])
        }
      }
    }
    return groups.filter { $0.count > 1 }
  }

  private static func inclusions(
    in senders: [Sender], of bus: ResourceID, _ left: inout Int
  ) -> [Inclusion] {
    var found: [Inclusion] = []
    for (index, inner) in senders.enumerated() {
      for (other, outer) in senders.enumerated() where other != index && outer.rule != inner.rule {
        guard left > 0 else { return found }
        left -= 1
        guard outer.set.contains(inner.set) == .yes else { continue }
        let isEqual = inner.set.contains(outer.set) == .yes
        // Of two equals the later is told, once.
        if isEqual && other > index { continue }
        found.append(Inclusion(bus: bus, outer: outer, inner: inner, isEqual: isEqual))
        break
      }
    }
    return found
  }
}
