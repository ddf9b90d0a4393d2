import Diagnostics
import EventPattern
import YAMLTree

extension Form<DeliveryTarget> {
  /// What a rule or schedule sends to.
  static let target: Form = {
    let record = Record<DeliveryTarget>("a target") { record in
      record.field(
        "to", \.to, .destination, "What receives the events: 'queue/…', 'function/…', an ARN.",
        aka: ["arn", "target"], required: true)
      record.field("id", \.targetId, .text, "The target's id where it has one.")
      record.field(
        "deadLetter", \.deadLetter, .failureExit,
        "The queue for events that the target refuses.", aka: ["deadLetterConfig", "dlq"])
      record.field(
        "retry", \.retry, .retry, "How often and how long a refused delivery is tried again.",
        aka: ["retryPolicy"])
      record.field(
        "input", \.input, .input, "What the target receives instead of the whole event.",
        aka: ["inputTransformer", "inputPath"])
      record.field(
        "role", \.role, .reference(.role), "The role that delivers.", aka: ["roleArn"])
      record.field(
        "messageGroupId", \.messageGroupId, .text,
        "The message group in a FIFO queue: a text or a path such as '$.detail.parcelId'.")
    }
    return record.form(named: "target") {
      DeliveryTarget(to: .unread(at: $0.range), range: $0.range)
    }
  }()

  /// A reference alone, or a target with more to say.
  static let shortTarget: Form = {
    let reference = Form<Reference>.destination
    let short = Form(reference.grammar) { node, context in
      reference.read(node, &context).map { DeliveryTarget(to: $0, range: node.range) }
    }
    return short.or(target)
  }()
}

extension Form<TargetInput> {
  static let input: Form = {
    var object = ObjectGrammar("a target's input")
    object.add(
      .init(
        key: "constant", grammar: .anything,
        summary: "JSON that is sent as it is; a text is sent raw."))
    object.add(
      .init(
        key: "path", grammar: path.grammar,
        summary: "The part of the event that is sent, such as '$.detail'."))
    object.add(
      .init(
        key: "transform", grammar: transform.grammar,
        summary: "Paths into the event, and a template that they are put into."))
    object.exclusive = [["constant", "path", "transform"]]
    object.needed = [["constant", "path", "transform"]]
    let grammar = Grammar.object(object)
    return Form(.definition(.init("input") { grammar })) { node, context in
      if let constant = node["constant"] { return context.constant(constant) }
      if let value = node["path"] { return path.located.read(value, &context).map { .path($0) } }
      return node["transform"].flatMap { transform.read($0, &context) }
    }
  }()

  private static let path = Form<String>.string(
    "a path such as $.detail.id",
    .sequence([
      "$",
      .repeated(
        .character(.visible), atLeast: 0, atMost: nil),
    ]), examples: ["$.detail.id"])

  private static let transform: Form = {
    let template = Form<String>.text.located
    var paths = ObjectGrammar("a transformer's paths")
    paths.others = .each(keys: nil, path.grammar)
    var object = ObjectGrammar("an input transformer")
    object.add(
      .init(
        key: "paths", grammar: .object(paths), summary: "Names for parts of the event.",
        alsoKnownAs: ["inputPathsMap"]))
    object.add(
      .init(
        key: "template", grammar: template.grammar,
        summary: "What is sent, with <name> where a part of the event goes.", isRequired: true,
        alsoKnownAs: ["inputTemplate"]))
    return Form(.object(object)) { node, context in
      guard let text = node["template"].flatMap({ template.read($0, &context) }) else { return nil }
      let entries = node["paths"]?.entries ?? []
      return .transform(
        paths: entries.map { Located($0.value.text, $0.value.range) },
        names: entries.map(\.key.text), template: text)
    }
  }()
}

extension ReadingContext {
  fileprivate mutating func constant(_ node: YAMLNode) -> TargetInput? {
    if let text = node.string { return .constant(Located(text, node.range)) }
    return json(node).map {
      .constant(Located(String(decoding: $0, as: UTF8.self), node.range))
    }
  }

  /// The node as JSON; reported and nil where JSON cannot say it.
  mutating func json(_ node: YAMLNode) -> [UInt8]? {
    collect { diagnostics in node.json(diagnostics: &diagnostics)?.bytes }
  }
}
