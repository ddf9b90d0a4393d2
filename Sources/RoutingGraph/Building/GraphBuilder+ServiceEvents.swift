import EventPattern
import Topology

extension GraphBuilder {
  /// What state machines and alarms tell the default bus of themselves, where a rule there takes it:
  /// an edge for each of them on every default bus would say nothing.
  mutating func addServiceEvents() {
    let rules = topology.buses[ResourceID.defaultBus.name]?.rules ?? []
    let taken = rules.filter(\.isEnabled).compactMap { $0.pattern?.pattern }.map { EventSet($0) }
    guard !taken.isEmpty else { return }
    for machine in topology.stateMachines
    where machine.flavour == .standard && !machine.info.isExternal {
      addNotice(machine.info, ServiceEvents.stateMachine(machine), takenBy: taken)
    }
    for alarm in topology.alarms where !alarm.info.isExternal {
      addNotice(alarm.info, ServiceEvents.alarm(alarm.physicalName), takenBy: taken)
    }
  }

  private mutating func addNotice(
    _ info: ResourceInfo, _ shape: ValueShape, takenBy rules: [EventSet]
  ) {
    let events = EventSet(shape: shape)
    guard rules.contains(where: { $0.intersects(events) == .yes }) else { return }
    connect(.resource(info.id), .notification, .resource(.defaultBus), at: info.nameRange)
  }
}
