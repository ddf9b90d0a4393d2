package import Diagnostics
package import Topology
package import YAMLTree

/// Reads what teams have already - CloudFormation and SAM templates, Terraform plans, the output of the
/// AWS CLI - as documents of the native language, each part with its place in the user's own file.
package enum TemplateImport {
  /// Whether a document is of a format that is read here, told by its content.
  package static func reads(_ root: YAMLNode) -> Bool {
    Template.isTemplate(root) || TerraformPlan.isPlan(root) || Inventory.isDump(root)
  }

  /// Whether it is an output of the AWS CLI: those of a folder are one system.
  package static func isInventory(_ root: YAMLNode) -> Bool {
    !Template.isTemplate(root) && !TerraformPlan.isPlan(root) && Inventory.isDump(root)
  }

  /// Keys that only such documents have at their top level.
  package static let topLevelKeys: Set<String> = [
    "Resources", "AWSTemplateFormatVersion", "planned_values", "terraform_version",
  ]

  /// Keys of outputs of the AWS CLI, which other files may have too.
  package static let inventoryKeys = InventoryShape.keys

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
    for document in documents where Template.isTemplate(document.root) {
      system.open(document, parameters, load)
    }
    var resources = system.declaredResources()
    ServerlessExpansion.expand(&resources, system)
    for (number, document) in documents.enumerated() where TerraformPlan.isPlan(document.root) {
      var plan = TerraformPlan(document.root, stack: -2 - number, system)
      resources += plan.resources()
    }
    let outputs = documents.filter { isInventory($0.root) }
    if !outputs.isEmpty { resources += Inventory(outputs, stack: -1, system).resources }
    var lowering = Lowering(system, resources, at: first.root.range)
    lowering.native.set("topology", .text(name(of: first), at: first.root.range))
    lowering.native.set("partial", .plain("true", at: first.root.range))
    lowering.run()
    lowering.checkReferences()
    diagnostics += system.diagnostics + lowering.diagnostics
    let tree = YAMLTree(lowering.native.draft)
    return tree.documents.map { SourceDocument(path: first.path, root: $0) }
  }

  /// The file's name, or the folder's of outputs of the AWS CLI.
  private static func name(of document: SourceDocument) -> String {
    let name = fileStem(of: document.path)
    guard isInventory(document.root) else { return name.isEmpty ? "template" : name }
    let folders = document.path.split(separator: "/").dropLast()
    let folder = fileStem(of: folders.last.map(String.init) ?? "")
    return folder.isEmpty ? "account" : folder
  }
}
