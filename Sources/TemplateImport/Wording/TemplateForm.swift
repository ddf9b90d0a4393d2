package import YAMLTree

/// The formats that are read, each with names of its own for what the native language says.
package enum TemplateForm: CaseIterable, Sendable {
  /// CloudFormation and SAM.
  case cloudFormation
  case terraform
  /// Outputs of the AWS CLI, which name most settings as CloudFormation does.
  case inventory

  /// Nil for a document of another format.
  package init?(_ root: YAMLNode) {
    if Template.isTemplate(root) {
      self = .cloudFormation
    } else if TerraformPlan.isPlan(root) {
      self = .terraform
    } else if Inventory.isDump(root) {
      self = .inventory
    } else {
      return nil
    }
  }
}
