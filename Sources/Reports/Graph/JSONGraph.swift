import Diagnostics
import RoutingGraph
import Topology

extension GraphReport {
  /// One object: `version`, `nodes`, `edges`; one of them a line.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.key("nodes")
      writer.array(nodes, isLineByLine: true) { write(graph.nodes[$1], to: &$0) }
      writer.key("edges")
      writer.array(edges, isLineByLine: true) { write(graph.edges[$1], to: &$0) }
    }
    return writer.text + "\n"
  }

  private func write(_ node: RoutingGraph.Node, to writer: inout JSONWriter) {
    let place = node.range.map { sources.resolve($0) }
    writer.object { writer in
      writer.field("id", node.label)
      writer.field("kind", node.kindName)
      writer.field("name", node.resource?.name ?? node.label)
      writer.field("file", place?.path)
      writer.optional("line", place?.line)
      writer.optional("column", place?.column)
    }
  }

  private func write(_ edge: RoutingGraph.Edge, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("from", graph.nodes[edge.from].label)
      writer.field("to", graph.nodes[edge.to].label)
      writer.field("via", edge.via)
      writer.field("kind", edge.kind.rawValue)
      writer.key("pattern")
      if let pattern = edge.pattern?.readable { writer.raw(pattern.json) } else { writer.null() }
      writer.field("event", edge.event)
      writer.field("enabled", edge.isEnabled)
      writer.field("permission", "unknown")
      writer.field("deadLetter", edge.deadLetter?.value.label)
    }
  }
}

extension JSONWriter {
  mutating func optional(_ name: String, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }
}
