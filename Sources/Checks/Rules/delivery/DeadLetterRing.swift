import Diagnostics
import Topology

struct DeadLetterRing: Rule {
  static let id = "delivery/dead-letter-ring"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "Dead-letter queues hand a message round in a ring."

  func check(_ context: CheckContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: Set<ResourceID> = []
    for queue in context.topology.queues where !seen.contains(queue.id) {
      var path: [Queue] = []
      var positions: [ResourceID: Int] = [:]
      var next: Queue? = queue
      while let here = next, seen.insert(here.id).inserted {
        positions[here.id] = path.count
        path.append(here)
        next = here.deadLetter.flatMap { context.topology.queue($0.queue) }
      }
      if let next, let start = positions[next.id], path.count - start > 1 {
        findings.append(finding(ring: Array(path[start...])))
      }
    }
    return findings
  }

  /// Told once, at the ring's first queue in the file.
  private func finding(ring: [Queue]) -> Diagnostic {
    let first = ring.indices.min { ring[$0].info.nameRange < ring[$1].info.nameRange } ?? 0
    let turned = Array(ring[first...] + ring[..<first])
    let path = (turned + turned.prefix(1)).map(\.id.description)
    let place = turned[0].deadLetter?.queue.range ?? turned[0].info.nameRange
    var finding = Self.finding(
      "dead letters go round in a ring: \(path.way)", at: place, about: turned[0].id,
      related: turned.dropFirst().map {
        .init("and on from '\($0.id)'", at: $0.deadLetter?.queue.range ?? $0.info.nameRange)
      },
      help: "end the ring in a queue that has no dead-letter queue and that somebody watches")
    finding.path = path
    return finding
  }
}
