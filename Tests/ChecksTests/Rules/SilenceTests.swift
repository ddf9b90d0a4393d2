import Diagnostics
import RoutingGraph
import Testing
import Topology

@testable import Checks

/// What cannot be told from the files is never a reason to speak.
@Suite struct SilenceTests {
  private static let pages = RulePageFile.all.filter { !$0.id.hasPrefix("suppression/") }

  @Test(arguments: pages)
  func nothingIsSaidOfWhatIsDeclaredElsewhere(_ page: RulePageFile) {
    for text in page.examples("Avoid") {
      var topology = Example(text).topology
      topology.makeExternal()
      #expect(findings(in: topology) == [])
    }
  }

  @Test(arguments: pages)
  func forgettingAddsNothing(_ page: RulePageFile) {
    for text in page.examples("Avoid") {
      let topology = Example(text).topology
      let before = findings(in: topology)
      for forgotten in Forgotten.allCases {
        var rest = topology
        forgotten.apply(to: &rest)
        #expect(findings(in: rest).subtracting(before) == [], "\(forgotten)")
      }
    }
  }

  private func findings(in topology: Topology) -> Set<String> {
    let context = CheckContext(topology: topology, graph: RoutingGraph(topology))
    let found = check(context, options: CheckOptions(profile: .strict))
    return Set(found.map { "\($0.id) at \($0.range.start)" })
  }
}

/// References that an import could not follow.
enum Forgotten: String, CaseIterable {
  case targets, deadLetters, triggers, emissions

  func apply(to topology: inout Topology) {
    switch self {
    case .targets:
      topology.buses.update { bus in
        for rule in bus.rules.indices {
          for target in bus.rules[rule].targets.indices {
            forget(&bus.rules[rule].targets[target].to)
          }
        }
      }
      topology.topics.update { topic in
        for index in topic.subscriptions.indices { forget(&topic.subscriptions[index].to) }
      }
      topology.buckets.update { bucket in
        for index in bucket.notifications.indices { forget(&bucket.notifications[index].to) }
      }
      topology.schedules.update { if $0.target != nil { forget(&$0.target!.to) } }
    case .deadLetters:
      topology.buses.update { bus in
        forget(&bus.deadLetter)
        for rule in bus.rules.indices {
          for target in bus.rules[rule].targets.indices {
            forget(&bus.rules[rule].targets[target].deadLetter)
          }
        }
      }
      topology.topics.update { topic in
        for index in topic.subscriptions.indices { forget(&topic.subscriptions[index].deadLetter) }
      }
      topology.queues.update { if $0.deadLetter != nil { forget(&$0.deadLetter!.queue) } }
      topology.functions.update { function in
        forget(&function.onFailure)
        for index in function.triggers.indices { forget(&function.triggers[index].onFailure) }
      }
      topology.schedules.update { if $0.target != nil { forget(&$0.target!.deadLetter) } }
    case .triggers:
      topology.functions.update { function in
        for index in function.triggers.indices { forget(&function.triggers[index].from) }
      }
    case .emissions:
      topology.functions.update { function in
        for index in function.emits.indices { forget(&function.emits[index].to) }
      }
    }
  }

  private func forget(_ reference: inout Reference) {
    reference.value = .unknown(reason: "it was forgotten")
  }

  private func forget(_ reference: inout Reference?) {
    if reference != nil { forget(&reference!) }
  }
}

extension Topology {
  /// Leaves of every resource no more than that it exists somewhere.
  fileprivate mutating func makeExternal() {
    func bare(_ info: ResourceInfo) -> ResourceInfo {
      var info = info
      info.isExternal = true
      return info
    }
    producers.update { $0 = Producer(info: bare($0.info)) }
    buses.update { $0 = Bus(info: bare($0.info)) }
    topics.update { $0 = Topic(info: bare($0.info)) }
    queues.update { $0 = Queue(info: bare($0.info)) }
    functions.update { $0 = Function(info: bare($0.info)) }
    stateMachines.update { $0 = StateMachine(info: bare($0.info)) }
    apis.update { $0 = API(info: bare($0.info)) }
    streams.update { $0 = Stream(info: bare($0.info)) }
    deliveryStreams.update { $0 = DeliveryStream(info: bare($0.info)) }
    buckets.update { $0 = Bucket(info: bare($0.info)) }
    tables.update { $0 = Table(info: bare($0.info)) }
    clusters.update { $0 = Cluster(info: bare($0.info)) }
    brokers.update { $0 = Broker(info: bare($0.info)) }
    environments.update { $0 = Environment(info: bare($0.info)) }
    pipes.update { $0 = Pipe(info: bare($0.info)) }
    schedules.update { $0 = Schedule(info: bare($0.info)) }
    destinations.update { $0 = Destination(info: bare($0.info)) }
    logGroups.update { $0 = LogGroup(info: bare($0.info)) }
    alarms.update { $0 = Alarm(info: bare($0.info)) }
    keys.update { $0 = Key(info: bare($0.info)) }
    roles.update { $0 = Role(info: bare($0.info)) }
  }
}
