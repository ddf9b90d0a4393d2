package import Diagnostics
package import Topology
package import YAMLTree

/// Reads what teams have already - CloudFormation and SAM templates, Terraform plans, the output of the
/// AWS CLI - as documents of the native language, each part with its place in the user's own file.
package enum TemplateImport {
  /// Whether a document is of a format that is read here, told by its content.
  package static func reads(_ root: YAMLNode) -> Bool { Template.isTemplate(root) }

  /// Keys that only such documents have at their top level.
  package static let topLevelKeys: Set<String> = ["Resources", "AWSTemplateFormatVersion"]

  /// The files that a document reads together with itself: nested templates, as paths.
  package static func nestedFiles(of root: YAMLNode) -> [String] {
    (root["Resources"]?.entries ?? []).compactMap {
      StackSystem.nestedTemplate($0.value)?.string
    }
  }

  /// The documents of one system: a template with those nested in it, or several that were named
  /// together. `parameters` are values for the parameters of templates, by name.
  package static func read(
    _ documents: [SourceDocument], parameters: [String: String], load: @escaping FileLoader,
    diagnostics: inout [Diagnostic]
  ) -> [SourceDocument] {
    guard let first = documents.first else { return [] }
    let system = StackSystem()
    for document in documents { system.open(document, parameters, load) }
    var resources = system.declaredResources()
    ServerlessExpansion.expand(&resources, system)
    var lowering = Lowering(system, resources, at: first.root.range)
    lowering.native.set("topology", .text(stem(of: first.path), at: first.root.range))
    lowering.native.set("partial", .plain("true", at: first.root.range))
    lowering.run()
    lowering.checkReferences()
    diagnostics += system.diagnostics + lowering.diagnostics
    let tree = YAMLTree(lowering.native.draft)
    return tree.documents.map { SourceDocument(path: first.path, root: $0) }
  }

  /// `orders` for `stacks/orders.yaml`.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return stem.isEmpty ? "template" : stem
  }
}
