import Diagnostics
import Topology

struct DeadLetterIsTarget: Rule {
  static let id = "delivery/dead-letter-is-target"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "What a queue refuses is sent to the same queue again."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.failureExits.compactMap { exit in
      guard let refuser = exit.refuser, refuser.value == exit.exit.value, !refuser.value.isUnknown
      else { return nil }
      let name = refuser.value.label
      let isOwn = exit.integration == .queue
      let message =
        isOwn
        ? "'\(name)' is its own dead-letter queue"
        : "'\(name)' is both the target of \(exit.sender) and its dead-letter queue"
      return Self.finding(
        message, at: exit.exit.range, about: exit.owner, edge: exit.edge,
        related: isOwn ? [] : [.init("the target", at: refuser.range)],
        help: "what makes the queue refuse an event makes it refuse the dead letter: use another"
          + " queue")
    }
  }
}
