package import Diagnostics
package import EventPattern

/// One event-driven system, read from any number of files and resolved: the model that every front
/// door produces and everything after it reads.
package struct Topology: Sendable {
  package var name: Located<String>?
  /// A price model's name or file.
  package var pricing: Located<String>?
  /// An audit trail of the account's API calls is kept.
  package var hasTrail: Bool?
  /// Dashboards show how the system does.
  package var hasDashboards: Bool?
  /// Who else sends and receives is not declared: what nothing is seen to send to or read from may
  /// still be in use.
  package var isPartial = false
  package var events: [EventDeclaration] = []

  package var producers = Catalog<Producer>()
  package var buses = Catalog<Bus>()
  package var topics = Catalog<Topic>()
  package var queues = Catalog<Queue>()
  package var functions = Catalog<Function>()
  package var stateMachines = Catalog<StateMachine>()
  package var apis = Catalog<API>()
  package var streams = Catalog<Stream>()
  package var deliveryStreams = Catalog<DeliveryStream>()
  package var buckets = Catalog<Bucket>()
  package var tables = Catalog<Table>()
  package var clusters = Catalog<Cluster>()
  package var brokers = Catalog<Broker>()
  package var environments = Catalog<Environment>()
  package var pipes = Catalog<Pipe>()
  package var schedules = Catalog<Schedule>()
  package var destinations = Catalog<Destination>()
  package var logGroups = Catalog<LogGroup>()
  package var alarms = Catalog<Alarm>()
  package var keys = Catalog<Key>()
  package var roles = Catalog<Role>()

  package var assertions: [Assertion] = []
  package var tests: [RouteTest] = []

  package init() {}

  /// Every resource of every kind, in the order of `ResourceKind` and then of declaration.
  package var resources: [any Resource] {
    let routing: [[any Resource]] = [
      producers.all, buses.all, topics.all, queues.all, functions.all, stateMachines.all, apis.all,
    ]
    let data: [[any Resource]] = [
      streams.all, deliveryStreams.all, buckets.all, tables.all, clusters.all, brokers.all,
      environments.all, pipes.all, schedules.all, destinations.all,
    ]
    let operations: [[any Resource]] = [logGroups.all, alarms.all, keys.all, roles.all]
    return (routing + data + operations).flatMap { $0 }
  }

  package func event(named name: String) -> EventDeclaration? {
    events.first { $0.name.value == name }
  }
}

/// What must always or never be true of the routes.
package struct Assertion: Sendable {
  package enum Claim: Sendable {
    /// No event from `from` that is in `condition` may reach `to`; both may hold `*`.
    case never(from: Located<String>, to: Located<String>, condition: EventPattern?)
    case every(event: Located<String>, reaches: Located<String>)
    case maxHops(Int)
  }

  package var claim: Claim
  package var range: SourceRange

  package init(_ claim: Claim, range: SourceRange) {
    self.claim = claim
    self.range = range
  }
}

/// An event and where it must and must not arrive.
package struct RouteTest: Sendable {
  package var name: Located<String>
  /// The event as minified JSON text.
  package var event: Located<[UInt8]>
  package var on: Reference
  package var reaches: [Reference]
  package var misses: [Reference]
  package var range: SourceRange

  package init(
    name: Located<String>, event: Located<[UInt8]>, on: Reference, reaches: [Reference],
    misses: [Reference], range: SourceRange
  ) {
    self.name = name
    self.event = event
    self.on = on
    self.reaches = reaches
    self.misses = misses
    self.range = range
  }
}
