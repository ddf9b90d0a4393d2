import Diagnostics
import Topology

struct ReceiveCountLow: Rule {
  static let id = "delivery/receive-count-low"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Good messages land in the dead-letter queue after a passing fault."

  /// What AWS advises where Lambda reads, since throttled invocations count as receptions.
  private static let advised = 5

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.queues.compactMap { queue in
      guard !queue.info.isExternal, let count = queue.deadLetter?.maxReceiveCount,
        count.value >= 1, count.value < Self.advised
      else { return nil }
      let function = context.readers(of: queue.id).first { $0.trigger != nil }
      guard let message = message(queue, count.value, function) else { return nil }
      var finding = Self.finding(
        message, at: count.range, about: queue.id,
        related: function.map { [.init("it is read here", at: $0.range)] } ?? [],
        help: "let a message be received at least \(Self.advised) times: `maxReceiveCount: 5`")
      finding.fix = .init(
        title: "receive it \(Self.advised) times",
        edits: [.init(range: count.range, replacement: "\(Self.advised)")])
      return finding
    }
  }

  private func message(_ queue: Queue, _ count: Int, _ function: Reader?) -> String? {
    let times = count == 1 ? "once" : "\(count) times"
    if let function {
      return
        "messages of '\(queue.id)' are given up when received \(times), and being throttled counts"
        + " for '\(function.id)'"
    }
    guard count == 1 else { return nil }
    return "messages of '\(queue.id)' are given up when received once: no fault may pass"
  }
}
