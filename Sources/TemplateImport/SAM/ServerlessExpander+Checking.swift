import Diagnostics
import Topology

extension ServerlessExpander {
  /// Reports properties that a SAM resource does not have.
  mutating func check(_ resource: SourceResource) {
    guard let known = ServerlessProperties.ofType[resource.type] else { return }
    let kind = ResourceType.all[resource.type]?.kind
    check(
      resource.properties, among: known, of: resource.type,
      about: kind.map { ResourceID($0, system.nativeName(resource.key)) })
  }

  /// A near name is a misspelling; another may be newer than this program.
  func check(
    _ properties: Value, among known: Set<String>, of what: String, about id: ResourceID?
  ) {
    for entry in properties.entries
    where !known.contains(entry.key) && !entry.key.hasPrefix("Fn::") {
      let near = didYouMean(entry.key, in: known)
      report(
        "unknown-property", near == nil ? .warning : .error,
        "\(what) has no property '\(entry.key)'", at: entry.keyRange, about: id,
        help: near ?? "it is not read; the deployment may refuse it")
    }
  }

  /// Reports sections of `Globals` that there are not, and properties that may not stand there.
  func checkGlobals(_ globals: Value) {
    for section in globals.entries where !section.key.hasPrefix("Fn::") {
      guard let known = ServerlessProperties.ofGlobals[section.key] else {
        let near = didYouMean(section.key, in: ServerlessProperties.ofGlobals.keys)
        report(
          "unknown-property", near == nil ? .warning : .error,
          "'Globals' has no section '\(section.key)'", at: section.keyRange,
          help: near ?? "it is not read; the deployment may refuse it")
        continue
      }
      check(section.value, among: known, of: "'Globals' for '\(section.key)'", about: nil)
    }
  }

  func report(
    _ name: String, _ severity: Severity, _ message: String, at range: SourceRange,
    about id: ResourceID? = nil, help: String? = nil
  ) {
    var diagnostic = Diagnostic("template/\(name)", severity, message, at: range, help: help)
    diagnostic.resource = id?.description
    system.diagnostics.append(diagnostic)
  }
}
