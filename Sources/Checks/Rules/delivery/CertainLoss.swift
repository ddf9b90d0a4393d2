import Diagnostics
import Topology

/// A target that is likely to refuse for good, with nowhere for the event to go then.
struct CertainLoss: Rule {
  static let id = "delivery/certain-loss"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary =
    "Events that an endpoint, another account or a FIFO queue refuses are lost for good."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.ruleHandovers.compactMap { handover in
      guard handover.deadLetter == nil,
        let reason = Self.danger(of: handover, in: context.topology)
      else { return nil }
      let message = "\(reason), and no dead-letter queue keeps what is refused"
      // Templates are often parts of more, and of samples: there it is said and stops nothing.
      return Self.finding(
        message, context.topology.isPartial ? .warning : nil, at: handover.range,
        about: handover.from, edge: handover.edge,
        help: "give the target a standard queue of its region: `deadLetter: queue/NAME`")
    }
  }

  /// Why the target of a rule may refuse an event so that no retry helps; nil where it is not likely.
  static func danger(of handover: Handover, in topology: Topology) -> String? {
    guard handover.kind == .rule || handover.kind == .customBus else { return nil }
    let target = handover.to.value.label
    if handover.to.value.kind == .destination {
      return "\(handover.sender) calls '\(target)', whose endpoint may answer with an error that is"
        + " not retried"
    }
    let home = topology.home(of: handover.to)
    if home.isOtherAccount(than: handover.home), let account = home.account {
      return "\(handover.sender) sends to '\(target)' of account \(account), which may take back"
        + " its permission"
    }
    guard topology.isFIFO(handover.to) == true else { return nil }
    let queue = "\(handover.sender) sends to the FIFO queue '\(target)'"
    guard let group = handover.messageGroupId?.value else {
      return "\(queue), which refuses events without a message group"
    }
    // A group that is the same for all events is always there.
    return group.hasPrefix("$") ? "\(queue), which refuses events without '\(group)'" : nil
  }
}
