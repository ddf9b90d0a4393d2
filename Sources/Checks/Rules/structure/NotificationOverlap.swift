import Diagnostics
import Topology

struct NotificationOverlap: Rule {
  static let id = "structure/notification-overlap"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary =
    "S3 refuses two notifications of one event whose prefixes and suffixes overlap."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.buckets.filter { !$0.info.isExternal }.flatMap { check($0) }
  }

  private func check(_ bucket: Bucket) -> [Diagnostic] {
    let all = bucket.notifications
    return all.indices.compactMap { later -> Diagnostic? in
      let earlier = all[..<later].first { shared($0, all[later]) != nil }
      guard let earlier, let event = shared(earlier, all[later]) else { return nil }
      return Self.finding(
        "two notifications of '\(bucket.id)' take the same objects for '\(event)'",
        at: all[later].range, about: bucket.id,
        related: [.init("the other notification", at: earlier.range)],
        help: "S3 refuses the bucket's configuration: notify one topic or the default bus, and let"
          + " it fan out")
    }
  }

  /// The event that both tell of some object; nil where there is none.
  private func shared(_ a: Bucket.Notification, _ b: Bucket.Notification) -> String? {
    let prefixes = (a.prefix?.value ?? "", b.prefix?.value ?? "")
    let suffixes = (a.suffix?.value ?? "", b.suffix?.value ?? "")
    guard prefixes.0.hasPrefix(prefixes.1) || prefixes.1.hasPrefix(prefixes.0),
      suffixes.0.hasSuffix(suffixes.1) || suffixes.1.hasSuffix(suffixes.0)
    else { return nil }
    for event in a.events {
      if let other = b.events.first(where: { overlap($0.value, event.value) }) {
        return event.value.hasSuffix("*") ? other.value : event.value
      }
    }
    return nil
  }

  /// `s3:ObjectCreated:*` holds `s3:ObjectCreated:Put`.
  private func overlap(_ a: String, _ b: String) -> Bool {
    func holds(_ wide: String, _ narrow: String) -> Bool {
      wide.hasSuffix("*") && narrow.hasPrefix(wide.dropLast())
    }
    return a == b || holds(a, b) || holds(b, a)
  }
}
