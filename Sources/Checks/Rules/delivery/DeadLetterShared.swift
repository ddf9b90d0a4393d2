import Diagnostics
import Topology

struct DeadLetterShared: Rule {
  static let id = "delivery/dead-letter-shared"
  static let severity = Severity.info
  static let profile = Profile.strict
  static let summary = "Dead letters of several queues lie in one, and redrive cannot part them."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let redrives = context.failureExits.filter { $0.integration == .queue }
    let groups = Dictionary(grouping: redrives, by: \.exit.value)
    return groups.compactMap { target, exits in
      guard exits.count > 1, case .resource(let queue) = target,
        let info = context.topology.info(queue)
      else { return nil }
      let names = exits.map { "'\($0.owner)'" }.joined(separator: ", ")
      return Self.finding(
        "'\(queue)' holds the dead letters of \(names)", at: info.nameRange, about: queue,
        related: exits.map { .init("those of '\($0.owner)'", at: $0.exit.range) },
        help: "give each queue its own: who repairs one cannot tell its messages from the others'")
    }
  }
}
