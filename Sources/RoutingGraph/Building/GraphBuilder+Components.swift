import Diagnostics
import Topology

extension GraphBuilder {
  /// What producers, functions, state machines, APIs and DAGs send.
  mutating func addComponents() {
    for producer in topology.producers { add(producer.emits, of: producer.id) }
    for function in topology.functions { add(function) }
    for machine in topology.stateMachines { add(machine) }
    for api in topology.apis { add(api) }
    for environment in topology.environments {
      for dag in environment.dags { add(dag.emits, of: environment.id, via: dag.name.value) }
    }
  }

  private mutating func add(_ emissions: [Emission], of id: ResourceID, via: String? = nil) {
    for emission in emissions {
      connect(.resource(id), .emit, emission.to.value, at: emission.range) {
        $0.via = emission.step?.value ?? via
        $0.event = emission.event?.value
        $0.declaration = .emission(emission)
      }
    }
  }

  private mutating func add(_ function: Function) {
    let id = function.id
    add(function.emits, of: id)
    for trigger in function.triggers { add(trigger, of: function) }
    addDestination(of: id, function.onFailure, via: "onFailure")
    addDestination(of: id, function.onSuccess, via: "onSuccess")
    addDeadLetter(id, function.deadLetter)
  }

  private mutating func addDestination(of id: ResourceID, _ to: Reference?, via: String) {
    guard let to else { return }
    connect(.resource(id), .destination, to.value, at: to.range) { $0.via = via }
  }

  private mutating func add(_ trigger: Trigger, of function: Function) {
    let redrive = trigger.from.value.resource
      .flatMap { $0.kind == .queue ? topology.queues[$0.name] : nil }?.deadLetter?.queue
    connect(trigger.from.value, .trigger, .resource(function.id), at: trigger.range) {
      $0.via = trigger.topic?.value
      $0.pattern = trigger.filters.union
      $0.deadLetter = trigger.onFailure ?? redrive
      $0.isEnabled = trigger.isEnabled
      $0.declaration = .trigger(trigger)
    }
    addDeadLetter(function.id, trigger.onFailure, via: "onFailure")
  }

  /// What a definition calls beside what `emits` says of the same target with more detail.
  private mutating func add(_ machine: StateMachine) {
    add(machine.emits, of: machine.id)
    let said = Set(machine.emits.map(\.to.value))
    for state in machine.definition?.states ?? [] {
      for call in callees(of: state) where !said.contains(call) {
        connect(.resource(machine.id), .emit, call, at: state.range) { $0.via = state.name.value }
      }
    }
  }

  private func callees(of state: StateMachineDefinition.State) -> [ReferenceTarget] {
    if !state.calls.isEmpty { return state.calls.map(\.value) }
    let text = state.resource?.value ?? ""
    guard let id = ResourceID(reference: text), exists(.resource(id)) else { return [] }
    return [.resource(id)]
  }

  private mutating func add(_ api: API) {
    add(api.emits, of: api.id)
    for route in api.routes {
      connect(.resource(api.id), .emit, route.to.value, at: route.range) {
        $0.via = route.route.value
        $0.event = route.event?.value
        $0.declaration = .route(route)
      }
    }
  }
}
