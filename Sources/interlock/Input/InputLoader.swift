import Checks
import Diagnostics
import Reports
import Topology
import YAMLTree

/// Finds, reads and parses the files of one run, each once; keeps what could not be read.
final class InputLoader {
  private(set) var sources = SourceMap()
  /// The documents to read, in the order of the paths asked for.
  private(set) var documents: [SourceDocument] = []
  /// The templates to read, in the same order.
  private(set) var templates: [SourceDocument] = []
  /// The comments of all files.
  private(set) var comments: [Located<String>] = []
  /// Errors at a place in a file.
  private(set) var diagnostics: [Diagnostic] = []
  /// Errors without one: `cannot read 'x': no such file or folder`.
  private(set) var problems: [String] = []
  /// Some file was asked for by its name, not found in a folder or by a glob.
  private(set) var hasNamedFiles = false
  /// Files of folders that are no topology.
  private(set) var passedOver = 0
  private let limits: ReadingLimits
  private var parsed: [String: [SourceDocument]] = [:]

  init(limits: ReadingLimits) { self.limits = limits }

  /// Reads what `path` means: a file, a folder, a glob, or `-` for standard input.
  func load(_ path: String) {
    if path == "-" { return loadStandardInput() }
    do {
      switch try kind(of: path) {
      case .folder: for file in try documentFiles(below: path) { loadFound(file) }
      case .regular, .other: loadNamed(path, try readFile(path, limit: limits.bytes))
      case nil where Glob.isGlob(path): loadGlob(path)
      case nil: problems.append("cannot read '\(path)': \(missing(path))")
      }
    } catch {
      problems.append("cannot read '\(path)': \(error.reason)")
    }
  }

  private func loadStandardInput() {
    do {
      loadNamed("<stdin>", try readStandardInput(limit: limits.bytes))
    } catch {
      problems.append("cannot read standard input: \(error.reason)")
    }
  }

  private func loadGlob(_ pattern: String) {
    let files = Glob(pattern).files()
    if files.isEmpty { problems.append("cannot read '\(pattern)': no file matches") }
    for file in files { loadFound(file) }
  }

  private func missing(_ path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let others = (try? names(in: parentFolder(of: path))) ?? []
    return ["no such file or folder", didYouMean(String(path[slash...]), in: others)]
      .compactMap { $0 }.joined(separator: ": ")
  }

  /// A file that the user named: anything but a topology is an error.
  private func loadNamed(_ path: String, _ bytes: [UInt8]) {
    hasNamedFiles = true
    guard parsed[key(path)] == nil else { return }
    let found = parse(path, bytes)
    for document in found {
      let what: String
      switch Recognition(document.root, isNamed: true) {
      case .topology:
        documents.append(document)
        continue
      case .template:
        templates.append(document)
        continue
      case .other(let name): what = name
      }
      if found.count > 1, document.root.scalar == .null { continue }
      let reads =
        "Interlock reads topologies (files with 'buses', 'queues' …), CloudFormation and SAM"
        + " templates, Terraform plans and output of the AWS CLI"
      problems.append("'\(path)' is not a topology, it looks like \(what); \(reads)")
    }
  }

  /// A file met in a folder or by a glob: passed over unless it is a topology.
  private func loadFound(_ path: String) {
    guard parsed[key(path)] == nil else { return }
    do {
      guard Recognition.isPlausible(try readStart(of: path, count: 1 << 16)) else {
        passedOver += 1
        return
      }
      let bytes = try readFile(path, limit: limits.bytes)
      var errors: [Diagnostic] = []
      let tree = tree(path, bytes, &errors)
      let found = tree?.documents ?? []
      var topologies: [YAMLNode] = []
      var others: [YAMLNode] = []
      for root in found {
        switch Recognition(root, isNamed: false) {
        case .topology: topologies.append(root)
        case .template: others.append(root)
        case .other: break
        }
      }
      if topologies.isEmpty, others.isEmpty, errors.isEmpty || !Recognition.wasMeant(bytes) {
        passedOver += 1
        return
      }
      keep(path, bytes, tree, errors)
      func named(_ roots: [YAMLNode]) -> [SourceDocument] {
        roots.map { SourceDocument(path: path, root: $0) }
      }
      parsed[key(path)] = named(topologies + others)
      documents += named(topologies)
      templates += named(others)
    } catch {
      problems.append("cannot read '\(path)': \(error.reason)")
    }
  }

  /// Two ways to name one file are one key.
  private func key(_ path: String) -> String { resolvedPath(path) ?? normalizedPath(path) }

  /// What a topology's `include`, `schema` or `definition` names, relative to the file that names it.
  func loadReferenced(_ path: String, from: String) -> LoadedFiles {
    let wanted = normalizedPath(path, relativeTo: from)
    guard Glob.isGlob(path) else { return referenced(wanted) }
    let files = Glob(wanted).files()
    if files.isEmpty { return .failed("no file matches") }
    var all: [SourceDocument] = []
    for file in files {
      guard case .found(let found) = referenced(file) else { continue }
      all += found
    }
    return .found(all)
  }

  /// What a template names: a file that does not parse is one that cannot be told, not a mistake, as
  /// what stands in it may be filled in on deployment.
  func loadNested(_ path: String, from: String) -> LoadedFiles {
    referenced(normalizedPath(path, relativeTo: from), mayBeUnfinished: true)
  }

  private func referenced(_ path: String, mayBeUnfinished: Bool = false) -> LoadedFiles {
    if let known = parsed[key(path)] { return .found(known) }
    do {
      switch try kind(of: path) {
      case .regular:
        let bytes = try readFile(path, limit: limits.bytes)
        var errors: [Diagnostic] = []
        let tree = tree(path, bytes, &errors)
        if mayBeUnfinished, tree == nil { return .failed("it does not parse") }
        return .found(takeUp(path, bytes, tree, errors))
      case .folder: return .failed("it is a folder")
      case .other: return .failed("it is not a regular file")
      case nil: return .failed(missing(path))
      }
    } catch {
      return .failed(error.reason)
    }
  }

  private func parse(_ path: String, _ bytes: [UInt8]) -> [SourceDocument] {
    var errors: [Diagnostic] = []
    let tree = tree(path, bytes, &errors)
    return takeUp(path, bytes, tree, errors)
  }

  private func takeUp(
    _ path: String, _ bytes: [UInt8], _ tree: YAMLTree?, _ errors: [Diagnostic]
  ) -> [SourceDocument] {
    keep(path, bytes, tree, errors)
    let found = (tree?.documents ?? []).map { SourceDocument(path: path, root: $0) }
    if found.isEmpty, errors.isEmpty { problems.append("'\(path)' is empty") }
    parsed[key(path)] = found
    return found
  }

  /// INVARIANT: the tree carries the id that `keep` gives the file next.
  private func tree(
    _ path: String, _ bytes: [UInt8], _ errors: inout [Diagnostic]
  ) -> YAMLTree? {
    let file = SourceFile(path: path, bytes: bytes)
    return YAMLTree.read(
      file, id: FileID(sources.files.count), limits: limits, diagnostics: &errors)
  }

  private func keep(
    _ path: String, _ bytes: [UInt8], _ tree: YAMLTree?, _ errors: [Diagnostic]
  ) {
    _ = sources.add(SourceFile(path: path, bytes: bytes))
    diagnostics += errors
    comments += tree?.comments() ?? []
  }
}
