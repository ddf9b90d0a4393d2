import Diagnostics
import EventPattern
import Topology

extension FlowWalker {
  typealias Content = EventFlows.Content

  /// What a component, or a schedule, puts onto `edge`.
  func entryContent(of edge: RoutingGraph.Edge) -> Content {
    let sender = graph.nodes[edge.from].resource
    let isBus = graph.isBus(edge.to)
    switch edge.kind {
    case .notification:
      guard let sender, let shape = ownEvents(of: sender) else { return .unknown }
      return Content(shape: sent(shape, over: edge), body: .envelope)
    case .destination where isBus:
      let shape = ServiceEvents.invocationResult(isSuccess: edge.via != "onFailure")
      return Content(shape: sent(shape, over: edge), body: .envelope)
    case .schedule where sender?.kind == .bus:
      return Content(shape: ServiceEvents.scheduled, body: .envelope)
    case .emit:
      guard let name = edge.event, let declaration = declarations[name] else { return .unknown }
      var content = Content(
        shape: isBus ? sent(declaration.envelope, over: edge) : declaration.envelope,
        body: isBus ? .envelope : .detail)
      content.event = name
      return content
    default:
      return .unknown
    }
  }

  /// The account that an event says it is from; a partner's or SaaS vendor's is not known.
  func account(of node: Int) -> String? {
    if let id = graph.nodes[node].resource, id.kind == .producer {
      let origin = topology.producers[id.name]?.origin
      guard origin == .application || origin == .awsService else { return nil }
    }
    return graph.nodes[node].account
  }

  /// The event as the bus writes it: with the sender's account and the bus's Region.
  private func sent(_ shape: ValueShape, over edge: RoutingGraph.Edge) -> ValueShape {
    guard case .object(var object) = shape else { return shape }
    let region = graph.nodes[edge.to].region ?? graph.nodes[edge.from].region
    for (key, value) in [("account", account(of: edge.from)), ("region", region)] {
      guard let value else { continue }
      let only = ValueShape.choices([.init(.string(UTF8Text(value)))])
      object.properties.append(.init(UTF8Text(key), only, isRequired: true))
    }
    return .object(object)
  }

  private func ownEvents(of sender: ResourceID) -> ValueShape? {
    switch sender.kind {
    case .stateMachine: topology.stateMachines[sender.name].map { ServiceEvents.stateMachine($0) }
    case .alarm: ServiceEvents.alarm(topology.alarms[sender.name]?.physicalName)
    default: nil
    }
  }

  /// What the far end of `edge` receives of what passed its filter.
  func content(_ content: Content, after edge: RoutingGraph.Edge) -> Content {
    switch graph.nodes[edge.from].resource?.kind {
    case .bus, .queue, .stream:
      return edge.declaration.target?.input == nil ? content : content.madeOpaque()
    case .topic:
      let isRaw = edge.declaration.subscription?.rawMessageDelivery ?? false
      return isRaw || graph.isComponent(edge.to) ? content : content.madeOpaque()
    case .bucket where graph.isBus(edge.to):
      let bucket = graph.nodes[edge.from].resource.flatMap { topology.buckets[$0.name] }
      let name = bucket?.physicalName
      return Content(shape: sent(ServiceEvents.objectCreated(name), over: edge), body: .envelope)
    default:
      return content.madeOpaque()
    }
  }
}

extension EventFlows.Content {
  static var unknown: Self { .init(event: nil, set: .everything, shape: nil, body: .opaque) }

  init(shape: ValueShape, body: Body) {
    self.init(event: nil, set: EventSet(shape: shape), shape: shape, body: body)
  }
}
