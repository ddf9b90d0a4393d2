import Diagnostics
import EventPattern
import Topology

/// A pattern or filter where it is used.
struct PatternApplication {
  var pattern: EventPattern
  var owner: ResourceID
  var edge: Diagnostic.Edge?
}

extension Topology {
  /// Every pattern that could be read, of rules, archives, subscriptions, triggers and pipes; what is
  /// said here of a bus or topic that is declared elsewhere counts.
  var patternApplications: [PatternApplication] {
    busApplications + topicApplications + triggerApplications + pipeApplications
  }

  private var busApplications: [PatternApplication] {
    buses.flatMap { bus in
      let dialect = bus.generation == .custom ? PatternDialect.customEventBus : .eventBridge
      let uses = bus.rules.map(\.pattern) + [bus.archive?.pattern]
      return uses.compactMap { use in
        use?.pattern.map { PatternApplication(pattern: $0.applied(as: dialect), owner: bus.id) }
      }
    }
  }

  private var topicApplications: [PatternApplication] {
    topics.flatMap { topic in
      topic.subscriptions.compactMap { subscription in
        let edge = Diagnostic.Edge(
          from: topic.id.description, to: subscription.to.value.label)
        return subscription.filter?.pattern.map {
          PatternApplication(pattern: $0, owner: topic.id, edge: edge)
        }
      }
    }
  }

  private var triggerApplications: [PatternApplication] {
    triggers.flatMap { function, trigger in
      let source = EventSourceKind(trigger.from.value)
      return trigger.filters.compactMap(\.pattern).map {
        PatternApplication(
          pattern: $0.applied(as: .eventSourceMapping(from: source)), owner: function.id,
          edge: trigger.edge(into: function.id))
      }
    }
  }

  private var pipeApplications: [PatternApplication] {
    pipes.filter { !$0.info.isExternal }.flatMap { pipe in
      let source = pipe.source.flatMap { EventSourceKind($0.value) }
      return pipe.filters.compactMap(\.pattern).map {
        PatternApplication(pattern: $0.applied(as: .pipes(from: source)), owner: pipe.id)
      }
    }
  }
}

extension EventSourceKind {
  /// Nil where it is not known what is read.
  fileprivate init?(_ source: ReferenceTarget) {
    switch source.kind {
    case .queue: self = .sqs
    case .stream: self = .kinesis
    case .table: self = .dynamoDB
    case .cluster: self = .kafka
    case .broker: self = .mq
    default: return nil
    }
  }
}

extension EventPattern {
  /// The pattern as it is used: what it was read as does not yet tell of what.
  fileprivate func applied(as dialect: PatternDialect) -> EventPattern {
    var applied = self
    applied.dialect = dialect
    return applied
  }
}

/// Something odd about a valid pattern, and the pattern.
struct PatternWarning {
  var warning: Diagnostic
  var application: PatternApplication

  static func all(in topology: Topology) -> [PatternWarning] {
    let catalogue = EventCatalogue(topology.events)
    return topology.patternApplications.flatMap { application in
      let shape = catalogue.shape(for: application.pattern)
      return application.pattern.warnings(shape: shape).map {
        PatternWarning(warning: $0, application: application)
      }
    }
  }
}

/// The declared events, to tell which of them a pattern speaks of.
private struct EventCatalogue {
  private let events: [(shape: ValueShape, set: EventSet)]
  /// The events of all sources that are declared.
  private let sources: EventSet

  init(_ declarations: [EventDeclaration]) {
    let complete = declarations.filter { $0.source != nil && $0.detailType != nil }
    events = complete.map { ($0.envelope, EventSet(shape: $0.envelope)) }
    sources = EventSet.source(complete.compactMap { $0.source.map { UTF8Text($0.value) } })
  }

  /// The shape of the declared events that a rule's pattern asks for by source and type; nil where it
  /// may also ask for others.
  func shape(for pattern: EventPattern) -> ValueShape? {
    guard pattern.dialect.hasEnvelope, !events.isEmpty else { return nil }
    let wanted = EventSet(pattern.restricted(to: ["source", "detail-type"]))
    guard sources.contains(EventSet(pattern.restricted(to: ["source"]))) == .yes else { return nil }
    let shapes = events.filter { $0.set.intersects(wanted) != .no }.map(\.shape)
    return shapes.isEmpty ? nil : shapes.count == 1 ? shapes[0] : .union(shapes)
  }
}

extension EventPattern {
  /// The pattern without its tests of other fields.
  fileprivate func restricted(to paths: Set<UTF8Text>) -> EventPattern {
    var restricted = self
    restricted.alternatives = alternatives.map { alternative in
      Conjunction(fields: alternative.fields.filter { paths.contains($0.path) })
    }
    return restricted
  }
}
