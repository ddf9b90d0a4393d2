import Diagnostics

/// The shape of a piece of the language, as data.
///
/// One value describes the whole language: the structural check walks it beside a document, and the
/// schema for editors is printed from it, so that what an editor accepts is what the compiler
/// accepts.
package indirect enum Grammar: Sendable {
  case object(ObjectGrammar)
  case list(ListGrammar)
  case text(TextGrammar)
  /// One of these strings.
  case word([String])
  case number(NumberGrammar)
  case boolean
  case null
  /// Any of these. Alternatives of one JSON type are scalars, or objects told apart by a required
  /// key that no other alternative has.
  case choice([Grammar])
  /// A part with a name of its own in the schema; how the language refers to itself.
  case definition(Definition)
  /// A part whose own reader (patterns, policies) reports its mistakes in its service's words.
  case delegated(Definition)
  case anything

  package struct Definition: Sendable {
    package var name: String
    package var grammar: @Sendable () -> Grammar

    init(_ name: String, _ grammar: @escaping @Sendable () -> Grammar) {
      self.name = name
      self.grammar = grammar
    }
  }

  /// The grammar behind names.
  var resolved: Grammar {
    switch self {
    case .definition(let definition), .delegated(let definition): definition.grammar().resolved
    default: self
    }
  }

  static func list(of element: Grammar, atLeast: Int = 0) -> Grammar {
    .list(ListGrammar(element: element, atLeast: atLeast))
  }

  static func oneOrMany(_ element: Grammar) -> Grammar { .choice([element, .list(of: element)]) }
}

/// A mapping: keys with a meaning of their own, and what is asked of the others.
package struct ObjectGrammar: Sendable {
  /// With its article, for messages: `a queue`.
  package var title: String
  package var fields: [Field] = []
  package var others = Others.refused
  /// Sets of keys of which at most one may stand.
  package var exclusive: [[String]] = []
  /// Sets of keys of which at least one must stand.
  package var needed: [[String]] = []
  package var atLeast = 0
  /// An empty value (`queues:`) stands for an empty mapping.
  package var mayBeNull = false
  /// Its keys declare resources of this kind.
  package var declares: ResourceKind?
  private var positions: [String: Int] = [:]

  init(_ title: String) { self.title = title }

  package struct Field: Sendable {
    package var key: String
    package var grammar: Grammar
    /// What it means, for editors.
    package var summary: String
    package var isRequired = false
    /// What other tools call it, for suggestions.
    package var alsoKnownAs: [String] = []
  }

  package enum Others: Sendable {
    case refused
    /// Keys that begin with `x-`, whose values mean nothing here.
    case extensions
    /// Any key; one that is nearly a field's is warned of.
    case allowed
    case each(keys: TextGrammar?, Grammar)
  }

  mutating func add(_ field: Field) {
    positions[field.key] = fields.count
    fields.append(field)
  }

  package func field(_ key: String) -> Field? { positions[key].map { fields[$0] } }
}

package struct ListGrammar: Sendable {
  package var element: Grammar
  package var atLeast = 0
  package var atMost: Int?
  package var mayBeNull = false
}

package struct NumberGrammar: Sendable {
  package var isInteger = false
  package var minimum: Double?
  package var maximum: Double?

  /// A count; up to 2^31 no product of two such overflows.
  static func integer(_ minimum: Int = 0, _ maximum: Int = 1 << 31) -> NumberGrammar {
    NumberGrammar(isInteger: true, minimum: Double(minimum), maximum: Double(maximum))
  }

  /// Nil is a number past the range of doubles.
  func accepts(_ value: Double?) -> Bool {
    guard let value else { return minimum == nil && maximum == nil && !isInteger }
    if let minimum, value < minimum { return false }
    if let maximum, value > maximum { return false }
    return !isInteger || value == value.rounded()
  }
}

/// A string.
package struct TextGrammar: Sendable {
  /// For messages: `a duration such as 30s`.
  package var expectation: String
  /// Nil accepts every string but, unless `mayBeEmpty`, the empty one.
  package var pattern: TextPattern?
  package var mayBeEmpty = false
  package var examples: [String] = []
  /// What to append to a plain number that lacks its unit.
  package var unit: String?
  /// For references: what they may point to.
  package var reference: ReferenceGrammar?

  func accepts(_ text: String) -> Bool { pattern?.matches(text) ?? (mayBeEmpty || !text.isEmpty) }
}

package struct ReferenceGrammar: Sendable {
  package var kinds: [ResourceKind]
  package var allowsARN = true
}
