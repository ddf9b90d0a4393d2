import Diagnostics
import YAMLTree

/// A resource's attributes, or a block's within it: what the plan knows of each beside what was
/// written.
struct TerraformBlock {
  let plan: TerraformPlan
  let scope: TerraformScope
  let values: YAMLNode?
  let unknown: YAMLNode?
  /// Nil where the configuration is not told: of a state, and of what a `dynamic` block makes.
  let expressions: YAMLNode?
  let range: SourceRange
  /// What to call values that are not known: `aws_sqs_queue_policy.orders`.
  let label: String

  init(_ plan: TerraformPlan, _ instance: TerraformInstance) {
    let scope = plan.scope(of: instance)
    self.init(
      plan: plan, scope: scope, values: instance.values, unknown: instance.unknown,
      expressions: scope.repeated?["expressions"], range: instance.range, label: instance.address)
  }

  private init(
    plan: TerraformPlan, scope: TerraformScope, values: YAMLNode?, unknown: YAMLNode?,
    expressions: YAMLNode?, range: SourceRange, label: String
  ) {
    self.plan = plan
    self.scope = scope
    self.values = values
    self.unknown = unknown
    self.expressions = expressions
    self.range = range
    self.label = label
  }

  /// An attribute: by reference to the resource that it names, wherever the configuration tells.
  /// What AWS fills in without being asked is not there.
  subscript(key: String) -> Value? {
    let planned = values?[key].flatMap { $0.isNull || $0.isBlank ? nil : $0 }
    let expression = expressions?[key]
    if let planned {
      if let expression, planned.kind == .scalar,
        let named = reference(of: expression, is: planned)
      {
        return named
      }
      return plan.known.resolve(Value(literal: planned))
    }
    if values == nil, let constant = expression?["constant_value"], !constant.isNull {
      return Value(literal: constant)
    }
    let isOpen = unknown?[key].map(Self.isOpen) ?? (values == nil)
    guard isOpen, expression != nil || expressions == nil else { return nil }
    guard let expression else {
      return .unknown(plan.unknownName("\(label).\(key)"), at: range)
    }
    return value(of: expression, key)
  }

  func text(_ key: String) -> String? { self[key]?.knownText }

  private static func isOpen(_ node: YAMLNode) -> Bool {
    switch node.kind {
    case .scalar: node.boolean == true
    case .sequence: node.elements.contains(where: isOpen)
    case .mapping: node.entries.contains { isOpen($0.value) }
    }
  }

  /// The resource that an expression refers to, if the known value is its name indeed.
  private func reference(of expression: YAMLNode, is planned: YAMLNode) -> Value? {
    let found = plan.values(of: expression, in: scope, at: planned.range)
    guard found.count == 1, case .reference(let key, let attribute) = found[0].content else {
      return nil
    }
    let name = plan.system.physicalName(key)
    let text = planned.text
    let isAddress = attribute != "Name" && (text.hasPrefix("arn:") || text.hasPrefix("https://"))
    return text == name || isAddress && text.contains(name) ? found[0] : nil
  }

  /// What an unknown expression comes to: the one resource or document that it refers to.
  private func value(of expression: YAMLNode, _ key: String) -> Value {
    let found = plan.values(of: expression, in: scope, at: range).filter {
      $0.plainText == nil || $0.isInvocation
    }
    var distinct: [Value] = []
    for value in found where !distinct.contains(where: { $0.refersAlike(value) }) {
      distinct.append(value)
      if distinct.count > 1 { break }
    }
    if distinct.count == 1 { return distinct[0] }
    let names = TerraformPlan.precise(expression["references"]?.elements ?? [])
    let name = names.count == 1 ? names[0] : "\(label).\(key)"
    return .unknown(plan.unknownName(name), at: range)
  }

  /// An attribute that is a list: its known elements and all that it refers to.
  func list(_ key: String) -> Value? {
    let planned = values?[key].flatMap { $0.isNull ? nil : $0 }
    let isOpen = unknown?[key].map(Self.isOpen) ?? (values == nil && expressions?[key] != nil)
    let expression = expressions?[key]
    if !isOpen {
      guard let planned else { return nil }
      return expression.flatMap { named(planned, $0) }
        ?? plan.known.resolve(Value(literal: planned))
    }
    let literals = planned.map { plan.known.resolve(Value(literal: $0)).elements } ?? []
    guard let expression else {
      return expressions == nil ? .unknown(plan.unknownName("\(label).\(key)"), at: range) : nil
    }
    let referred = plan.values(of: expression, in: scope, at: range).filter {
      planned == nil || $0.plainText == nil
    }
    let elements = literals + referred
    return elements.isEmpty
      ? .unknown(plan.unknownName("\(label).\(key)"), at: range) : .list(elements, at: range)
  }

  /// A known list whose elements are the names of the things that it refers to, one each.
  private func named(_ planned: YAMLNode, _ expression: YAMLNode) -> Value? {
    let found = plan.values(of: expression, in: scope, at: planned.range)
    let texts = planned.elements.map(\.text)
    guard !texts.isEmpty, found.count == texts.count else { return nil }
    for value in found {
      guard case .reference(let key, _) = value.content,
        texts.contains(plan.system.physicalName(key))
      else { return nil }
    }
    return .list(found, at: planned.range)
  }

  /// A text in which names may stand but which is no name: of one that is not known only that is
  /// told.
  func written(_ key: String) -> Value? {
    if let planned = values?[key], planned.kind == .scalar, !planned.isNull, !planned.isBlank {
      return Value(literal: planned)
    }
    guard let value = self[key] else { return nil }
    guard case .reference = value.content else { return value }
    return .unknown(plan.unknownName("\(label).\(key)"), at: range)
  }

  /// A policy or another document that is given as JSON text.
  func document(_ key: String) -> Value? { written(key).map(plan.known.document) }

  /// An attribute that is matched as it is where it is known.
  func literal(_ key: String) -> Value? {
    guard let planned = values?[key], !planned.isNull else { return self[key] }
    return Value(literal: planned)
  }

  /// A list of texts that are matched as they are.
  func texts(_ key: String) -> Value? {
    guard let planned = values?[key], planned.kind == .sequence,
      !(unknown?[key].map(Self.isOpen) ?? false)
    else { return list(key) }
    return Value(literal: planned)
  }

  /// The blocks of a name, those that a `dynamic` block makes too.
  func blocks(_ key: String) -> [TerraformBlock] {
    let values = values?[key].map(Self.elements) ?? []
    let unknown = unknown?[key].map(Self.elements) ?? []
    let written = expressions?[key].map(Self.elements) ?? []
    let count = max(values.count, self.values == nil || values.isEmpty ? written.count : 0)
    return (0..<count).map { index in
      func at(_ nodes: [YAMLNode]) -> YAMLNode? {
        nodes.indices.contains(index) ? nodes[index] : nil
      }
      return TerraformBlock(
        plan: plan, scope: scope, values: at(values), unknown: at(unknown),
        expressions: written.count == count ? at(written) : nil,
        range: at(values)?.range ?? range, label: "\(label).\(key)")
    }
  }

  func block(_ key: String) -> TerraformBlock? { blocks(key).first }

  private static func elements(_ node: YAMLNode) -> [YAMLNode] {
    switch node.kind {
    case .sequence: node.elements
    case .mapping: [node]
    case .scalar: []
    }
  }
}

extension YAMLNode {
  /// Terraform's way to say that an attribute is not given.
  fileprivate var isBlank: Bool { kind == .scalar && text.isEmpty }
}

extension Value {
  fileprivate func refersAlike(_ other: Value) -> Bool {
    guard case .reference(let key, _) = content, case .reference(let otherKey, _) = other.content
    else { return false }
    return key == otherKey
  }

  fileprivate var isInvocation: Bool { plainText?.hasPrefix("arn:aws:apigateway:") ?? false }
}
