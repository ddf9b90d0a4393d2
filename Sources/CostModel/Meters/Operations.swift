import Diagnostics
import FoundationEssentials
import RoutingGraph
import Topology

extension Traffic {
  /// Bytes in, and bytes held while they are kept; held bytes are counted uncompressed.
  func usage(of group: LogGroup) -> [Usage] {
    let volume = gibibytes(into: group.id)
    let held = group.retention.map { months($0.value) } ?? 1
    return [
      Usage(group.id, "cloudwatch.logs.ingest", volume),
      Usage(group.id, "cloudwatch.logs.storage", volume * held),
    ]
  }

  /// An alarm looks at one data point a minute.
  func usage(of alarm: Alarm) -> [Usage] {
    [
      Usage(alarm.id, "cloudwatch.alarm.std", Spread(1)),
      Usage(alarm.id, "cloudwatch.datapoints", Spread(hoursPerMonth * 60)),
    ]
  }

  func usage(of key: Key) -> [Usage] { [Usage(key.id, "kms.key", Spread(1))] }
}
