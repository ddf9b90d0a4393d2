import Diagnostics
import YAMLTree

/// The output of `terraform show -json`: of a plan, or of a state, whose values are all known.
/// Source of the form: Terraform's "JSON Output Format".
struct TerraformPlan {
  let system: StackSystem
  let root: YAMLNode
  let configuration: TerraformConfiguration
  private(set) var instances: [TerraformInstance] = []
  /// The values of the root module's variables.
  let variables: YAMLNode?
  /// What things are known by their ARNs already: those that exist.
  var known = KnownARNs()
  let work = TerraformWork()
  private var byResource: [String: [Int]] = [:]
  private var byIndex: [String: Int] = [:]
  /// The indices of a module's instances, by the instance that calls it and its name.
  private var moduleIndices: [String: [String?]] = [:]
  private var seenModules: Set<String> = []
  private var taken: Set<String> = []

  static func isPlan(_ root: YAMLNode) -> Bool {
    guard root["terraform_version"] != nil, root["format_version"] != nil else { return false }
    return (root["planned_values"] ?? root["values"])?["root_module"] != nil
      || root["planned_values"] != nil
  }

  /// `stack` tells the resources of this plan from those of other files.
  init(_ root: YAMLNode, stack: Int, _ system: StackSystem) {
    self.system = system
    self.root = root
    configuration = TerraformConfiguration(root["configuration"])
    variables = root["variables"]
    var changes: [String: YAMLNode] = [:]
    for change in root["resource_changes"]?.elements ?? [] {
      if let address = change["address"]?.string { changes[address] = change }
    }
    for node in Self.resources(in: root["planned_values"] ?? root["values"]) {
      let change = changes[node["address"]?.text ?? ""]?["change"]
      add(node, node["values"], unknown: change?["after_unknown"], stack)
    }
    addData(root["resource_changes"]?.elements ?? [], stack)
    for node in Self.resources(in: root["prior_state"]?["values"])
    where node["mode"]?.text == "data" {
      add(node, node["values"], unknown: nil, stack)
    }
  }

  /// Data that is read only when the plan is carried out.
  private mutating func addData(_ changes: [YAMLNode], _ stack: Int) {
    for node in changes where node["mode"]?.text == "data" {
      let change = node["change"]
      add(node, change?["after"], unknown: change?["after_unknown"], stack)
    }
  }

  private static func resources(in values: YAMLNode?) -> [YAMLNode] {
    var found: [YAMLNode] = []
    var open = [values?["root_module"]].compactMap { $0 }
    while let module = open.popLast() {
      found += module["resources"]?.elements ?? []
      open += (module["child_modules"]?.elements ?? []).reversed()
    }
    return found
  }

  private mutating func add(
    _ node: YAMLNode, _ values: YAMLNode?, unknown: YAMLNode?, _ stack: Int
  ) {
    guard let address = node["address"]?.string, let type = node["type"]?.string,
      let name = node["name"]?.string, taken.insert(address).inserted
    else { return }
    let path = TerraformPath(address).parted
    let instance = TerraformInstance(
      address: address, module: path.modules, isData: node["mode"]?.text == "data", type: type,
      name: name, index: path.rest.last?.index, node: node, values: values, unknown: unknown,
      key: ResourceKey(stack, address))
    let own = Self.key(path.modules, instance.isData, type, name)
    byResource[own, default: []].append(instances.count)
    if let index = instance.index { byIndex["\(own)[\(index)]"] = instances.count }
    note(path.modules)
    instances.append(instance)
  }

  private mutating func note(_ modules: [TerraformPath.Step]) {
    guard !modules.isEmpty, seenModules.insert(modules.instanceKey).inserted else { return }
    for (depth, step) in modules.enumerated() {
      let outside = Array(modules[..<depth])
      guard
        depth == modules.count - 1
          || seenModules.insert((outside + [step]).instanceKey).inserted
      else { continue }
      moduleIndices["\(outside.instanceKey) \(step.name)", default: []].append(step.index)
    }
  }

  /// The indices of what a call makes; none where nothing of it is planned.
  func indices(ofModule name: String, in module: [TerraformPath.Step]) -> [String?] {
    moduleIndices["\(module.instanceKey) \(name)"] ?? []
  }

  private static func key(
    _ module: [TerraformPath.Step], _ isData: Bool, _ type: String, _ name: String
  ) -> String {
    "\(module.instanceKey) \(isData ? "data." : "")\(type).\(name)"
  }

  /// The one with an index of those that `count` or `for_each` made.
  func instance(
    _ module: [TerraformPath.Step], isData: Bool, _ type: String, _ name: String, index: String
  ) -> TerraformInstance? {
    byIndex["\(Self.key(module, isData, type, name))[\(index)]"].map { instances[$0] }
  }

  /// All that `count` and `for_each` made of one resource of a module's instance.
  func instances(
    _ module: [TerraformPath.Step], isData: Bool, _ type: String, _ name: String
  ) -> [TerraformInstance] {
    (byResource[Self.key(module, isData, type, name)] ?? []).map { instances[$0] }
  }
}

/// One resource of a plan, of those that `count` or `for_each` make each.
struct TerraformInstance {
  var address: String
  /// The modules that it is in, outermost first.
  var module: [TerraformPath.Step]
  var isData: Bool
  var type: String
  var name: String
  var index: String?
  var node: YAMLNode
  /// What is known of it.
  var values: YAMLNode?
  /// `true` wherever something is known only once the plan is carried out.
  var unknown: YAMLNode?
  var key: ResourceKey

  /// Where its address stands.
  var range: SourceRange { node["address"]?.range ?? node.range }

  var localAddress: String { "\(isData ? "data." : "")\(type).\(name)" }

  /// An attribute that is known.
  func known(_ name: String) -> YAMLNode? { values?[name].flatMap { $0.isNull ? nil : $0 } }
}

/// Bounds how many expressions are followed, for one attribute and in all: a plan made to harm may
/// have them fork without end.
final class TerraformWork {
  private var left = 2_000_000
  private var leftOfAttribute = 0
  private var nesting = 0

  /// Runs what one attribute needs; attributes that it needs in turn count as its own.
  func attribute<Result>(_ body: () -> Result) -> Result {
    if nesting == 0 { leftOfAttribute = 2000 }
    nesting += 1
    defer { nesting -= 1 }
    return body()
  }

  /// Takes a step; false where the bound is reached.
  func isAllowed() -> Bool {
    guard left > 0, leftOfAttribute > 0, nesting < 32 else { return false }
    left -= 1
    leftOfAttribute -= 1
    return true
  }
}
