import YAMLTree

/// The `configuration` of a plan: what was written for each module, resource and call.
struct TerraformConfiguration {
  /// By the names of the modules around: `""`, `shop/inner`.
  private(set) var modules: [String: YAMLNode] = [:]
  /// The `module` blocks that make the modules.
  private(set) var calls: [String: YAMLNode] = [:]
  private var resources: [String: YAMLNode] = [:]

  init(_ root: YAMLNode?) {
    guard let root = root?["root_module"] else { return }
    var open: [(key: String, node: YAMLNode)] = [("", root)]
    while let (key, module) = open.popLast() {
      modules[key] = module
      for resource in module["resources"]?.elements ?? [] {
        resources["\(key) \(resource["address"]?.text ?? "")"] = resource
      }
      for (name, call) in module["module_calls"]?.entries ?? [] {
        let inner = key.isEmpty ? name.text : "\(key)/\(name.text)"
        calls[inner] = call
        if let module = call["module"] { open.append((inner, module)) }
      }
    }
  }

  /// What was written for a resource; `address` as the module says it: `data.aws_region.here`.
  func resource(_ address: String, in modules: [TerraformPath.Step]) -> YAMLNode? {
    resources["\(modules.configurationKey) \(address)"]
  }
}
