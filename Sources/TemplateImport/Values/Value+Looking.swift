import YAMLTree

extension Value {
  /// The member of a mapping that is there: `AWS::NoValue` and null are not.
  package subscript(key: String) -> Value? { entry(key)?.value }

  package func entry(_ key: String) -> Entry? {
    entries.first { $0.key == key }
  }

  /// The member at a path of keys.
  package func value(at path: String...) -> Value? {
    var value = self
    for key in path {
      guard let next = value[key] else { return nil }
      value = next
    }
    return value
  }

  /// The entries of a mapping that are there; empty for anything else.
  package var entries: [Entry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries.filter { !$0.value.isAbsent }
  }

  /// The elements of a list that are there; a value that stands alone is a list of one, as templates
  /// have it.
  package var elements: [Value] {
    switch content {
    case .sequence(let elements): elements.filter { !$0.isAbsent }
    case .absent: []
    default: isAbsent ? [] : [self]
    }
  }

  package var isSequence: Bool { if case .sequence = content { true } else { false } }
  package var isMapping: Bool { if case .mapping = content { true } else { false } }

  package var isUnknown: Bool { if case .unknown = content { true } else { false } }

  package var isAbsent: Bool {
    switch content {
    case .absent: true
    case .scalar(let node): node.isNull
    default: false
    }
  }

  /// A literal's own characters, or a text that was put together; nil for what has structure, refers
  /// to a resource or is unknown. It may hold `${Name}`: see `knownText`.
  package var plainText: String? {
    switch content {
    case .scalar(let node): node.text
    case .text(let text): text
    default: nil
    }
  }

  /// As `plainText`, where all of it is known.
  package var knownText: String? { plainText.flatMap { $0.contains("${") ? nil : $0 } }

  /// True and false, however they are written: templates also have "true" and `'False'`.
  package var boolean: Bool? {
    switch knownText?.lowercased() {
    case "true", "yes": true
    case "false", "no": false
    default: nil
    }
  }

  /// A whole number, in quotes or not.
  package var integer: Int? { knownText.flatMap { Int($0) } }
  package var number: Double? { knownText.flatMap { Double($0) } }
}
