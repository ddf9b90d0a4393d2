import Diagnostics
import YAMLTree

/// A topology file: its top-level keys, each with its grammar and reader.
enum Document {
  static let grammar = Grammar.object(object)

  private static let object: ObjectGrammar = {
    var object = ObjectGrammar("a topology")
    object.others = .extensions
    for field in settings { object.add(field) }
    object.add(
      .init(
        key: "events", grammar: .object(events), summary: "The catalogue: what events look like."))
    for kind in ResourceLanguage.all {
      object.add(.init(key: kind.kind.plural, grammar: kind.grammar, summary: kind.summary))
    }
    object.add(
      .init(
        key: "assertions", grammar: Form<Assertion>.assertion.list().grammar,
        summary: "What must always or never be true of the routes."))
    object.add(
      .init(
        key: "tests", grammar: Form<RouteTest>.test.list().grammar,
        summary: "Events and where they must arrive."))
    return object
  }()

  private static let settings: [ObjectGrammar.Field] = [
    .init(key: "topology", grammar: Form<String>.text.grammar, summary: "The name of the system."),
    .init(key: "description", grammar: Form<String>.text.grammar, summary: "What it is for."),
    .init(
      key: "account", grammar: Form<String>.account.grammar,
      summary: "The account of everything in this file that says no other."),
    .init(
      key: "region", grammar: Form<String>.region.grammar,
      summary: "The region of everything in this file that says no other."),
    .init(
      key: "pricing", grammar: Form<String>.text.grammar,
      summary: "A price model: its name, such as 'aws-us-east-1', or a file."),
    .init(
      key: "include", grammar: include.grammar,
      summary: "Files to read with this one, relative to it: 'buses/*.yaml'."),
    .init(
      key: "trail", grammar: .boolean,
      summary: "Whether an audit trail of API calls is kept (CloudTrail)."),
    .init(
      key: "partial", grammar: .boolean,
      summary: "Whether senders and receivers may exist that are not declared."),
    .init(
      key: "dashboards", grammar: .boolean,
      summary: "Whether dashboards show how the system does."),
  ]

  static let include = Form<String>.string("the path of a file").located.oneOrMany

  private static let events: ObjectGrammar = {
    let body = EventDeclaration.record.grammar
    var object = ObjectGrammar("an event")
    object.others = .each(keys: .eventName, .definition(.init("eventDeclaration") { body }))
    object.mayBeNull = true
    return object
  }()

  /// Reads one file's part of the topology; what is not of the right type has been reported.
  static func read(
    _ root: YAMLNode, into topology: inout Topology, _ context: inout ReadingContext
  ) {
    readSettings(root, into: &topology, &context)
    for (key, value) in root["events"]?.entries ?? [] {
      readEvent(key, value, into: &topology, &context)
    }
    for kind in ResourceLanguage.all {
      if let resources = root[kind.kind.plural] { kind.read(resources, &topology, &context) }
    }
    if let node = root["assertions"] {
      topology.assertions += Form<Assertion>.assertion.list().read(node, &context) ?? []
    }
    if let node = root["tests"] {
      topology.tests += Form<RouteTest>.test.list().read(node, &context) ?? []
    }
  }

  private static func readEvent(
    _ key: YAMLNode, _ value: YAMLNode, into topology: inout Topology,
    _ context: inout ReadingContext
  ) {
    // The first declaration of a name counts; the second has been reported.
    guard context.names.events[key.text] == key.range else { return }
    var event = EventDeclaration(name: key, range: key.range.joined(value.range))
    _ = EventDeclaration.record.fill(&event, from: value, &context)
    topology.events.append(event)
  }

  private static func readSettings(
    _ root: YAMLNode, into topology: inout Topology, _ context: inout ReadingContext
  ) {
    let text = Form<String>.text.located
    context.agree(
      "topology", on: &topology.name, root["topology"].flatMap { text.read($0, &context) })
    context.agree(
      "pricing", on: &topology.pricing, root["pricing"].flatMap { text.read($0, &context) })
    if let trail = root["trail"], case .boolean(let isKept) = trail.scalar {
      topology.hasTrail = isKept || topology.hasTrail == true
    }
    if root["partial"]?.boolean == true { topology.isPartial = true }
    if let dashboards = root["dashboards"], case .boolean(let areKept) = dashboards.scalar {
      topology.hasDashboards = areKept || topology.hasDashboards == true
    }
  }
}

extension TextGrammar {
  /// What an event of the catalogue may be called.
  static let eventName = TextGrammar(expectation: "a name that is not empty")
}

extension ReadingContext {
  /// Settings of the whole system may stand in several files, but must say the same.
  fileprivate mutating func agree(
    _ key: String, on present: inout Located<String>?, _ new: Located<String>?
  ) {
    guard let new else { return }
    guard let first = present else {
      present = new
      return
    }
    guard first.value != new.value else { return }
    report(
      "topology/two-systems",
      "'\(key)' is \(excerpt(new.value)) here and \(excerpt(first.value)) in another file",
      at: new.range, severity: .warning,
      help: "files that are read together describe one system; the first counts",
      related: [.init("the first stands here", at: first.range)])
  }
}
