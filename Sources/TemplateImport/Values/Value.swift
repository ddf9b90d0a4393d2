package import Diagnostics
package import YAMLTree

/// What an expression of a template comes to: literals, texts with `${Name}` where a part is not
/// known before deployment, and references to other resources.
package struct Value: Sendable {
  package indirect enum Content: Sendable {
    /// A literal, as it was read.
    case scalar(YAMLNode)
    /// Put together; `${Name}` stands for what only deployment tells.
    case text(String)
    /// `Ref` of a resource, or with an attribute `GetAtt`.
    case reference(ResourceKey, attribute: String?)
    case sequence([Value])
    case mapping([Entry])
    /// It is there, but the file does not tell what it is; the name is what the file calls it.
    case unknown(String)
    /// `AWS::NoValue`.
    case absent
  }

  package struct Entry: Sendable {
    package var key: String
    package var keyRange: SourceRange
    package var value: Value

    package init(_ key: String, at keyRange: SourceRange, _ value: Value) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  package var content: Content
  package var range: SourceRange

  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// A resource of a template: its logical id, and the stack where it is.
package struct ResourceKey: Hashable, Sendable {
  package var stack: Int
  package var id: String

  package init(_ stack: Int, _ id: String) {
    self.stack = stack
    self.id = id
  }
}

extension Value {
  package static func text(_ text: String, at range: SourceRange) -> Value {
    Value(.text(text), at: range)
  }

  package static func unknown(_ name: String, at range: SourceRange) -> Value {
    Value(.unknown(name), at: range)
  }

  package static func list(_ elements: [Value], at range: SourceRange) -> Value {
    Value(.sequence(elements), at: range)
  }

  /// A mapping made for `range`: each key stands where its value does.
  package static func mapping(_ members: [(String, Value?)], at range: SourceRange) -> Value {
    let entries = members.compactMap { key, value in
      value.map { Entry(key, at: $0.range, $0) }
    }
    return Value(.mapping(entries), at: range)
  }

  /// The tree as it was read, without any function of templates.
  package init(literal node: YAMLNode) {
    let content: Content =
      switch node.kind {
      case .scalar: .scalar(node)
      case .sequence: .sequence(node.elements.map(Value.init(literal:)))
      case .mapping:
        .mapping(
          node.entries.map { Entry($0.key.text, at: $0.key.range, Value(literal: $0.value)) })
      }
    self.init(content, at: node.range)
  }
}
