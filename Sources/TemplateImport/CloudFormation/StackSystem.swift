import Diagnostics
import Topology
import YAMLTree

/// Templates that are read together: a stack, those nested in it, and what they export to each other.
/// Holds what their expressions come to, each worked out once.
final class StackSystem {
  struct Stack {
    var template: Template
    /// Values that the parent, or the user, gives to parameters.
    var arguments: [String: Value]
    /// The stack that nests it, and the logical id there.
    var parent: ResourceKey?
  }

  private(set) var stacks: [Stack] = []
  /// The stack that a nested stack's resource is.
  private(set) var nested: [ResourceKey: Int] = [:]
  private(set) var raw: [ResourceKey: RawResource] = [:]
  private(set) var nativeNames: [ResourceKey: String] = [:]
  /// The resources by what they are called in the topology.
  private(set) var keys: [String: ResourceKey] = [:]
  var diagnostics: [Diagnostic] = []
  /// Reads files that templates name beside each other.
  var load: FileLoader?
  /// All resources exist and were matched by their whole ARNs, so that an ARN with the account is of no
  /// other resource with the same name.
  var knowsARNs = false
  /// Every `Ref` and `GetAtt` that was met, by where it stands.
  private(set) var references: [SourceRange: ResourceKey] = [:]
  /// The types of resources that were declared by `declare`.
  private var made: [ResourceKey: String] = [:]
  /// Off while it is asked what holds whatever the defaults.
  private var countsDefaults = true
  private var conditions: [String: Bool?] = [:]
  private var names: [ResourceKey: String] = [:]
  private var unread: Set<SourceRange> = []
  private var pending: Set<String> = []
  private var takenNames: Set<String> = []

  /// A resource as it stands in the file.
  struct RawResource {
    var key: YAMLNode
    var body: YAMLNode
    var type: String
  }

  func add(_ stack: Stack) -> Int {
    let number = stacks.count
    stacks.append(stack)
    if let parent = stack.parent { nested[parent] = number }
    for (key, body) in stack.template.resources where body.kind == .mapping {
      let id = ResourceKey(number, key.text)
      raw[id] = RawResource(key: key, body: body, type: body["Type"]?.text ?? "")
      let name = freeName(id, parent: stack.parent)
      nativeNames[id] = name
      keys[name] = id
    }
    return number
  }

  /// The logical id where no other stack of the system has it, else with the nested stack's before it.
  private func freeName(_ id: ResourceKey, parent: ResourceKey?) -> String {
    let prefix = parent.map { "\($0.id)." } ?? (id.stack == 0 ? "" : "stack\(id.stack + 1).")
    var name = id.id.filter { $0.isLetter || $0.isNumber || ".-_/".contains($0) }
    if takenNames.contains(name) { name = prefix + name }
    while !takenNames.insert(name).inserted { name += "-2" }
    return name
  }

  /// What a resource is called in the topology; makes a name for one that SAM generates.
  func nativeName(_ key: ResourceKey) -> String {
    if let known = nativeNames[key] { return known }
    let name = freeName(
      key, parent: stacks.indices.contains(key.stack) ? stacks[key.stack].parent : nil)
    nativeNames[key] = name
    keys[name] = key
    return name
  }

  /// Makes a resource known that stands in no template as it is: one that SAM generates, or of another
  /// format. `name` is what AWS calls it, where that is said.
  /// `called` is what it is to be called in the topology, where its id is not.
  func declare(_ key: ResourceKey, _ type: String, name: String? = nil, called: String? = nil) {
    made[key] = type
    if let called { nativeNames[key] = called }
    if let name, !name.isEmpty { names[key] = name }
  }

  private func type(of key: ResourceKey) -> ResourceType? {
    (made[key] ?? raw[key]?.type).flatMap { ResourceType.all[$0] }
  }

  func evaluator(_ stack: Int) -> Evaluator { Evaluator(system: self, stack: stack) }

  func noteReference(to key: ResourceKey, at range: SourceRange) { references[range] = key }

  /// Something that is there but was not read: told once for each place.
  func note(unread what: String, _ stack: Int, at range: SourceRange, help: String? = nil) {
    guard unread.insert(range).inserted else { return }
    diagnostics.append(
      Diagnostic(
        "template/not-read", .info, "\(excerpt(what)) is not read here", at: range,
        help: help ?? "what it adds is taken to be unknown, not to be absent"))
  }

  /// Runs `body` unless it is already running for `name`, which would never end.
  func once<Result>(_ name: String, _ body: () -> Result?) -> Result? {
    guard pending.insert(name).inserted else { return nil }
    defer { pending.remove(name) }
    return body()
  }
}

extension StackSystem {
  // MARK: Parameters, conditions, names

  /// A parameter's value: what it is given, or its default; unknown where it has neither.
  func parameter(_ name: String, of stack: Int) -> Value? {
    guard let node = stacks[stack].template.parameter(name) else { return nil }
    if let given = stacks[stack].arguments[name] { return given }
    let type = node["Type"]?.text ?? "String"
    guard countsDefaults, let fallback = node["Default"], !type.hasPrefix("AWS::SSM::Parameter::Value") else {
      return .unknown(name, at: node.range)
    }
    if fallback.kind == .scalar, fallback.text.isEmpty { return .unknown(name, at: fallback.range) }
    let value = evaluator(stack).value(fallback)
    guard type == "CommaDelimitedList" || type.hasPrefix("List<"), let text = value.knownText else {
      return value
    }
    let parts = text.split(separator: ",").map { $0.trimmed }
    return .list(parts.map { .text($0, at: fallback.range) }, at: fallback.range)
  }

  /// Whether a parameter's default decides a condition though it is empty.
  fileprivate func conditionText(_ node: YAMLNode, in stack: Int) -> String? {
    if countsDefaults, let call = Intrinsic.call(node), call.function == .ref,
      stacks[stack].arguments[call.argument.node.text] == nil,
      let parameter = stacks[stack].template.parameter(call.argument.node.text),
      let fallback = parameter["Default"], fallback.kind == .scalar, fallback.text.isEmpty
    {
      return ""
    }
    guard let text = text(evaluator(stack).value(node), in: stack), !text.contains("${") else {
      return nil
    }
    return text
  }

  /// Whether a condition of the template holds; nil where that is not known.
  func holds(condition name: String, of stack: Int) -> Bool? {
    let id = "\(stack) \(countsDefaults) \(name)"
    if let known = conditions[id] { return known }
    let result: Bool?? = once("condition \(id)") {
      stacks[stack].template.condition(name).map { holds($0, in: stack) }
    }
    conditions[id] = result ?? nil
    return result ?? nil
  }

  /// Whether a condition fails whatever the parameters are that have only a default.
  func surelyFails(condition name: String, of stack: Int) -> Bool {
    countsDefaults = false
    defer { countsDefaults = true }
    return holds(condition: name, of: stack) == false
  }

  private func holds(_ node: YAMLNode, in stack: Int) -> Bool? {
    if node.kind == .mapping, node.count == 1, let entry = node.entries.first,
      entry.key.text == "Condition"
    {
      return holds(condition: entry.value.text, of: stack)
    }
    guard let call = Intrinsic.call(node) else { return nil }
    return holds(call.argument, call.function, in: stack)
  }

  func holds(_ argument: Intrinsic.Argument, _ function: Intrinsic, in stack: Int) -> Bool? {
    let parts = argument.elements
    switch function {
    case .condition: return holds(condition: argument.node.text, of: stack)
    case .not: return parts.first.flatMap { holds($0, in: stack) }.map { !$0 }
    case .equals:
      guard parts.count == 2, let left = conditionText(parts[0], in: stack),
        let right = conditionText(parts[1], in: stack)
      else { return nil }
      return left == right
    case .and, .or:
      let decided = parts.map { holds($0, in: stack) }
      let winner = function == .or
      if decided.contains(winner) { return winner }
      return decided.contains(nil) ? nil : !winner
    default: return nil
    }
  }

  /// What AWS calls a resource: its name where the template gives one, else `${LogicalId}`.
  func physicalName(_ key: ResourceKey) -> String {
    if let known = names[key] { return known }
    let own = "${\(nativeName(key))}"
    let given = once("name \(key.stack) \(key.id)") { () -> String? in
      guard let raw = raw[key], let type = ResourceType.all[raw.type],
        let node = raw.body["Properties"]?[type.nameKey]
      else { return nil }
      return text(evaluator(key.stack).value(node), in: key.stack)
    }
    let name = given.flatMap { $0.isEmpty ? nil : $0 } ?? own
    names[key] = name
    return name
  }

  /// A value as the text that it becomes inside another; nil for what has structure.
  func text(_ value: Value, in stack: Int) -> String? {
    switch value.content {
    case .scalar(let node): node.text
    case .text(let text): text
    case .reference(let key, let attribute): text(of: key, attribute)
    case .unknown(let name): "${\(name)}"
    case .absent: ""
    case .sequence(let parts):
      parts.contains(where: \.isMapping)
        ? nil : parts.map { text($0, in: stack) ?? "" }.joined(separator: ",")
    case .mapping: nil
    }
  }

  func text(of key: ResourceKey, _ attribute: String?) -> String {
    let name = physicalName(key)
    guard let type = type(of: key), !type.arn.isEmpty else {
      return attribute.map { "${\(nativeName(key)).\($0)}" } ?? "${\(nativeName(key))}"
    }
    let arn = type.arn.replacing("*", with: name)
    switch attribute {
    case nil:
      switch type.ref {
      case .name: return name
      case .arn: return arn
      case .url: return "https://sqs.${Region}.amazonaws.com/${AccountId}/\(name)"
      }
    case "Arn", "TopicArn", "ClusterArn", "StreamArn", "EventBusArn", "FunctionArn": return arn
    case "Name", "QueueName", "TopicName", "FunctionName", "RoleName": return name
    case "QueueUrl": return "https://sqs.${Region}.amazonaws.com/${AccountId}/\(name)"
    case let other?: return "${\(nativeName(key)).\(other)}"
    }
  }

  // MARK: Outputs

  func output(_ name: String, ofNested id: String, in stack: Int) -> Value? {
    guard let child = nested[ResourceKey(stack, id)],
      let node = stacks[child].template.outputs.first(where: { $0.key.text == name })?.value[
        "Value"]
    else { return nil }
    return once("output \(child) \(name)") { evaluator(child).value(node) }
  }

  /// What a stack of the system exports under a name.
  func export(_ name: String) -> Value? {
    for number in stacks.indices {
      for (_, output) in stacks[number].template.outputs {
        guard let export = output["Export"]?["Name"], let value = output["Value"] else { continue }
        let exported = once("export \(number) \(output.range.start)") {
          text(evaluator(number).value(export), in: number)
        }
        if exported == name { return once("exported \(name)") { evaluator(number).value(value) } }
      }
    }
    return nil
  }
}

extension Substring {
  var trimmed: String {
    var part = self
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}
