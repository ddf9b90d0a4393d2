import RoutingGraph
import Topology

extension GraphReport {
  /// A Graphviz digraph.
  var dot: String {
    var text = """
      digraph interlock {
        rankdir=LR;
        node [fontname="Helvetica", fontsize=11, style="filled", fillcolor="#f3f4f6"];
        edge [fontname="Helvetica", fontsize=9, color="#4b5563"];

      """
    for node in drawnNodes {
      let node = graph.nodes[node]
      let (shape, color) = Self.look(of: node)
      let style = node.resource == nil ? ", style=\"dashed\"" : ""
      text += "  \(Self.quoted(node.label)) [shape=\(shape), fillcolor=\"\(color)\"\(style)];\n"
    }
    for index in drawnEdges {
      let edge = graph.edges[index]
      var attributes = "label=\(Self.quoted(label(of: edge)))"
      if edge.kind == .deadLetter { attributes += ", style=dashed, color=\"#b91c1c\"" }
      if !edge.isEnabled { attributes += ", style=dotted" }
      let from = Self.quoted(graph.nodes[edge.from].label)
      text += "  \(from) -> \(Self.quoted(graph.nodes[edge.to].label)) [\(attributes)];\n"
    }
    return text + "}\n"
  }

  private static func look(of node: RoutingGraph.Node) -> (shape: String, color: String) {
    switch node.resource?.kind {
    case .producer, .schedule: ("oval", "#f3f4f6")
    case .bus: ("hexagon", "#fce7f3")
    case .topic, .pipe: ("trapezium", "#fce7f3")
    case .queue, .stream, .deliveryStream: ("box3d", "#dbeafe")
    case .cluster, .broker: ("box3d", "#dbeafe")
    case .function, .stateMachine, .environment: ("component", "#ffedd5")
    case .bucket, .table, .logGroup: ("cylinder", "#dcfce7")
    case .api, .destination: ("cds", "#f3f4f6")
    case .alarm, .key, .role, nil: ("box", "#ffffff")
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.printable.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
