import Diagnostics
import Topology

struct InputVariable: Rule {
  static let id = "delivery/input-variable"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "The template of an input names a variable that has no path."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.handovers.flatMap { handover -> [Diagnostic] in
      guard handover.kind == .rule, let input = handover.input,
        case .transform(_, let names, let template) = input.value
      else { return [] }
      let used = Self.variables(of: template.value)
      return unknown(used, names, template, handover)
        + tooLarge(context, names, template, handover)
    }
  }

  private func unknown(
    _ used: [String], _ names: [String], _ template: Located<String>, _ handover: Handover
  ) -> [Diagnostic] {
    used.filter { !names.contains($0) && !$0.hasPrefix("aws.") }.map { name in
      let near = didYouMean(name, in: names).map { ": \($0)" } ?? ""
      return Self.finding(
        "the template for '\(handover.to.value.label)' uses '<\(name)>', which has no path\(near)",
        at: template.range, about: handover.from, edge: handover.edge,
        help: "add it to the paths: `\(name): $.detail.\(name)`")
    }
  }

  private func tooLarge(
    _ context: CheckContext, _ names: [String], _ template: Located<String>, _ handover: Handover
  ) -> [Diagnostic] {
    let sizes: [(Quota, Int)] = [
      (.inputPaths, names.count), (.inputTemplate, template.value.unicodeScalars.count),
    ]
    return sizes.compactMap { quota, size in
      let limit = context.limits[quota]
      guard size > limit else { return nil }
      return Self.finding(
        "\(size) is more than the \(limit) \(quota.name)", at: template.range, about: handover.from,
        edge: handover.edge)
    }
  }

  /// The names between `<` and `>`, each once, in the order of the text.
  static func variables(of template: String) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    var open: String.Index?
    for index in template.indices {
      switch template[index] {
      case "<":
        open = template.index(after: index)
      case ">":
        if let start = open, start < index {
          let name = String(template[start..<index])
          if seen.insert(name).inserted { found.append(name) }
        }
        open = nil
      case let character:
        if !isName(character) { open = nil }
      }
    }
    return found
  }

  private static func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-.".contains(character)
  }
}
