import FoundationEssentials

/// The names in a folder, sorted by their bytes.
func names(in folder: String) throws(FileProblem) -> [String] {
  do {
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  } catch let error as CocoaError where error.code == .fileReadNoPermission {
    throw FileProblem("permission denied")
  } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
    throw FileProblem("no such file or folder")
  } catch {
    throw FileProblem("the folder cannot be listed")
  }
}

/// Files that may hold a topology, in a folder and those below it, in the order of their paths.
///
/// Hidden names, `node_modules` and folders that are symbolic links are left out, so no walk goes round.
func documentFiles(below top: String) throws(FileProblem) -> [String] {
  var found: [String] = []
  var open = [top]
  while let folder = open.popLast() {
    var inner: [String] = []
    for name in try names(in: folder) where !name.hasPrefix(".") && name != "node_modules" {
      let path = joinedPath(folder, name)
      switch try kind(of: path) {
      case .folder where !isLink(path): inner.append(path)
      case .regular where isDocumentName(name): found.append(path)
      default: break
      }
    }
    open += inner.reversed()
  }
  return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private func isDocumentName(_ name: String) -> Bool {
  [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
}
