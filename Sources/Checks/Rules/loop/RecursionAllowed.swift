import Diagnostics
import Topology

struct RecursionAllowed: Rule {
  static let id = "loop/recursion-allowed"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Lambda's guard against functions that call themselves is switched off."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.functions.filter { $0.recursiveLoopAllowed && !$0.info.isExternal }.map {
      Self.finding(
        "'\($0.id)' switches off the guard that cuts a loop after about 16 calls",
        at: $0.info.nameRange, about: $0.id,
        help: "leave it on unless the function stops the recursion itself")
    }
  }
}
