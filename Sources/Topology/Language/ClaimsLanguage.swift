import Diagnostics
import EventPattern
import YAMLTree

extension Form<Assertion> {
  static let assertion: Form = {
    let grammar = Grammar.choice([
      object("never", .definition(never), "No event may go this way."),
      object("every", .definition(every), "Every such event must arrive there."),
      object("maxHops", .number(.integer(1, 1000)), "No event may pass through more things."),
    ])
    return Form(.definition(.init("assertion") { grammar })) { node, context in
      let claim =
        if let value = node["never"] {
          context.never(value)
        } else if let value = node["every"] {
          context.every(value)
        } else {
          node["maxHops"]?.wholeNumber.map { Assertion.Claim.maxHops($0) }
        }
      return claim.map { Assertion($0, range: node.range) }
    }
  }()

  private static func object(_ key: String, _ grammar: Grammar, _ summary: String) -> Grammar {
    var object = ObjectGrammar("an assertion")
    object.add(.init(key: key, grammar: grammar, summary: summary, isRequired: true))
    return .object(object)
  }

  private static let never = Grammar.Definition("never") {
    let glob = Form<Located<String>>.referenceGlob.grammar
    var object = ObjectGrammar("a 'never'")
    object.add(
      .init(key: "from", grammar: glob, summary: "Where it comes from.", isRequired: true))
    object.add(.init(key: "to", grammar: glob, summary: "Where it must not go.", isRequired: true))
    object.add(
      .init(
        key: "where", grammar: .delegated(PatternGrammar.definition),
        summary: "Only events that match this pattern."))
    return .object(object)
  }

  private static let every = Grammar.Definition("every") {
    var object = ObjectGrammar("an 'every'")
    object.add(
      .init(
        key: "event", grammar: Form<Located<String>>.event.grammar,
        summary: "The event of the catalogue.", isRequired: true))
    object.add(
      .init(
        key: "reaches", grammar: Form<Located<String>>.referenceGlob.grammar,
        summary: "Where it must arrive.", isRequired: true))
    return .object(object)
  }
}

extension ReadingContext {
  fileprivate mutating func never(_ node: YAMLNode) -> Assertion.Claim? {
    let glob = Form<Located<String>>.referenceGlob
    guard let from = node["from"].flatMap({ glob.read($0, &self) }),
      let to = node["to"].flatMap({ glob.read($0, &self) })
    else { return nil }
    guard let condition = node["where"] else { return .never(from: from, to: to, condition: nil) }
    // A condition that is not valid must not widen the claim to all events.
    guard let pattern = PatternUse.read(condition, .eventBridge, &self).pattern else { return nil }
    return .never(from: from, to: to, condition: pattern)
  }

  fileprivate mutating func every(_ node: YAMLNode) -> Assertion.Claim? {
    guard let event = node["event"].flatMap({ Form<Located<String>>.event.read($0, &self) }),
      let goal = node["reaches"].flatMap({ Form<Located<String>>.referenceGlob.read($0, &self) })
    else { return nil }
    return .every(event: event, reaches: goal)
  }
}

extension Form<RouteTest> {
  static let test: Form = {
    let record = Record<RouteTest>("a test") { record in
      record.field("name", \.name, .text, "What it shows, in words.", required: true)
      record.field(
        "event", \.event, .wholeEvent, "The event as it is put on the bus.", required: true)
      record.field("on", \.on, .origin, "Where the event is put: 'bus/…'.", required: true)
      record.field(
        "reaches", \.reaches, Form<Reference>.destination.oneOrMany, "Where it must arrive.")
      record.field(
        "misses", \.misses, Form<Reference>.destination.oneOrMany, "Where it must not arrive.")
    }
    return record.form(named: "test") {
      RouteTest(
        name: Located("", $0.range), event: Located([], $0.range), on: .unread(at: $0.range),
        reaches: [], misses: [], range: $0.range)
    }
  }()
}

extension Form<Located<[UInt8]>> {
  fileprivate static let wholeEvent: Form = {
    var object = ObjectGrammar("an event")
    object.others = .allowed
    for (key, summary) in [
      ("source", "Who sends it."), ("detail-type", "What it is."),
    ] {
      object.add(.init(key: key, grammar: .text(.init(expectation: "a text")), summary: summary))
    }
    object.add(.init(key: "detail", grammar: .anything, summary: "Its content."))
    let grammar = Grammar.object(object)
    return Form(.definition(.init("event") { grammar })) { node, context in
      guard node.kind == .mapping else { return nil }
      return context.json(node).map { Located($0, node.range) }
    }
  }()
}
