import Diagnostics
import YAMLTree

extension ReadingContext {
  /// Reads a definition whose structure has been checked; its calls are resolved.
  mutating func stateMachine(_ node: YAMLNode) -> StateMachineDefinition? {
    guard let start = node["StartAt"]?.string, let place = node["StartAt"]?.range else {
      return nil
    }
    var states: [StateMachineDefinition.State] = []
    addStates(of: node, to: &states)
    return StateMachineDefinition(startAt: Located(start, place), states: states)
  }

  /// Adds the states of a machine, then of its branches and iterators, and checks where they lead.
  private mutating func addStates(
    of machine: YAMLNode, to states: inout [StateMachineDefinition.State]
  ) {
    let entries = machine["States"]?.entries ?? []
    let names = Set(entries.map(\.key.text))
    if let start = machine["StartAt"] { checkState(start, among: names) }
    let reachable = reachableStates(of: machine)
    for (key, node) in entries where node.kind == .mapping {
      states.append(state(key, node))
      states[states.count - 1].isReachable = reachable.contains(key.text)
      for place in nextPlaces(of: node) { checkState(place, among: names) }
      for inner in machines(in: node) { addStates(of: inner, to: &states) }
    }
  }

  private func reachableStates(of machine: YAMLNode) -> Set<String> {
    let states = Dictionary(
      (machine["States"]?.entries ?? []).map { ($0.key.text, $0.value) },
      uniquingKeysWith: { first, _ in first })
    var reached: Set<String> = []
    var open = [machine["StartAt"]?.string].compactMap { $0 }
    while let name = open.popLast() {
      guard reached.insert(name).inserted, let state = states[name] else { continue }
      open += nextPlaces(of: state).compactMap(\.string)
    }
    return reached
  }

  private func machines(in state: YAMLNode) -> [YAMLNode] {
    let branches = state["Branches"]?.elements ?? []
    let iterators = [state["Iterator"], state["ItemProcessor"]].compactMap { $0 }
    return (branches + iterators).filter { $0.kind == .mapping }
  }

  private func nextPlaces(of state: YAMLNode) -> [YAMLNode] {
    let lists = [state["Choices"], state["Catch"]].flatMap { $0?.elements ?? [] }
    let places = [state["Next"], state["Default"]] + lists.map { $0["Next"] }
    return places.compactMap { $0 }.filter { $0.string != nil }
  }

  private mutating func checkState(_ place: YAMLNode, among names: Set<String>) {
    guard let name = place.string, !names.isEmpty, !names.contains(name) else { return }
    let near = mayCompare(names.count * 16) ? didYouMean(name, in: names) : nil
    report(
      "topology/unknown-state", "there is no state \(excerpt(name)) here", at: place.range,
      help: near ?? "a state can only lead to one of its own machine or branch")
  }

  private mutating func state(
    _ key: YAMLNode, _ node: YAMLNode
  ) -> StateMachineDefinition.State {
    var state = StateMachineDefinition.State(
      name: Located(key.text, key.range), type: located(node["Type"]) ?? Located("", node.range),
      range: key.range.joined(node.range))
    state.resource = located(node["Resource"])
    state.next = located(node["Next"])
    state.isEnd = node["End"]?.scalar == .boolean(true)
    state.retries = (node["Retry"]?.elements ?? []).map(retry)
    state.catches = (node["Catch"]?.elements ?? []).compactMap { located($0["Next"]) }
    state.calls = calls(of: node)
    return state
  }

  private func located(_ node: YAMLNode?) -> Located<String>? {
    node.flatMap { node in node.string.map { Located($0, node.range) } }
  }

  private func retry(_ node: YAMLNode) -> StateMachineDefinition.Retry {
    let errors = node["ErrorEquals"]?.elements.compactMap(\.string) ?? []
    var retry = StateMachineDefinition.Retry(errors: errors, range: node.range)
    retry.interval = node["IntervalSeconds"]?.wholeNumber.map { .seconds($0) }
    retry.maxAttempts = node["MaxAttempts"]?.wholeNumber
    retry.backoffRate = node["BackoffRate"]?.numericValue
    return retry
  }
}
