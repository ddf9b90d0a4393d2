import Diagnostics
import YAMLTree

/// Works out the expressions of one stack's template.
struct Evaluator {
  let system: StackSystem
  let stack: Int

  private var template: Template { system.stacks[stack].template }

  func value(_ node: YAMLNode) -> Value {
    if let call = Intrinsic.call(node) {
      return value(of: call.function, call.argument, node.range)
    }
    return literal(node)
  }

  /// What a function is called with, as a value.
  func value(_ argument: Intrinsic.Argument) -> Value {
    guard argument.isTagged else { return value(argument.node) }
    if argument.node.kind == .mapping, argument.node.count == 1,
      let entry = argument.node.entries.first, let inner = Intrinsic(rawValue: entry.key.text),
      inner != .condition
    {
      return value(of: inner, .init(node: entry.value, isTagged: false), argument.node.range)
    }
    return literal(argument.node)
  }

  /// The node without regard to its own tag.
  private func literal(_ node: YAMLNode) -> Value {
    switch node.kind {
    case .scalar:
      return node.text.contains("{{resolve:")
        ? .text(Self.symbolic(resolving: node.text), at: node.range)
        : Value(.scalar(node), at: node.range)
    case .sequence: return .list(node.elements.map(value), at: node.range)
    case .mapping:
      return Value(
        .mapping(node.entries.map { .init($0.key.text, at: $0.key.range, value($0.value)) }),
        at: node.range)
    }
  }

  private func value(
    of function: Intrinsic, _ argument: Intrinsic.Argument, _ range: SourceRange
  ) -> Value {
    switch function {
    case .ref: return reference(argument.node.text, range)
    case .getAttribute: return attribute(argument, range)
    case .substitute: return substitution(argument, range)
    case .join: return join(argument, range)
    case .select: return selection(argument, range)
    case .split: return split(argument, range)
    case .if: return choice(argument, range)
    case .findInMap: return lookup(argument, range)
    case .importValue: return imported(argument, range)
    case .base64, .toJSONString:
      var value = value(argument)
      value.range = range
      return value
    case .transform:
      if let included = included(argument, range) { return included }
      system.note(unread: "Fn::Transform", stack, at: range)
      return .unknown("Transform", at: range)
    case .embed: return .unknown(argument.node.text, at: range)
    case .cidr, .zones, .length:
      return .unknown(function.rawValue.dropFirst(4).description, at: range)
    case .equals, .and, .or, .not, .condition:
      return system.holds(argument, function, in: stack).map {
        .text($0 ? "true" : "false", at: range)
      }
        ?? .unknown("Condition", at: range)
    }
  }

  /// `Ref`: a parameter, a pseudo parameter or a resource.
  func reference(_ name: String, _ range: SourceRange) -> Value {
    if name == "AWS::NoValue" { return Value(.absent, at: range) }
    if name.hasPrefix("AWS::") { return Self.pseudo(name, range) }
    if let parameter = system.parameter(name, of: stack) {
      var value = parameter
      value.range = range
      return value
    }
    let key = ResourceKey(stack, name)
    system.noteReference(to: key, at: range)
    return Value(.reference(key, attribute: nil), at: range)
  }

  private static func pseudo(_ name: String, _ range: SourceRange) -> Value {
    switch name {
    case "AWS::Partition": .text("aws", at: range)
    case "AWS::URLSuffix": .text("amazonaws.com", at: range)
    default: .text("${\(name.dropFirst(5))}", at: range)
    }
  }

  private func attribute(_ argument: Intrinsic.Argument, _ range: SourceRange) -> Value {
    if argument.node.kind == .scalar {
      return attribute(path: argument.node.text, range)
    }
    let parts = argument.elements
    guard parts.count >= 2 else { return .unknown("GetAtt", at: range) }
    let names = parts.dropFirst().map { system.text(value($0), in: stack) ?? "?" }
    return attribute(of: parts[0].text, names.joined(separator: "."), range)
  }

  /// `Queue.Arn`, `Nested.Outputs.TopicArn`.
  private func attribute(path: String, _ range: SourceRange) -> Value {
    guard let dot = path.firstIndex(of: ".") else {
      return attribute(of: path, "", range)
    }
    // An alias or a version of SAM's has a dot in its id: `Fn.Alias`.
    let id = String(path[..<dot])
    return attribute(of: id, String(path[path.index(after: dot)...]), range)
  }

  func attribute(of id: String, _ name: String, _ range: SourceRange) -> Value {
    if name.hasPrefix("Outputs."),
      var output = system.output(String(name.dropFirst(8)), ofNested: id, in: stack)
    {
      output.range = range
      return output
    }
    let key = ResourceKey(stack, id)
    system.noteReference(to: key, at: range)
    return Value(.reference(key, attribute: name), at: range)
  }

  /// `{{resolve:ssm:/shop/bus}}` inside a text becomes `${ssm./shop/bus}`.
  static func symbolic(resolving text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "{{resolve:"),
      let end = rest[start.upperBound...].firstRange(of: "}}")
    {
      let name = rest[start.upperBound..<end.lowerBound].map { $0 == ":" ? "." : $0 }
      result += rest[..<start.lowerBound] + "${" + String(name) + "}"
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
