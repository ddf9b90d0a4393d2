import Diagnostics
import YAMLTree

/// The sections of a CloudFormation or SAM template.
struct Template {
  let path: String
  let root: YAMLNode
  private let parameters: [String: YAMLNode]
  private let mappings: [String: YAMLNode]
  private let conditions: [String: YAMLNode]

  init(path: String, root: YAMLNode) {
    self.path = path
    self.root = root
    parameters = Self.section("Parameters", of: root)
    mappings = Self.section("Mappings", of: root)
    conditions = Self.section("Conditions", of: root)
  }

  private static func section(_ name: String, of root: YAMLNode) -> [String: YAMLNode] {
    Dictionary(
      (root[name]?.entries ?? []).map { ($0.key.text, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  func parameter(_ name: String) -> YAMLNode? { parameters[name] }
  func mapping(_ name: String) -> YAMLNode? { mappings[name] }
  func condition(_ name: String) -> YAMLNode? { conditions[name] }

  /// Resources with types tell a template, whatever its file is called.
  static func isTemplate(_ root: YAMLNode) -> Bool {
    guard let resources = root["Resources"], resources.kind == .mapping else { return false }
    return root["AWSTemplateFormatVersion"] != nil || root["Transform"] != nil
      || resources.entries.contains { $0.value["Type"] != nil }
  }

  var resources: [(key: YAMLNode, value: YAMLNode)] { root["Resources"]?.entries ?? [] }
  var outputs: [(key: YAMLNode, value: YAMLNode)] { root["Outputs"]?.entries ?? [] }
  var globals: YAMLNode? { root["Globals"] }

  /// The macros over the template that are not read here and may add anything to it.
  var unreadMacros: [(name: String, place: YAMLNode)] {
    guard let node = root["Transform"] else { return [] }
    let nodes = node.kind == .sequence ? node.elements : [node]
    return nodes.compactMap { node in
      let name = node.kind == .mapping ? node["Name"]?.text ?? "" : node.text
      return Self.readMacros.contains { name.hasPrefix($0) } ? nil : (name, node)
    }
  }

  /// What these add is read here, or is no part of the routing of events.
  private static let readMacros = [
    "AWS::Serverless", "AWS::LanguageExtensions", "AWS::SecretsManager", "AWS::CodeDeployBlueGreen",
    "AWS::CodeStar", "AWS::ServiceCatalog",
  ]
}
