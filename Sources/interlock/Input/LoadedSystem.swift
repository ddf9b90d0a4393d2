import Checks
import Diagnostics
import Reports
import TemplateImport
import Topology
import YAMLTree

/// One topology that was read, with all that was wrong with its text.
struct LoadedSystem {
  var topology: Topology
  /// All files of the run, those of other systems too.
  var sources: SourceMap
  var files: Set<FileID>
  /// In output order; of severity error where the topology is not to be trusted.
  var diagnostics: [Diagnostic]
  /// Of its own files.
  var comments: [Located<String>]
  /// What files of another format say in the native language.
  var imported: SourceDocument?
  var isImported: Bool { imported != nil }
  /// Of what format the files are that were named or found; those that they nest are as they are.
  private var forms: [FileID: TemplateForm] = [:]

  /// Reads `paths`: as one system where files are named, and folder by folder where one holds several.
  /// Throws where a file is no topology or none was found.
  /// Templates are systems of their own, one each in a folder; those that are named, or with `joining`
  /// all of them, are one.
  static func readAll(
    _ paths: [String], _ options: ReadingOptions, joining: Bool = false
  ) throws(Refused) -> [LoadedSystem] {
    let limits = options.limits
    let loader = InputLoader(limits: limits)
    for path in paths { loader.load(path) }
    try loader.refuseProblems()
    if loader.documents.isEmpty, loader.templates.isEmpty, loader.diagnostics.isEmpty {
      let passed = loader.passedOver > 0 ? " among \(counted(loader.passedOver, "file"))" : ""
      let places = paths.map { "'\($0)'" }.joined(separator: ", ")
      throw Refused("no topology found in \(places)\(passed)")
    }
    var groups = SystemGroups(loader.documents, loader).groups
    if loader.hasNamedFiles { groups = [loader.documents] }
    var systems =
      loader.documents.isEmpty && !loader.templates.isEmpty
      ? [] : groups.map { LoadedSystem($0, loader) }
    let templates = TemplateGroups(
      loader.templates, joining: joining || loader.hasNamedFiles, loader)
    systems += templates.groups.map { LoadedSystem(templates: $0, options, loader) }
    try loader.refuseProblems()
    for i in systems.indices { systems[i].complete(from: loader, isFirst: i == 0) }
    return systems
  }

  private init(_ documents: [SourceDocument], _ loader: InputLoader) {
    var found: [Diagnostic] = []
    var files = Set(documents.map { $0.root.range.file })
    topology = Topology.read(
      documents, load: { files.noting(loader.loadReferenced($0, from: $1)) }, diagnostics: &found)
    self.files = files
    diagnostics = found
    sources = SourceMap()
    comments = []
  }

  private init(templates: [SourceDocument], _ options: ReadingOptions, _ loader: InputLoader) {
    var found: [Diagnostic] = []
    var files = Set(templates.map { $0.root.range.file })
    let imported = TemplateImport.read(
      templates, parameters: options.parameters,
      load: { files.noting(loader.loadNested($0, from: $1)) }, diagnostics: &found)
    topology = Topology.read(
      imported, load: { _, _ in .failed("a template names no such files") }, diagnostics: &found)
    self.files = files
    diagnostics = found
    sources = SourceMap()
    comments = []
    self.imported = imported.first
    for template in templates { forms[template.root.range.file] = TemplateForm(template.root) }
  }

  /// A finding about a file of another format: it advises in the words of that format, and no fix
  /// can be written there.
  func inItsOwnWords(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.fix = nil
    let subject = finding.resource.flatMap { ResourceID(reference: $0) }
    let form = forms[finding.range.file] ?? .cloudFormation
    let wording = Wording(form, about: subject?.kind, of: finding.id)
    finding.help = finding.help.map(wording.text)
    return finding
  }

  /// Takes what the loader holds once all systems are read. What is wrong with a file that did not
  /// parse is the first system's to say.
  private mutating func complete(from loader: InputLoader, isFirst: Bool) {
    sources = loader.sources
    if isFirst {
      diagnostics += loader.diagnostics
      files.formUnion(loader.diagnostics.map(\.range.file))
    }
    diagnostics = diagnostics.inOutputOrder()
    comments = loader.comments.filter { files.contains($0.range.file) }
  }

  /// The only system in `paths`, sound: for commands that work on one.
  static func sound(_ paths: [String], _ options: ReadingOptions) throws(Refused) -> LoadedSystem {
    let systems = try readAll(paths, options, joining: true)
    guard systems.count == 1 else {
      let names = systems.map { system in
        system.topology.name.map { "'\($0.value)' in \(system.sources[$0.range.file].path)" }
          ?? "one without a name"
      }
      let place = paths.map { "'\($0)'" }.joined(separator: ", ")
      throw Refused(
        "\(place) holds \(systems.count) systems, name one: \(names.joined(separator: ", "))")
    }
    // What is wrong in a template is for 'lint' to say; what was read of it can be worked with.
    let errors = systems[0].diagnostics.filter {
      $0.severity == .error && (!systems[0].isImported || $0.id.hasPrefix("syntax/"))
    }
    if !errors.isEmpty {
      throw Refused(unread(errors, systems[0].sources), findings: errors, in: systems[0].sources)
    }
    return systems[0]
  }

  /// What to do about files that do not parse: what is made of the others would lack their part.
  private static func unread(_ errors: [Diagnostic], _ sources: SourceMap) -> [String] {
    let files = Set(errors.filter { $0.id.hasPrefix("syntax/") }.map(\.range.file)).sorted()
    if files.isEmpty { return [] }
    let names = files.map { "'\(sources[$0].path)'" }.joined(separator: ", ")
    return [
      "\(names) cannot be read, and without it a part may be missing: mend it, or name the files to"
        + " go by ('interlock lint' checks the others as they are)"
    ]
  }
}

extension InputLoader {
  fileprivate func refuseProblems() throws(Refused) {
    if !problems.isEmpty { throw Refused(problems, findings: diagnostics, in: sources) }
  }
}

extension Set<FileID> {
  /// What was loaded, its files among these then.
  fileprivate mutating func noting(_ loaded: LoadedFiles) -> LoadedFiles {
    if case .found(let documents) = loaded { formUnion(documents.map(\.root.range.file)) }
    return loaded
  }
}
