import RoutingGraph
import Topology

extension GraphReport {
  /// For a terminal: each node that sends, and under it its routes.
  var ascii: String {
    let shown = Set(drawnEdges)
    var text = ""
    for node in drawnNodes {
      let routes = graph.outgoing[node].filter { shown.contains($0) }
      if routes.isEmpty { continue }
      if !text.isEmpty { text += "\n" }
      text += graph.nodes[node].label.printable + "\n"
      for (position, index) in routes.enumerated() {
        let edge = graph.edges[index]
        let branch = position == routes.count - 1 ? "└" : "├"
        let line = edge.kind == .deadLetter ? "╌╌" : "──"
        let to = graph.nodes[edge.to].label.printable
        text += "\(branch)\(line)> \(to)  (\(label(of: edge).printable))\n"
      }
    }
    return text
  }
}
