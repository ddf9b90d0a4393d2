package import RoutingGraph
package import Topology

/// All that a check may look at. What follows from the topology is worked out when a check asks.
package struct CheckContext: Sendable {
  package let topology: Topology
  package let graph: RoutingGraph
  /// Quotas as AWS gives them, with what the user's account has been granted instead.
  package var limits: Limits

  private let sharedFlows: OnDemand<EventFlows>
  private let sharedRings: OnDemand<[Ring]>
  private let sharedHandovers: OnDemand<[Handover]>
  private let sharedExits: OnDemand<[FailureExit]>
  private let sharedReaders: OnDemand<[ResourceID: [Reader]]>
  private let sharedInclusions: OnDemand<[Inclusion]>
  private let sharedWarnings: OnDemand<[PatternWarning]>

  package init(topology: Topology, graph: RoutingGraph, limits: Limits = Limits()) {
    self.topology = topology
    self.graph = graph
    self.limits = limits
    let flows = OnDemand { EventFlows(topology, graph: graph) }
    sharedFlows = flows
    sharedRings = OnDemand { flows.value.rings() }
    sharedHandovers = OnDemand { topology.handovers }
    sharedExits = OnDemand { topology.failureExits }
    sharedReaders = OnDemand { topology.readers }
    sharedInclusions = OnDemand { Inclusion.all(in: topology) }
    sharedWarnings = OnDemand { PatternWarning.all(in: topology) }
  }

  /// Which events take which route.
  package var flows: EventFlows { sharedFlows.value }
  /// The ways that lead events back to where they were.
  package var rings: [Ring] { sharedRings.value }
  /// Every hand-over that can happen.
  var handovers: [Handover] { sharedHandovers.value }
  /// Every failure exit that is declared.
  var failureExits: [FailureExit] { sharedExits.value }
  /// Rules of a bus of which one holds the other.
  var inclusions: [Inclusion] { sharedInclusions.value }
  /// What is odd about valid patterns.
  var patternWarnings: [PatternWarning] { sharedWarnings.value }

  /// The functions, pipes and delivery streams that read from `source`, in the order declared.
  func readers(of source: ResourceID) -> [Reader] { sharedReaders.value[source] ?? [] }
}
