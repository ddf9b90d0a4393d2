import Diagnostics
import Topology
import YAMLTree

extension Lowering {
  /// An event pattern or filter policy; leaves that only deployment tells are `!unknown`.
  mutating func pattern(_ value: Value?) -> YAMLDraft? {
    guard let value, !value.isAbsent else { return nil }
    switch value.content {
    case .scalar(let node): return YAMLDraft(.copy(node), at: node.range)
    case .text(let text):
      // JSON put together: its known parts still say something.
      guard text.contains("${"), let parsed = structure(of: value) else {
        return .text(text, at: value.range)
      }
      return pattern(parsed)
    default: return tree(value)
    }
  }

  /// Any tree, with `!unknown` for every leaf that only deployment tells.
  func tree(_ value: Value) -> YAMLDraft {
    switch value.content {
    case .scalar(let node): return YAMLDraft(.copy(node), at: node.range)
    case .sequence:
      return .list(value.elements.map(tree), at: value.range)
    case .mapping(let entries):
      // A null is a value of a pattern, so only what is truly absent is left out.
      let present = entries.filter { if case .absent = $0.value.content { false } else { true } }
      return .mapping(
        present.map { .init(.text($0.key, at: $0.keyRange), tree($0.value)) }, at: value.range)
    case .text(let text):
      return text.contains("${") ? .symbolic(text, at: value.range) : .text(text, at: value.range)
    case .reference, .unknown:
      let text = system.text(value, in: 0) ?? ""
      let isKnown = !text.isEmpty && !text.contains("${")
      return isKnown ? .text(text, at: value.range) : .symbolic(text, at: value.range)
    case .absent: return .plain("null", at: value.range)
    }
  }

  /// A JSON or YAML text as the tree that it says; a tree as it is. Nil where it says none.
  mutating func structure(of value: Value) -> Value? {
    switch value.content {
    case .mapping, .sequence: return value
    case .scalar(let node):
      var found: [Diagnostic] = []
      guard let root = YAMLTree.read(textOf: node, diagnostics: &found)?.documents.first,
        root.kind != .scalar
      else { return nil }
      return Value(literal: root)
    case .text(let text):
      var found: [Diagnostic] = []
      let draft = YAMLTree(YAMLDraft.text(text, at: value.range))
      guard let node = draft.documents.first,
        let root = YAMLTree.read(textOf: node, diagnostics: &found)?.documents.first,
        root.kind != .scalar
      else { return nil }
      return Value(literal: root).symbolic
    case .reference, .unknown, .absent: return nil
    }
  }
}

extension Value {
  /// Scalars that hold `${Name}` are texts of which a part is unknown.
  var symbolic: Value {
    switch content {
    case .scalar(let node) where node.text.contains("${"): .text(node.text, at: range)
    case .sequence(let elements): .list(elements.map(\.symbolic), at: range)
    case .mapping(let entries):
      Value(
        .mapping(entries.map { .init($0.key, at: $0.keyRange, $0.value.symbolic) }), at: range)
    default: self
    }
  }
}
