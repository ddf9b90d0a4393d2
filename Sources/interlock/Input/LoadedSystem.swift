import Checks
import Diagnostics
import Reports
import Topology
import YAMLTree

/// The topology that the given paths describe, with all that was wrong with its text.
struct LoadedSystem {
  var topology: Topology
  var sources: SourceMap
  /// In output order; of severity error where the topology is not to be trusted.
  var diagnostics: [Diagnostic]
  var comments: [Located<String>]
  var passedOver: Int

  /// Reads all `paths` together; throws where one is no topology or none was found.
  init(_ paths: [String], limits: ReadingLimits) throws(Refused) {
    let loader = InputLoader(limits: limits)
    for path in paths { loader.load(path) }
    if !loader.problems.isEmpty {
      throw Refused(loader.problems, findings: loader.diagnostics, in: loader.sources)
    }
    if loader.documents.isEmpty, loader.diagnostics.isEmpty {
      let passed = loader.passedOver > 0 ? " among \(counted(loader.passedOver, "file"))" : ""
      let places = paths.map { "'\($0)'" }.joined(separator: ", ")
      throw Refused(["no topology found in \(places)\(passed)"])
    }
    var found: [Diagnostic] = []
    topology = Topology.read(
      loader.documents, load: { loader.loadReferenced($0, from: $1) }, diagnostics: &found)
    if !loader.problems.isEmpty {
      throw Refused(loader.problems, findings: loader.diagnostics + found, in: loader.sources)
    }
    sources = loader.sources
    diagnostics = (loader.diagnostics + found).inOutputOrder()
    comments = loader.comments
    passedOver = loader.passedOver
  }

  /// As `init`, and throws where the text has any error: for commands that need a sound topology.
  static func sound(_ paths: [String], limits: ReadingLimits) throws(Refused) -> LoadedSystem {
    let system = try LoadedSystem(paths, limits: limits)
    if system.diagnostics.hasErrors {
      let errors = system.diagnostics.filter { $0.severity == .error }
      throw Refused([], findings: errors, in: system.sources)
    }
    return system
  }
}
