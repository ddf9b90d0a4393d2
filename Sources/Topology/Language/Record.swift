import Diagnostics
import YAMLTree

/// A mapping whose keys fill the fields of a `Root`: one table that is both grammar and reader, so
/// that no key can be known to one and not to the other.
struct Record<Root: Sendable>: Sendable {
  typealias Fill = @Sendable (YAMLNode, inout Root, inout ReadingContext) -> Bool
  typealias Finish = @Sendable (YAMLNode, inout Root, inout ReadingContext) -> Void

  private(set) var object: ObjectGrammar
  private var fills: [String: Fill] = [:]
  private var finishing: [Finish] = []

  /// `title` with its article, for messages: `a queue`.
  init(_ title: String, _ build: (inout Record) -> Void) {
    object = ObjectGrammar(title)
    build(&self)
  }

  var grammar: Grammar { .object(object) }

  /// Fills `root` from a mapping; false where a required key is missing or its value of no use.
  func fill(_ root: inout Root, from node: YAMLNode, _ context: inout ReadingContext) -> Bool {
    var filled: Set<String> = []
    for (key, value) in node.entries {
      let name = key.text
      guard let fill = fills[name] else { continue }
      if value.isUnknown { context.unknownKeys.insert(name) }
      if fill(value, &root, &context) || value.isUnknown { filled.insert(name) }
    }
    for finish in finishing { finish(node, &root, &context) }
    return object.fields.allSatisfy { !$0.isRequired || filled.contains($0.key) }
  }

  /// A form that fills what `start` gives; named in the schema where `name` is given.
  func form(
    named name: String, _ start: @escaping @Sendable (YAMLNode) -> Root
  ) -> Form<Root> {
    let grammar = grammar
    return Form(.definition(.init(name) { grammar })) { node, context in
      guard node.kind == .mapping else { return nil }
      var root = start(node)
      return fill(&root, from: node, &context) ? root : nil
    }
  }
}

extension Record {
  mutating func field<Value: Sendable>(
    _ key: String, _ path: any (WritableKeyPath<Root, Value> & Sendable), _ form: Form<Value>,
    _ summary: String, aka: [String] = [], required: Bool = false
  ) {
    add(key, form.grammar, summary, aka: aka, required: required) { node, root, context in
      guard let value = form.read(node, &context) else { return false }
      root[keyPath: path] = value
      return true
    }
  }

  mutating func field<Value: Sendable>(
    _ key: String, _ path: any (WritableKeyPath<Root, Value?> & Sendable), _ form: Form<Value>,
    _ summary: String, aka: [String] = [], required: Bool = false
  ) {
    add(key, form.grammar, summary, aka: aka, required: required) { node, root, context in
      guard let value = form.read(node, &context) else { return false }
      root[keyPath: path] = value
      return true
    }
  }

  mutating func field<Value: Sendable>(
    _ key: String, _ path: any (WritableKeyPath<Root, Located<Value>> & Sendable),
    _ form: Form<Value>,
    _ summary: String, aka: [String] = [], required: Bool = false
  ) {
    add(key, form.grammar, summary, aka: aka, required: required) { node, root, context in
      guard let value = form.read(node, &context) else { return false }
      root[keyPath: path] = Located(value, node.range)
      return true
    }
  }

  mutating func field<Value: Sendable>(
    _ key: String, _ path: any (WritableKeyPath<Root, Located<Value>?> & Sendable),
    _ form: Form<Value>,
    _ summary: String, aka: [String] = [], required: Bool = false
  ) {
    add(key, form.grammar, summary, aka: aka, required: required) { node, root, context in
      guard let value = form.read(node, &context) else { return false }
      root[keyPath: path] = Located(value, node.range)
      return true
    }
  }

  /// A key that fills something other than one field; `fill` says whether the value was of use.
  mutating func add(
    _ key: String, _ grammar: Grammar, _ summary: String, aka: [String] = [],
    required: Bool = false, _ fill: @escaping Fill
  ) {
    object.add(
      .init(
        key: key, grammar: grammar, summary: summary, isRequired: required, alsoKnownAs: aka))
    fills[key] = fill
  }

  /// What is read once all keys are.
  mutating func finish(_ step: @escaping Finish) { finishing.append(step) }

  /// At most one of these keys may stand.
  mutating func exclusive(_ keys: String...) { object.exclusive.append(keys) }

  /// At least one of these keys must stand.
  mutating func needsOne(of keys: String...) { object.needed.append(keys) }

  mutating func allow(_ others: ObjectGrammar.Others) { object.others = others }

  mutating func allowNull() { object.mayBeNull = true }
}
