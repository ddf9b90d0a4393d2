import Diagnostics
import YAMLTree

extension Evaluator {
  /// `Fn::Sub`: a text, or a text and names for parts of it.
  func substitution(_ argument: Intrinsic.Argument, _ range: SourceRange) -> Value {
    let isList = argument.node.kind == .sequence
    guard let template = isList ? argument.elements.first : argument.node, template.kind == .scalar
    else { return .unknown("Sub", at: range) }
    var names: [String: Value] = [:]
    if isList, argument.elements.count > 1 {
      for (key, node) in argument.elements[1].entries { names[key.text] = value(node) }
    }
    let parts = SubstitutionParts(Self.symbolic(resolving: template.text)).parts
    let values = parts.map { part(of: $0, names, range) }
    if values.count == 1 {
      var only = values[0]
      only.range = range
      return only
    }
    let text = values.map { system.text($0, in: stack) ?? "${?}" }.joined()
    return .text(text, at: range)
  }

  private func part(
    of part: SubstitutionParts.Part, _ names: [String: Value], _ range: SourceRange
  ) -> Value {
    switch part {
    case .text(let text): return .text(text, at: range)
    case .name(let name):
      if let named = names[name] { return named }
      if !name.contains(".") || name.hasPrefix("AWS::") { return reference(name, range) }
      let dot = name.firstIndex(of: ".") ?? name.endIndex
      return attribute(of: String(name[..<dot]), String(name[name.index(after: dot)...]), range)
    }
  }

  func join(_ argument: Intrinsic.Argument, _ range: SourceRange) -> Value {
    guard argument.elements.count == 2, let glue = value(argument.elements[0]).plainText else {
      return .unknown("Join", at: range)
    }
    let list = value(argument.elements[1])
    if list.isUnknown { return .unknown("Join", at: range) }
    let parts = list.elements
    if parts.count == 1, var only = parts.first, only.plainText == nil {
      only.range = range
      return only
    }
    let texts = parts.map { system.text($0, in: stack) ?? "${?}" }
    return .text(texts.joined(separator: glue), at: range)
  }

  func split(_ argument: Intrinsic.Argument, _ range: SourceRange) -> Value {
    guard argument.elements.count == 2, let glue = value(argument.elements[0]).knownText,
      !glue.isEmpty, let text = system.text(value(argument.elements[1]), in: stack)
    else { return .unknown("Split", at: range) }
    let parts = text.split(separator: glue, omittingEmptySubsequences: false)
    return .list(parts.map { .text(String($0), at: range) }, at: range)
  }

  func selection(_ argument: Intrinsic.Argument, _ range: SourceRange) -> Value {
    guard argument.elements.count == 2, let index = value(argument.elements[0]).integer else {
      return .unknown("Select", at: range)
    }
    let list = value(argument.elements[1]).elements
    guard list.indices.contains(index) else { return .unknown("Select", at: range) }
    var chosen = list[index]
    chosen.range = range
    return chosen
  }

  func lookup(_ argument: Intrinsic.Argument, _ range: SourceRange) -> Value {
    let parts = argument.elements
    guard parts.count >= 3, let table = value(parts[0]).knownText else {
      return .unknown("FindInMap", at: range)
    }
    let keys = parts[1...2].map { value($0).knownText }
    if let first = keys[0], let second = keys[1],
      let found = system.stacks[stack].template.mapping(table)?[first]?[second]
    {
      var value = value(found)
      value.range = range
      return value
    }
    if parts.count == 4, let fallback = parts[3]["DefaultValue"] { return value(fallback) }
    return .unknown(table, at: range)
  }

  func imported(_ argument: Intrinsic.Argument, _ range: SourceRange) -> Value {
    guard let name = system.text(value(argument), in: stack) else {
      return .unknown("ImportValue", at: range)
    }
    if var exported = system.export(name) {
      exported.range = range
      return exported
    }
    return .unknown(name.filter { $0 != "$" && $0 != "{" && $0 != "}" }, at: range)
  }

  /// `Fn::If`: the branch that the condition picks; where that is not known, one that is there.
  func choice(_ argument: Intrinsic.Argument, _ range: SourceRange) -> Value {
    guard argument.elements.count == 3 else { return .unknown("If", at: range) }
    let holds = system.holds(condition: argument.elements[0].text, of: stack)
    let (yes, no) = (value(argument.elements[1]), value(argument.elements[2]))
    switch holds {
    case true?: return yes
    case false?: return no
    case nil: return yes.isAbsent ? no : yes
    }
  }
}

/// A text of `Fn::Sub`, cut at its `${Name}`; `${!Name}` is literal.
struct SubstitutionParts {
  enum Part: Equatable {
    case text(String)
    case name(String)
  }

  private(set) var parts: [Part] = []

  init(_ text: String) {
    var rest = Substring(text)
    var plain = ""
    while let start = rest.firstRange(of: "${"),
      let end = rest[start.upperBound...].firstIndex(of: "}")
    {
      plain += rest[..<start.lowerBound]
      let name = rest[start.upperBound..<end].filter { $0 != " " }
      rest = rest[rest.index(after: end)...]
      if name.hasPrefix("!") {
        plain += "${" + name.dropFirst() + "}"
      } else if name.hasPrefix("ssm.") || name.hasPrefix("ssm-secure.")
        || name.hasPrefix("secretsmanager.")
      {
        plain += "${" + name + "}"
      } else {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.name(String(name)))
      }
    }
    plain += rest
    if !plain.isEmpty || parts.isEmpty { parts.append(.text(plain)) }
  }
}
