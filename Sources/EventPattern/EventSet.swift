import Diagnostics

/// A question about sets of events, answered or not decided within its bound of work; never wrong.
package enum Answer: Hashable, Sendable {
  case yes
  case no
  case undecided(String)
}

/// A set of events: what a pattern accepts, what a shape allows, and what set operations make of
/// them.
///
/// A `detail` field may hold an array unless the shape says otherwise, so two tests on it are
/// disjoint only if the shape makes them so. Envelope fields (`source`, `detail-type`, `account`,
/// `region`, `id`, `time`, `version`) are single strings. Sets of other documents (message bodies,
/// stream records) have no envelope; met with a set of events, they are asked about events.
///
/// Events whose keys are empty, or hold a dot or come twice so that two of them lead to one path
/// that a shape or the envelope declares, are taken not to occur.
package struct EventSet: Sendable {
  // INVARIANT: empty where `isTooLarge`.
  var terms: [Term]
  /// The operations made more terms than a set may have: nothing is known of it.
  var isTooLarge = false

  /// Terms that one set may have.
  static let termLimit = 4096

  init(terms: [Term]) {
    guard terms.count <= Self.termLimit else {
      self.terms = []
      isTooLarge = true
      return
    }
    self.terms = terms
  }

  /// Every event.
  package static let everything = EventSet(terms: [Term(shape: .envelope)])
  /// Every JSON object.
  package static let anyDocument = EventSet(terms: [Term(shape: .document)])
  /// No event.
  package static let nothing = EventSet(terms: [])

  /// What `pattern` matches: of events, or of documents where the dialect is not EventBridge's.
  package init(_ pattern: EventPattern) {
    let shape: Term.Shape = pattern.dialect.hasEnvelope ? .envelope : .document
    self.init(
      terms: pattern.alternatives.map { Term(required: [Requirement($0)], shape: shape) })
  }

  /// The events of a whole-envelope shape (an object with `source`, `detail-type`, `detail` …).
  package init(shape: ValueShape) { self.init(shape: shape, in: .envelope) }

  /// The documents of a shape, where no envelope is around them.
  package init(document shape: ValueShape) { self.init(shape: shape, in: .document) }

  private init(shape: ValueShape, in universe: Term.Shape) {
    guard let nodes = ShapeNode.alternatives(of: shape) else {
      self.init(terms: [])
      isTooLarge = true
      return
    }
    self.init(
      terms: nodes.map { universe.adding($0) }
        .filter { !$0.root.isImpossible }.map { Term(shape: $0) })
  }

  /// The events with one of these sources and, where given, one of these detail types.
  package static func source(
    _ sources: [UTF8Text], detailType: [UTF8Text]? = nil
  ) -> EventSet {
    let nowhere = SourceRange(file: FileID(0), start: 0, end: 0)
    func field(_ path: UTF8Text, _ values: [UTF8Text]) -> FieldTest {
      FieldTest(path: path, tests: values.map(ValueTest.exactly), range: nowhere)
    }
    let conjunction = Conjunction(
      fields: (detailType.map { [field("detail-type", $0)] } ?? []) + [field("source", sources)])
    return EventSet(terms: [Term(required: [Requirement(conjunction)], shape: .envelope)])
  }
}
