import Diagnostics
import Topology

struct BucketToFIFO: Rule {
  static let id = "order/bucket-to-fifo"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A bucket cannot notify a FIFO queue or topic."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    return topology.buckets.filter { !$0.info.isExternal }.flatMap { bucket in
      bucket.notifications.compactMap { notification in
        guard topology.isFIFO(notification.to) == true else { return nil }
        let target = notification.to.value.label
        return Self.finding(
          "'\(bucket.id)' cannot notify '\(target)': S3 sends to standard queues and topics only",
          at: notification.to.range, about: bucket.id,
          edge: Diagnostic.Edge(from: bucket.id.description, to: target),
          related: declaration(of: notification.to, in: topology),
          help:
            "send to the bus with `eventBridge: true`, and from a rule on to the FIFO queue with a"
            + " message group")
      }
    }
  }
}
