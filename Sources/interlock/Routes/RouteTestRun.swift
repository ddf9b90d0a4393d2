import Diagnostics
import EventMatcher
import RoutingGraph
import Topology

/// The outcome of one of a topology's own tests.
struct RouteTestResult {
  var test: RouteTest
  /// In the order of the expectations; none where the test passed.
  var failures: [Diagnostic]

  var hasPassed: Bool { failures.isEmpty }
}

/// Runs a topology's own tests through the graph and the compiled table.
struct RouteTestRun {
  let topology: Topology
  let graph: RoutingGraph
  private let table: RuleTable
  private let edges: [Int]

  init(_ topology: Topology) throws(Refused) {
    self.topology = topology
    graph = RoutingGraph(topology)
    (table, edges) = try EventViews.table(graph)
  }

  func results() -> [RouteTestResult] { topology.tests.map { run($0) } }

  private func run(_ test: RouteTest) -> RouteTestResult {
    var walk = RouteWalk(topology, graph)
    var views = EventViews(test.event.value, table, edges: edges)
    guard let start = graph.index(of: test.on.value.label) else {
      let message = "test '\(test.name.value)': '\(test.on.value.label)' is not part of any route"
      return RouteTestResult(
        test: test, failures: [Diagnostic("test/no-start", .error, message, at: test.on.range)])
    }
    do throws(EventError) { try walk.send(to: start, &views) } catch {
      let message = "test '\(test.name.value)': \(error.message)"
      return RouteTestResult(
        test: test, failures: [Diagnostic("test/bad-event", .error, message, at: test.event.range)])
    }
    let failures =
      test.reaches.compactMap { unmet($0, of: test, walk) }
      + test.misses.compactMap { broken($0, of: test, walk) }
    return RouteTestResult(test: test, failures: failures)
  }

  /// What to say of a target that should have been reached; nil where it was.
  private func unmet(_ target: Reference, of test: RouteTest, _ walk: RouteWalk) -> Diagnostic? {
    let label = target.value.label
    let node = graph.index(of: label)
    if let node, walk.reached[node] != nil { return nil }
    let doubts = node.map { undecided(on: $0, walk) } ?? []
    var finding = Diagnostic(
      doubts.isEmpty ? "test/not-reached" : "test/not-decided", .error,
      doubts.isEmpty
        ? "test '\(test.name.value)': the event does not reach '\(label)'"
        : "test '\(test.name.value)': whether the event reaches '\(label)' cannot be told",
      at: target.range)
    finding.witness = String(decoding: test.event.value, as: UTF8.self)
    for edge in doubts {
      finding.related.append(.init("filters on what was changed on the way", at: range(edge)))
    }
    guard let node else { return finding }
    for edge in graph.incoming[node] where walk.refused.contains(edge) {
      finding.related.append(.init("\(name(edge)) does not match it", at: range(edge)))
    }
    for edge in graph.incoming[node] where walk.secondHops.contains(edge) {
      finding.related.append(
        .init("a bus does not hand on what came from another bus", at: range(edge)))
    }
    if finding.related.isEmpty {
      finding.help = "no route from '\(test.on.value.label)' leads there"
    }
    return finding
  }

  /// What to say of a target that should have been missed; nil where it was.
  private func broken(_ target: Reference, of test: RouteTest, _ walk: RouteWalk) -> Diagnostic? {
    guard let node = graph.index(of: target.value.label), walk.reached[node] != nil else {
      return nil
    }
    var finding = Diagnostic(
      "test/reached", .error,
      "test '\(test.name.value)': the event reaches '\(target.value.label)'", at: target.range)
    finding.path = walk.path(to: node)
    finding.witness = String(decoding: test.event.value, as: UTF8.self)
    return finding
  }

  /// Filters into the node that could not be decided.
  private func undecided(on node: Int, _ walk: RouteWalk) -> [Int] {
    graph.incoming[node].filter { walk.undecided.contains($0) }
  }

  private func name(_ edge: Int) -> String {
    graph.edges[edge].via.map { "'\($0)'" } ?? "the filter"
  }

  private func range(_ edge: Int) -> SourceRange { graph.edges[edge].range }
}
