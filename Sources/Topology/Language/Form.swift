import Diagnostics
import YAMLTree

/// A piece of the language: what it looks like, and the value that a node of that look has.
///
/// INVARIANT: `read` reports nothing about structure, which the structural check has done; it gives
/// nil for whatever that check refused.
struct Form<Value: Sendable>: Sendable {
  let grammar: Grammar
  let read: @Sendable (YAMLNode, inout ReadingContext) -> Value?

  init(
    _ grammar: Grammar,
    _ read: @escaping @Sendable (YAMLNode, inout ReadingContext) -> Value?
  ) {
    self.grammar = grammar
    self.read = read
  }

  /// The value and its place.
  var located: Form<Located<Value>> {
    Form<Located<Value>>(grammar) { [read] node, context in
      read(node, &context).map { Located($0, node.range) }
    }
  }

  func map<Other: Sendable>(_ change: @escaping @Sendable (Value) -> Other) -> Form<Other> {
    Form<Other>(grammar) { [read] node, context in read(node, &context).map(change) }
  }

  func list(atLeast: Int = 0) -> Form<[Value]> {
    Form<[Value]>(.list(ListGrammar(element: grammar, atLeast: atLeast, mayBeNull: atLeast == 0))) {
      [read] node, context in node.elements.compactMap { read($0, &context) }
    }
  }

  /// One alone, or a list of them.
  var oneOrMany: Form<[Value]> {
    Form<[Value]>(.oneOrMany(grammar)) { [read] node, context in
      node.kind == .sequence
        ? node.elements.compactMap { read($0, &context) }
        : read(node, &context).map { [$0] }
    }
  }

  /// Takes `other` where the node's type is one that `other` accepts.
  func or(_ other: Form<Value>) -> Form<Value> {
    Form(.choice([grammar, other.grammar])) { [read] node, context in
      other.grammar.types.contains(node.jsonType)
        ? other.read(node, &context) : read(node, &context)
    }
  }

  /// Named in the schema.
  func named(_ name: String) -> Form<Value> {
    let body = grammar
    return Form(.definition(.init(name) { body }), read)
  }
}

extension Form where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of an enumeration's words.
  static var words: Form<Value> {
    Form(.word(Value.allCases.map(\.rawValue))) { node, _ in Value(rawValue: node.text) }
  }
}
