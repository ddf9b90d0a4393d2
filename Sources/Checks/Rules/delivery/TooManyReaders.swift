import Diagnostics
import Topology

struct TooManyReaders: Rule {
  static let id = "delivery/too-many-readers"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "So many read a stream that they throttle each other."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    let tables = topology.tables.filter { !$0.info.isExternal }.map {
      ($0.info, Quota.tableReaders)
    }
    // Consumers with enhanced fan-out read on lines of their own.
    let streams = topology.streams.filter { !$0.info.isExternal && $0.consumers.isEmpty }
      .map { ($0.info, Quota.streamReaders) }
    return (tables + streams).compactMap { info, quota in
      let readers = context.readers(of: info.id)
      let limit = context.limits[quota]
      guard readers.count > limit else { return nil }
      return Self.finding(
        "\(readers.count) read '\(info.id)', more than the \(limit) that do not throttle each other",
        at: info.nameRange, about: info.id,
        related: readers.map { .init("'\($0.id)' reads it", at: $0.range) },
        help: info.id.kind == .stream
          ? "give readers a line of their own, under 'consumers'"
          : "let one reader hand the records to a topic or bus, and the others take them from there"
      )
    }
  }
}
