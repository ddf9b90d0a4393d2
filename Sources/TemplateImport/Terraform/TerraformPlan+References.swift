import Diagnostics
import YAMLTree

/// Where an expression stands: what `each.key`, `count.index` and `var.name` mean there.
struct TerraformScope {
  /// The modules around, with their indices.
  var module: [TerraformPath.Step]
  /// The key or number of the instance.
  var key: String?
  /// The resource's or call's configuration with its `for_each_expression`.
  var repeated: YAMLNode?
}

extension TerraformPlan {
  func scope(of instance: TerraformInstance) -> TerraformScope {
    TerraformScope(
      module: instance.module, key: instance.index,
      repeated: configuration.resource(instance.localAddress, in: instance.module))
  }

  /// Everything that an expression refers to; `tail` is what is asked of its value.
  ///
  /// A plan gives the names that an expression uses and not what it makes of them, each followed by
  /// what is less precise: `aws_sqs_queue.q[0].arn`, `aws_sqs_queue.q[0]`, `aws_sqs_queue.q`.
  func values(
    of expression: YAMLNode, in scope: TerraformScope, tail: [TerraformPath.Step] = [],
    at range: SourceRange
  ) -> [Value] {
    work.attribute { values(of: expression, in: scope, tail: tail, at: range, depth: 0) }
  }

  private func values(
    of expression: YAMLNode, in scope: TerraformScope, tail: [TerraformPath.Step],
    at range: SourceRange, depth: Int
  ) -> [Value] {
    guard depth < 32, expression.kind == .mapping, work.isAllowed() else { return [] }
    if let constant = expression["constant_value"] {
      return Self.part(of: constant, tail).map { [Value(literal: $0)] } ?? []
    }
    var found: [Value] = []
    for reference in Self.precise(expression["references"]?.elements ?? []) {
      guard found.count < 1000 else { break }
      var steps = TerraformPath(reference).steps
      if ["each", "count"].contains(steps.first?.name ?? ""), steps.count == 2,
        steps[1].name != "value"
      {
        continue
      }
      steps += tail
      found += values(at: steps, in: scope, at: range, depth: depth + 1)
    }
    return found
  }

  /// The references that no more precise one stands before.
  static func precise(_ references: [YAMLNode]) -> [String] {
    var kept: [String] = []
    for text in references.compactMap(\.string) {
      if let last = kept.last, last.hasPrefix(text),
        ".[".contains(last.dropFirst(text.count).first ?? ".")
      {
        continue
      }
      kept.append(text)
    }
    return kept
  }

  private func values(
    at steps: [TerraformPath.Step], in scope: TerraformScope, at range: SourceRange, depth: Int
  ) -> [Value] {
    guard let first = steps.first, steps.count > 1 else { return [] }
    let rest = Array(steps.dropFirst(2))
    switch first.name {
    case "var": return variable(steps[1], rest, scope, range, depth)
    case "module": return output(steps[1], rest, scope, range, depth)
    case "each": return each(rest, scope, range, depth)
    case "local", "path", "terraform", "self", "count": return []
    case "data":
      guard steps.count > 2 else { return [] }
      let found = pick(steps[1].name, steps[2], isData: true, scope)
      return found.map { value(of: $0, Array(steps.dropFirst(3)), range) }
    default:
      let found = pick(first.name, steps[1], isData: false, scope)
      return found.map { value(of: $0, rest, range) }
    }
  }

  /// The instance that an index names; without one, as behind an index that is worked out, the one
  /// with the key of the instance that refers to it, else all.
  private func pick(
    _ type: String, _ step: TerraformPath.Step, isData: Bool, _ scope: TerraformScope
  ) -> [TerraformInstance] {
    if let index = step.index ?? scope.key {
      let same = instance(scope.module, isData: isData, type, step.name, index: index)
      if step.index != nil || same != nil { return [same].compactMap { $0 } }
    }
    return instances(scope.module, isData: isData, type, step.name)
  }

  private func variable(
    _ step: TerraformPath.Step, _ rest: [TerraformPath.Step], _ scope: TerraformScope,
    _ range: SourceRange, _ depth: Int
  ) -> [Value] {
    let tail = (step.index.map { [TerraformPath.Step(name: $0)] } ?? []) + rest
    guard let module = scope.module.last else {
      guard let value = variables?[step.name]?["value"] else { return [] }
      return Self.part(of: value, tail).map { [Value(literal: $0)] } ?? []
    }
    let key = scope.module.configurationKey
    if let call = configuration.calls[key], let given = call["expressions"]?[step.name] {
      let outside = TerraformScope(
        module: scope.module.dropLast(), key: module.index, repeated: call)
      return values(of: given, in: outside, tail: tail, at: range, depth: depth + 1)
    }
    let fallback = configuration.modules[key]?["variables"]?[step.name]?["default"]
    return fallback.flatMap { Self.part(of: $0, tail) }.map { [Value(literal: $0)] } ?? []
  }

  private func output(
    _ step: TerraformPath.Step, _ rest: [TerraformPath.Step], _ scope: TerraformScope,
    _ range: SourceRange, _ depth: Int
  ) -> [Value] {
    let inner = scope.module + [TerraformPath.Step(name: step.name)]
    guard let name = rest.first,
      let expression = configuration.modules[inner.configurationKey]?["outputs"]?[name.name]?[
        "expression"]
    else { return [] }
    let tail = (name.index.map { [TerraformPath.Step(name: $0)] } ?? []) + rest.dropFirst()
    return indices(of: step, in: scope).flatMap { index in
      var module = scope.module
      module.append(.init(name: step.name, index: index))
      let inside = TerraformScope(module: module, key: nil, repeated: nil)
      return values(of: expression, in: inside, tail: tail, at: range, depth: depth + 1)
    }
  }

  /// The instances of a module that a reference means: see `pick`.
  private func indices(of step: TerraformPath.Step, in scope: TerraformScope) -> [String?] {
    if let index = step.index { return [index] }
    let found = indices(ofModule: step.name, in: scope.module)
    if found.count > 1, let key = scope.key, found.contains(key) { return [key] }
    return found.isEmpty ? [nil] : found
  }

  /// `each.value`: of a constant its part, of other resources the one with the same key.
  private func each(
    _ rest: [TerraformPath.Step], _ scope: TerraformScope, _ range: SourceRange, _ depth: Int
  ) -> [Value] {
    guard let key = scope.key, let expression = scope.repeated?["for_each_expression"] else {
      return []
    }
    if let constant = expression["constant_value"] {
      return Self.part(of: constant, [.init(name: key)] + rest).map { [Value(literal: $0)] } ?? []
    }
    return values(of: expression, in: scope, tail: rest, at: range, depth: depth + 1)
  }

  /// A member of a tree of constants.
  static func part(of node: YAMLNode, _ steps: [TerraformPath.Step]) -> YAMLNode? {
    var node = node
    for step in steps {
      for name in [step.name, step.index].compactMap({ $0 }) where !name.isEmpty {
        if node.kind == .sequence, let index = Int(name), node.elements.indices.contains(index) {
          node = node.elements[index]
        } else if let member = node[name] {
          node = member
        } else {
          return nil
        }
      }
    }
    return node
  }
}
