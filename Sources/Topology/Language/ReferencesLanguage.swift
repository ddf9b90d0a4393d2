import AccessPolicy
import Diagnostics
import EventPattern
import YAMLTree

extension TextPattern {
  /// `arn:aws:sqs:us-east-1:123456789012:express`; `${Name}` stands for a region or account that is
  /// filled in on deployment.
  static let arn = TextPattern.sequence([
    "arn:aws",
    .repeated(.character(.init(ranges: ["a"..."z", "-"..."-"])), atLeast: 0, atMost: nil),
    ":", .some(.init(ranges: ["a"..."z", "0"..."9", "-"..."-"])), ":",
    .either([
      placeholder,
      .repeated(
        .character(.init(ranges: ["a"..."z", "0"..."9", "-"..."-"])), atLeast: 0, atMost: nil),
    ]),
    ":",
    .optional(
      .either([
        "aws", placeholder, .repeated(.character(.digit), atLeast: 12, atMost: 12),
      ])), ":",
    .some(.visible),
  ])

  private static let placeholder = TextPattern.sequence([
    "${",
    .some(.init(ranges: ["a"..."z", "A"..."Z", "0"..."9", "."..."."])), "}",
  ])

  static func reference(_ kinds: [ResourceKind]) -> TextPattern {
    .sequence([.words(kinds.map(\.rawValue)), "/", .some(.name)])
  }
}

extension Form<Reference> {
  /// A declared thing of one of `kinds`, or the ARN of one that is not.
  static func reference(_ kinds: ResourceKind...) -> Form<Reference> { reference(toAnyOf: kinds) }

  /// Whatever an event can be sent to.
  static let destination = reference(toAnyOf: destinations).named("receiver")

  private static let destinations: [ResourceKind] = [
    .bus, .topic, .queue, .function, .stateMachine, .api, .stream, .deliveryStream, .bucket, .table,
    .cluster, .broker, .environment, .pipe, .destination, .logGroup,
  ]

  /// Whatever an event can come from.
  static let origin = reference(toAnyOf: destinations + [.producer, .schedule, .alarm])
    .named("origin")

  /// Where something goes that failed; which of these a service can send to is a matter of facts.
  static let failureExit = reference(
    toAnyOf: [.queue, .topic, .function, .bus, .bucket, .stream, .cluster, .stateMachine]
  ).named("failureExit")

  static let anything = reference(toAnyOf: ResourceKind.allCases).named("reference")

  /// A destination, or an address outside AWS.
  static let subscriber = reference(
    toAnyOf: [.queue, .function, .deliveryStream, .topic, .bus, .stream, .stateMachine, .api],
    or: "an address",
    .either([
      .sequence(["http", .optional("s"), "://", .some(.visible)]),
      .sequence([.some(.addressee), "@", .some(.addressee)]),
      .sequence(["+", .repeated(.character(.digit), atLeast: 5, atMost: 15)]),
    ])
  ).named("subscriber")

  static func reference(
    toAnyOf kinds: [ResourceKind], or other: String? = nil, _ pattern: TextPattern? = nil
  ) -> Form<Reference> {
    let names = kinds.count > 3 ? "" : orList(kinds.map { "'\($0.rawValue)/…'" })
    let reference =
      names.isEmpty ? "a reference such as '\(kinds[0].rawValue)/…'" : "a reference \(names)"
    let grammar = TextGrammar(
      expectation: orList(["\(reference) (or an ARN)", other].compactMap { $0 }),
      pattern: .either([.reference(kinds), .arn] + [pattern].compactMap { $0 }),
      examples: [], reference: ReferenceGrammar(kinds: kinds))
    return Form(.text(grammar)) { node, context in
      if node.isUnknown {
        return Located(.unknown(reason: node.unknownReason, name: node.text), node.range)
      }
      guard node.jsonType == .string, grammar.accepts(node.text) else { return nil }
      return context.reference(node.text, at: node.range)
    }
  }
}

extension TextPattern.CharacterClass {
  /// What stands on either side of the `@` of an e-mail address.
  fileprivate static let addressee = TextPattern.CharacterClass(
    ranges: visible.ranges + ["@"..."@", "/"..."/", ":"...":"], isInverted: true)
}

extension Form<Located<String>> {
  /// `kind/name`, in which `*` stands for anything: `producer/*`.
  static let referenceGlob: Form = {
    let kinds = TextPattern.words(ResourceKind.allCases.map(\.rawValue) + ["*"])
    let grammar = TextGrammar(
      expectation: "a reference, which may hold '*', such as 'producer/*'",
      pattern: .either(["*", .sequence([kinds, "/", .some(.glob)]), .arn]),
      reference: ReferenceGrammar(kinds: ResourceKind.allCases))
    return Form(.text(grammar)) { node, context in
      guard node.jsonType == .string, grammar.accepts(node.text) else { return nil }
      context.checkGlob(node.text, at: node.range)
      return Located(node.text, node.range)
    }
  }()

  /// The name of an event of the catalogue.
  static let event = Form(
    .text(TextGrammar(expectation: "the name of an event of the catalogue"))
  ) { node, context in
    guard node.jsonType == .string, !node.text.isEmpty else { return nil }
    return context.eventName(at: node)
  }
}
