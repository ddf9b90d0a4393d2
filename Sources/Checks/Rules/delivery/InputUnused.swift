import Diagnostics
import Topology

struct InputUnused: Rule {
  static let id = "delivery/input-unused"
  static let severity = Severity.info
  static let profile = Profile.strict
  static let summary = "A path of an input transformer is read and never used."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.ruleHandovers.flatMap { handover -> [Diagnostic] in
      guard case .transform(let paths, let names, let template)? = handover.input?.value else {
        return []
      }
      let used = InputVariable.variables(of: template.value)
      return zip(names, paths).filter { !used.contains($0.0) }.map { name, path in
        Self.finding(
          "the template for '\(handover.to.value.label)' never uses '<\(name)>'", at: path.range,
          about: handover.from, edge: handover.edge,
          help: "remove the path, or write `<\(name)>` in the template")
      }
    }
  }
}
