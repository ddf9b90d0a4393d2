/// One row of the dated tables: what AWS does, where that is written and when it was read.
package struct Fact: Hashable, Sendable {
  /// The service or integration it is about: `eventbridge`, `lambda`.
  package var topic: String
  package var name: String
  package var value: String
  package var source: String
  /// `2026-11`: year and month in which the source was read.
  package var asOf: String

  package init(topic: String, name: String, value: String, source: String, asOf: String = "2026-11")
  {
    self.topic = topic
    self.name = name
    self.value = value
    self.source = source
    self.asOf = asOf
  }
}

/// Every fact that the checks stand on, by topic and then by name.
package let allFacts: [Fact] = {
  let facts =
    Quota.all.map(\.fact) + Setting.all.map(\.fact) + FailureExitFact.all.map(\.fact)
    + TargetAccess.all.map(\.fact) + ResourceAction.facts
  return facts.sorted { ($0.topic, $0.name) < ($1.topic, $1.name) }
}()
