import AccessPolicy
import Diagnostics
import FoundationEssentials
import RoutingGraph
import Topology

extension Traffic {
  /// A classic bus bills what is put on it, by 64 KiB; rules, matches and deliveries in the account
  /// are free. The custom bus of 2026 bills on meters whose rates are not public.
  mutating func usage(of bus: Bus) -> [Usage] {
    guard bus.generation == .classic else {
      return [Usage(bus.id, "eventbridge.custom", count(into: bus.id))]
    }
    var usages = incoming(bus.id).compactMap { edge in
      putMeter(edge, of: bus).map { Usage(bus.id, $0, chunks(edge, kibibytes: 64)) }
    }
    usages.append(Usage(bus.id, "eventbridge.rule.match", matches(of: bus)))
    usages += outgoing(bus.id).compactMap { deliveryUsage($0, of: bus) }
    return usages + archiveUsage(of: bus)
  }

  /// Which ingestion meter an edge runs; nil for what another bus of the account forwards.
  private func putMeter(_ edge: Int, of bus: Bus) -> String? {
    guard let sender = graph.nodes[graph.edges[edge].from].resource else {
      return "eventbridge.put.custom"
    }
    switch sender.kind {
    case .bus: return nil
    case .bucket: return "eventbridge.put.optin"
    case .producer:
      switch topology.producers[sender.name]?.origin {
      case .partner, .saas: return "eventbridge.put.partner"
      case .awsService: return "eventbridge.put.management"
      default: return "eventbridge.put.custom"
      }
    default: return "eventbridge.put.custom"
    }
  }

  /// Events that rules take, each counted once however many targets the rule has.
  private func matches(of bus: Bus) -> Spread {
    var counted: Set<String> = []
    var total = Spread(0)
    for edge in outgoing(bus.id) where graph.edges[edge].kind == .rule {
      if counted.insert(graph.edges[edge].via ?? "").inserted { total = total + count(edge) }
    }
    return total
  }

  private func deliveryUsage(_ edge: Int, of bus: Bus) -> Usage? {
    let target = graph.nodes[graph.edges[edge].to]
    if target.resource?.kind == .destination {
      return Usage(bus.id, "eventbridge.apiDestination", chunks(edge, kibibytes: 64))
    }
    guard let arn = ARN(target.label), arn.service == "events",
      let own = bus.info.account?.value, arn.account != own
    else { return nil }
    return Usage(bus.id, "eventbridge.xacct.custom", chunks(edge, kibibytes: 64))
  }

  /// What is archived, which is what the archive's pattern takes, is billed as it goes in and while
  /// it is held; the archive is counted full.
  private mutating func archiveUsage(of bus: Bus) -> [Usage] {
    guard let archive = bus.archive else { return [] }
    let volume = archivedGibibytes(of: bus.id)
    let all = gibibytes(into: bus.id)
    if archive.pattern != nil, all.expected > 0 {
      let percent = (Double("\(volume.expected * 100 / all.expected)") ?? 100).rounded()
      assumptions.append(
        "'\(bus.id)' archives about \(Int(percent))% of what arrives: what its archive's pattern takes")
    }
    let held = archive.retention.map { months($0.value) } ?? 1
    return [
      Usage(bus.id, "eventbridge.archive.process", volume),
      Usage(bus.id, "eventbridge.archive.storage", volume * held),
    ]
  }

  func usage(of schedule: Schedule) -> [Usage] {
    let fired = outgoing(schedule.id).reduce(Spread(0)) { $0 + count($1) }
    return [Usage(schedule.id, "eventbridge.scheduler", fired)]
  }

  /// A pipe bills the batches that pass its filter, by 64 KiB of each.
  func usage(of pipe: Pipe) -> [Usage] {
    outgoing(pipe.id).filter { graph.edges[$0].kind == .pipe }.prefix(1).map { edge in
      let batch = max(1, pipe.batchSize?.value ?? 1)
      return Usage(
        pipe.id, "eventbridge.pipe.request", chunks(edge, kibibytes: 64, batch: batch))
    }
  }
}
