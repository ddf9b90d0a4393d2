import Diagnostics
import Topology

extension GraphBuilder {
  /// Buckets, tables, delivery streams, log groups and alarms: what tells of its own.
  mutating func addData() {
    for table in topology.tables {
      guard let stream = table.kinesisStream else { continue }
      connect(.resource(table.id), .notification, stream.value, at: stream.range)
    }
    for bucket in topology.buckets { add(bucket) }
    for stream in topology.deliveryStreams { add(stream) }
    for group in topology.logGroups {
      for filter in group.subscriptions {
        connect(.resource(group.id), .notification, filter.to.value, at: filter.range)
      }
    }
    for alarm in topology.alarms {
      for target in alarm.notify {
        connect(.resource(alarm.id), .notification, target.value, at: target.range)
      }
    }
  }

  private mutating func add(_ bucket: Bucket) {
    for notification in bucket.notifications {
      connect(.resource(bucket.id), .notification, notification.to.value, at: notification.range) {
        $0.declaration = .notification(notification)
      }
    }
    guard bucket.sendsToEventBridge else { return }
    connect(
      .resource(bucket.id), .notification, .resource(.defaultBus), at: bucket.info.nameRange)
  }

  private mutating func add(_ stream: DeliveryStream) {
    let id = ReferenceTarget.resource(stream.id)
    if let source = stream.source { connect(source.value, .delivery, id, at: source.range) }
    if let transform = stream.transform {
      connect(id, .delivery, transform.value, at: transform.range) { $0.via = "transform" }
    }
    if let destination = stream.destination {
      connect(id, .delivery, destination.value, at: destination.range)
    }
  }
}
