import Diagnostics
import FoundationEssentials
import RoutingGraph
import Topology

extension Traffic {
  /// On demand: hours, GiB in (a record rounds up to 1 KiB) and GiB out to each reader. Provisioned:
  /// shard hours and put units of 25 KiB.
  func usage(of stream: Stream) -> [Usage] {
    let edges = incoming(stream.id)
    let volume = edges.reduce(Spread(0)) { $0 + chunks($1, kibibytes: 1) } / 1_048_576
    let readers = outgoing(stream.id).count
    let fast = min(readers, stream.consumers.count)
    let shared = volume * Decimal(readers - fast)
    var usages = [Usage(stream.id, "kinesis.processed", volume)]
    switch stream.mode {
    case .onDemand:
      usages += [
        Usage(stream.id, "kinesis.od.streamHour", Spread(hoursPerMonth)),
        Usage(stream.id, "kinesis.od.in", volume),
        Usage(stream.id, "kinesis.od.out", shared),
        Usage(stream.id, "kinesis.od.efoOut", volume * Decimal(fast)),
      ]
    case .provisioned:
      let shards = Decimal(stream.shards?.value ?? 1)
      let units = edges.reduce(Spread(0)) { $0 + chunks($1, kibibytes: 25) }
      let consumerHours = hoursPerMonth * shards * Decimal(stream.consumers.count)
      usages += [
        Usage(stream.id, "kinesis.shardHour", Spread(hoursPerMonth * shards)),
        Usage(stream.id, "kinesis.putUnit", units),
        Usage(stream.id, "kinesis.efo.hour", Spread(consumerHours)),
        Usage(stream.id, "kinesis.efo.gb", volume * Decimal(fast)),
      ]
    }
    return usages + retentionUsage(of: stream, volume: volume)
  }

  private func retentionUsage(of stream: Stream, volume: Spread) -> [Usage] {
    guard let retention = stream.retention?.value, retention > .seconds(86_400) else { return [] }
    let week = Duration.seconds(7 * 86_400)
    let beyondDay = months(min(retention, week) - .seconds(86_400))
    let beyondWeek = retention > week ? months(retention - week) : 0
    switch stream.mode {
    case .onDemand:
      return [
        Usage(stream.id, "kinesis.od.extended", volume * beyondDay),
        Usage(stream.id, "kinesis.od.longTerm", volume * beyondWeek),
      ]
    case .provisioned:
      let shards = Decimal(stream.shards?.value ?? 1)
      return [
        Usage(stream.id, "kinesis.extendedShardHour", Spread(hoursPerMonth * shards)),
        Usage(stream.id, "kinesis.longTerm.storage", volume * beyondWeek),
      ]
    }
  }

  func usage(of table: Table) -> [Usage] {
    let item = table.itemSize ?? ByteSize(bytes: 1024)
    let size = SizeRange(min: item, mean: item, max: item)
    let writes = count(into: table.id) * Self.chunks(of: size, bytes: 1024)
    return [Usage(table.id, "dynamodb.wru", writes)]
      + storageUsage(table.id, "dynamodb.storage", table.storage)
  }

  /// A PUT for each event sent; what Firehose gathers into objects is not counted.
  func usage(of bucket: Bucket) -> [Usage] {
    let puts = incoming(bucket.id).filter { graph.edges[$0].kind != .delivery }
    return [Usage(bucket.id, "s3.tier1", puts.reduce(Spread(0)) { $0 + count($1) })]
      + storageUsage(bucket.id, "s3.standard.storage", bucket.storage)
  }

  func usage(of cluster: Cluster) -> [Usage] {
    if cluster.isServerless { return [Usage(cluster.id, "msk.serverless", Spread(1))] }
    let brokers = Decimal(cluster.brokers ?? 1)
    let type = (cluster.instanceType?.value ?? "").replacing("kafka.", with: "")
    return [Usage(cluster.id, "msk.\(type)", Spread(hoursPerMonth * brokers))]
      + storageUsage(cluster.id, "msk.storage", cluster.storagePerBroker, times: brokers)
  }

  func usage(of broker: Broker) -> [Usage] {
    let nodes = Decimal(broker.nodes)
    let type = broker.instanceType?.value ?? ""
    let volume = broker.engine == .activeMQ ? "mq.storage.efs" : "mq.storage.ebs"
    return [Usage(broker.id, "\(type).single", Spread(hoursPerMonth * nodes))]
      + storageUsage(broker.id, volume, broker.storage)
  }

  func usage(of delivery: DeliveryStream) -> [Usage] {
    [Usage(delivery.id, "firehose.gb", count(into: delivery.id))]
  }

  private func storageUsage(
    _ id: ResourceID, _ meter: String, _ size: ByteSize?, times: Decimal = 1
  ) -> [Usage] {
    guard let size else { return [] }
    return [Usage(id, meter, Spread(Decimal(size.bytes) / Self.gibibyte * times))]
  }
}
