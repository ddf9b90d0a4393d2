/// A question about sets of events, answered or not decided within its bound of work; never wrong.
package enum Answer: Hashable, Sendable {
  case yes
  case no
  case undecided(String)
}

/// A set of events: what a pattern accepts, what a shape allows, and what set operations make of them.
///
/// A `detail` field may hold an array unless the shape says otherwise, so two tests on it are disjoint
/// only if the shape makes them so. Envelope fields (`source`, `detail-type`, `account`, `region`, `id`,
/// `time`) are single strings.
package struct EventSet: Sendable {
  /// Every event.
  package static var everything: EventSet { EventSet() }

  init() {}

  /// What `pattern` matches.
  package init(_ pattern: EventPattern) { self.init() }

  /// The events of a whole-envelope shape (an object with `source`, `detail-type`, `detail` …).
  package init(shape: ValueShape) { self.init() }

  // REPLACED by the algebra work; these stand so that callers compile.
  package func intersection(_ other: EventSet) -> EventSet { self }
  package func union(_ other: EventSet) -> EventSet { self }
  package func subtracting(_ other: EventSet) -> EventSet { self }
  package var isEmpty: Answer { .undecided("not yet") }
  package func intersects(_ other: EventSet) -> Answer { .undecided("not yet") }
  /// Whether every event of `other` is in this set.
  package func contains(_ other: EventSet) -> Answer { .undecided("not yet") }
  /// A short readable member as JSON text in the EventBridge envelope; nil where none is known.
  package func witness() -> String? { nil }
  /// The share of `shape`'s events that are in this set, as a range inside 0...1.
  package func probability(under shape: ValueShape) -> ClosedRange<Double> { 0...1 }
}
