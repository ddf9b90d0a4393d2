import Diagnostics

extension Producer {
  static let record = Record<Producer>(resource: "a producer") { record in
    record.field(
      "kind", \.origin, .words,
      "What it is: an application, a SaaS partner, something on premises, an AWS service.")
    record.field(
      "principal", \.principal, .reference(.role), "The role that it sends as.", aka: ["role"])
    record.field("emits", \.emits, Form<Emission>.emission.list(), "What it sends, and how often.")
  }
}
