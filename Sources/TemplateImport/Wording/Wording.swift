import Diagnostics
package import Topology
import YAMLTree

/// What checks advise in the native language, in the words of the user's own format.
package struct Wording {
  let form: TemplateForm
  /// What the advice is about: a kind of resource, and the rule that gives it.
  private let subjects: Set<String>

  /// Advice of `rule` about a resource of `kind`.
  package init(_ form: TemplateForm, about kind: ResourceKind?, of rule: String) {
    self.form = form
    subjects = Set([kind?.rawValue, rule].compactMap { $0 })
  }

  /// A text whose code stands between backticks.
  package func text(_ advice: String) -> String {
    let parts = advice.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return advice }
    let worded = parts.enumerated().map { $0.offset % 2 == 1 ? code($0.element) : $0.element }
    return worded.joined(separator: "`")
  }

  /// `visibilityTimeout: 3m`, a key with its value, or a key alone; anything else stays as it is.
  private func code(_ text: String) -> String {
    var problems: [Diagnostic] = []
    let file = SourceFile(path: "advice", bytes: Array(text.utf8))
    let tree = YAMLTree.read(file, id: FileID(0), diagnostics: &problems)
    guard problems.isEmpty, let root = tree?.documents.first else { return text }
    if root.kind == .scalar { return words(root.text, for: nil)?.name(in: form) ?? text }
    guard root.kind == .mapping, let entry = root.entries.first, root.count == 1,
      words(entry.key.text, for: entry.value) != nil
    else { return text }
    return written(entry.key, entry.value)
  }

  private func words(_ key: String, for value: YAMLNode?) -> SettingWords? {
    let isMapping = value?.kind == .mapping
    return SettingWords.all[key]?.first {
      ($0.subject.map(subjects.contains) ?? true) && (!$0.isOfMappings || isMapping)
    }
  }

  private func written(_ key: YAMLNode, _ value: YAMLNode) -> String {
    let raw = written(value)
    guard let words = words(key.text, for: value) else { return "\(key.text): \(raw)" }
    return words.text(in: form).replacing("%", with: words.value(value.text, written: raw))
  }

  private func written(_ node: YAMLNode) -> String {
    switch node.kind {
    case .mapping: node.entries.map { written($0.key, $0.value) }.joined(separator: ", ")
    case .sequence: "[" + node.elements.map(written).joined(separator: ", ") + "]"
    case .scalar: scalar(node)
    }
  }

  private func scalar(_ node: YAMLNode) -> String {
    if let id = ResourceID(reference: node.text) { return address(of: id) }
    guard form == .terraform else { return node.text }
    return node.jsonType == .string ? "\"\(node.text)\"" : node.text
  }

  /// How a file refers to a resource that stands in it too.
  private func address(of id: ResourceID) -> String {
    let name = id.name.split(separator: ".").last.map(String.init) ?? id.name
    switch form {
    case .cloudFormation:
      // Logical ids have letters and digits only.
      let words = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      let logical = (words.first.map(String.init) ?? "") + words.dropFirst().map(\.titled).joined()
      return id.kind == .topic ? "!Ref \(logical)" : "!GetAtt \(logical).Arn"
    case .terraform:
      return SettingWords.terraformTypes[id.kind].map { "\($0).\(name).arn" } ?? "\"\(name)\""
    case .inventory:
      return "arn:…:\(name)"
    }
  }
}

extension Substring {
  /// With its first letter in upper case.
  fileprivate var titled: String { prefix(1).uppercased() + dropFirst() }
}
