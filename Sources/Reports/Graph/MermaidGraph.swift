import RoutingGraph
import Topology

extension GraphReport {
  /// A Mermaid flowchart; node ids come from names, so that a committed picture changes little.
  var mermaid: String {
    let drawn = drawnNodes
    let ids = identifiers(of: drawn)
    var text = "flowchart LR\n"
    for node in drawn {
      let (open, close) = Self.shape(of: graph.nodes[node])
      let label = Self.quoted(graph.nodes[node].label)
      text += "  \(ids[node] ?? "")\(open)\(label)\(close):::\(graph.nodes[node].kindName)\n"
    }
    for index in drawnEdges {
      let edge = graph.edges[index]
      let arrow = edge.kind == .deadLetter || !edge.isEnabled ? "-.->" : "-->"
      let label = Self.quoted(label(of: edge))
      text += "  \(ids[edge.from] ?? "") \(arrow)|\(label)| \(ids[edge.to] ?? "")\n"
    }
    let kinds = Set(drawn.map { graph.nodes[$0].kindName })
    for (kind, style) in Self.styles where kinds.contains(kind) {
      text += "  classDef \(kind) \(style)\n"
    }
    return text
  }

  private func identifiers(of nodes: [Int]) -> [Int: String] {
    var taken: Set<String> = []
    var ids: [Int: String] = [:]
    for node in nodes {
      let base = String(
        graph.nodes[node].label.unicodeScalars.map { scalar in
          scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            ? Character(scalar) : "_"
        })
      var id = base
      var copy = 2
      while !taken.insert(id).inserted {
        id = "\(base)_\(copy)"
        copy += 1
      }
      ids[node] = id
    }
    return ids
  }

  private static func shape(of node: RoutingGraph.Node) -> (String, String) {
    switch node.resource?.kind {
    case .producer, .schedule: ("([", "])")
    case .bus: ("{{", "}}")
    case .topic, .broker, .cluster: ("[/", "\\]")
    case .queue, .stream, .deliveryStream: ("[[", "]]")
    case .function, .stateMachine, .pipe, .environment: ("(", ")")
    case .bucket, .table, .logGroup: ("[(", ")]")
    case .api, .destination: (">", "]")
    case .alarm, .key, .role, nil: ("[", "]")
    }
  }

  private static let styles: [(kind: String, style: String)] = {
    let blue = "fill:#dbeafe,stroke:#1d4ed8,color:#0b1f4d"
    let pink = "fill:#fce7f3,stroke:#be185d,color:#4a0a26"
    let orange = "fill:#ffedd5,stroke:#c2410c,color:#431407"
    let green = "fill:#dcfce7,stroke:#15803d,color:#052e16"
    let grey = "fill:#f3f4f6,stroke:#6b7280,color:#111827"
    let colors: [ResourceKind: String] = [
      .bus: pink, .topic: pink, .pipe: pink, .schedule: pink, .queue: blue, .stream: blue,
      .deliveryStream: blue, .cluster: blue, .broker: blue, .function: orange,
      .stateMachine: orange, .environment: orange, .bucket: green, .table: green, .logGroup: green,
    ]
    return ResourceKind.allCases.map { ($0.rawValue, colors[$0] ?? grey) }
      + [("external", grey + ",stroke-dasharray:4 3")]
  }()

  /// Text in quotes; what Mermaid or HTML would read is written as an entity.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "\"", "#", "<", ">", "&", "`", "|", ";", "\\": result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
