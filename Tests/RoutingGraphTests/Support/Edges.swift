import Diagnostics
import RoutingGraph
import Topology

extension RoutingGraph {
  /// Every edge as `from -kind(via)-> to`, in output order.
  var lines: [String] { edges.map { line(of: $0) } }

  func line(of edge: Edge) -> String {
    let via = edge.via.map { "(\($0))" } ?? ""
    return "\(nodes[edge.from].label) -\(edge.kind.rawValue)\(via)-> \(nodes[edge.to].label)"
  }
}
