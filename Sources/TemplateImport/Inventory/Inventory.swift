import AccessPolicy
import Diagnostics
import Topology
import YAMLTree

/// Outputs of the AWS CLI that were kept together, as the resources that they tell of.
struct Inventory {
  let system: StackSystem
  private(set) var resources: [SourceResource] = []
  private var positions: [ResourceKey: Int] = [:]
  private var byName: [String: ResourceKey] = [:]
  private var known = KnownARNs()
  /// What was told of a resource, where what is not told is not to be taken for absent.
  private var told: Set<String> = []
  private let stack: Int

  static func isDump(_ root: YAMLNode) -> Bool { InventoryShape.of(root) != nil }

  init(_ documents: [SourceDocument], stack: Int, _ system: StackSystem) {
    self.system = system
    self.stack = stack
    let dumps = documents.compactMap { document in
      InventoryShape.of(document.root).map {
        ($0, InventoryDump(document.root, path: document.path))
      }
    }
    for (shape, dump) in dumps where !shape.isAddition { shape.read(dump, &self) }
    for (shape, dump) in dumps where shape.isAddition { shape.read(dump, &self) }
    complete()
    name()
    for position in resources.indices {
      let isGrant = resources[position].type == "AWS::Lambda::Permission"
      resources[position].properties = known.resolve(
        resources[position].properties, keeping: isGrant ? ["SourceArn"] : [])
    }
    system.knowsARNs = true
  }

  /// Declares a resource, or adds to it what was not yet said.
  @discardableResult
  mutating func put(
    _ type: String, _ arn: String, name: String, _ members: [(String, Value?)],
    at range: SourceRange
  ) -> ResourceKey {
    let key = ResourceKey(stack, arn)
    if let position = positions[key] {
      for (name, value) in members where resources[position][name] == nil {
        set(position, name, value)
      }
      return key
    }
    positions[key] = resources.count
    if byName["\(type) \(name)"] == nil { byName["\(type) \(name)"] = key }
    var resource = SourceResource(
      key, type, .mapping(members, at: range), nameRange: range, range: range)
    if let parts = ARN(arn) {
      known.add(arn, key)
      if !parts.region.isEmpty { resource.said.append(("region", String(parts.region))) }
      if parts.hasAccountNumber { resource.said.append(("account", String(parts.account))) }
    }
    system.declare(key, type, name: name)
    resources.append(resource)
    return key
  }

  /// Another ARN of a resource: a table's stream.
  mutating func alias(_ arn: String?, _ key: ResourceKey) {
    if let arn { known.add(arn, key) }
  }

  private mutating func set(_ position: Int, _ name: String, _ value: Value?) {
    guard let value else { return }
    let properties = resources[position].properties
    let entries = properties.entries.filter { $0.key != name }
    resources[position].properties = Value(
      .mapping(entries + [.init(name, at: value.range, value)]), at: properties.range)
  }

  func key(_ type: String, named name: String) -> ResourceKey? { byName["\(type) \(name)"] }

  func isDeclared(_ id: String) -> Bool { positions[ResourceKey(stack, id)] != nil }

  /// Another name to find a resource by: a rule's beside its bus.
  mutating func register(_ key: ResourceKey, as name: String) {
    if byName[name] == nil { byName[name] = key }
  }

  func registered(_ name: String) -> ResourceKey? { byName[name] }

  mutating func set(_ key: ResourceKey, _ name: String, _ value: Value) {
    if let position = positions[key] { set(position, name, value) }
  }

  mutating func append(_ key: ResourceKey, _ name: String, _ values: [Value]) {
    guard let position = positions[key] else { return }
    let old = resources[position][name]
    let range = old?.range ?? values.first?.range ?? resources[position].range
    set(position, name, .list((old?.elements ?? []) + values, at: range))
  }

  mutating func note(_ what: String, of key: ResourceKey) { told.insert("\(what) \(key.id)") }
  mutating func note(_ what: String) { told.insert(what) }

  func noteUnread(_ dump: InventoryDump, _ help: String) {
    system.note(unread: dump.file, 0, at: dump.root.range, help: help)
  }

  /// A JSON text as the tree that it says.
  func document(_ node: YAMLNode?) -> Value? {
    node.map { KnownARNs().document(Value(literal: $0)) }
  }
}

extension Inventory {
  /// What no output tells of is unknown, not absent.
  private mutating func complete() {
    for resource in resources {
      guard let position = positions[resource.key] else { continue }
      func isTold(_ what: String) -> Bool { told.contains("\(what) \(resource.key.id)") }
      switch resource.type {
      case "AWS::SQS::Queue" where !isTold("attributes"):
        for name in ["VisibilityTimeout", "MessageRetentionPeriod", "RedrivePolicy"] {
          set(position, name, .unknown(name, at: resource.range))
        }
        resources[position].said.append(("policy", nil))
      case "AWS::SNS::Topic" where !isTold("attributes"),
        "AWS::IAM::Role" where !isTold("policies"):
        resources[position].said.append(("policy", nil))
      case "AWS::SNS::Subscription" where !isTold("attributes"):
        for name in ["FilterPolicy", "RedrivePolicy"] {
          set(position, name, .unknown(name, at: resource.range))
        }
      case "AWS::Lambda::Function" where !told.contains("function policies"):
        resources[position].said.append(("policy", nil))
      case "AWS::Events::Rule" where !isTold("targets"):
        let name = resource["Name"]?.knownText ?? ""
        let target = Value.unknown("\(name).targets", at: resource.range)
        set(position, "Targets", .list([target], at: resource.range))
      default: break
      }
    }
  }

  /// Things are called what AWS calls them; of two of a kind in two regions the second has its
  /// region behind its name.
  private mutating func name() {
    var taken: Set<String> = []
    for resource in resources {
      let name = system.physicalName(resource.key)
      let group = ResourceType.all[resource.type]?.kind?.rawValue ?? resource.type
      let sound = String(
        name.map { $0.isLetter || $0.isNumber || ".-_/".contains($0) ? $0 : "-" })
      let region = resource.said.first { $0.key == "region" }?.text ?? "2"
      var free = sound
      while !taken.insert("\(group) \(free)").inserted { free += "." + region }
      system.declare(resource.key, resource.type, name: name, called: free)
    }
  }
}

extension Value {
  /// The members of an output under the names of CloudFormation's properties; those that are the
  /// same stand once: `["Name", "KMSKeyArn=KmsKeyArn"]`.
  static func members(_ node: YAMLNode, _ names: [String]) -> [(String, Value?)] {
    names.map { name in
      let parts = name.split(separator: "=").map(String.init)
      let found = node[parts[0]].flatMap { $0.isNull ? nil : Value(literal: $0) }
      return (parts[parts.count - 1], found)
    }
  }
}
