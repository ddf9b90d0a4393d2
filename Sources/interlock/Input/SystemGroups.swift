import Topology
import YAMLTree

/// Documents found in folders, parted into the systems that they describe.
///
/// A file with `topology:` heads a system. Two heads are of one system where they give the same name,
/// unless both include files of their own. What a head includes belongs to it, directly or by way of
/// others; what none includes belongs to the head in the nearest folder above.
struct SystemGroups {
  /// One list of documents a system, in the order of their heads; documents without a head come last.
  private(set) var groups: [[SourceDocument]] = []

  private struct Head {
    var name: String
    var includes: Bool
    var folders: [String]
    var files: Set<String>
  }

  init(_ documents: [SourceDocument], _ loader: InputLoader) {
    var heads: [Head] = []
    for document in documents {
      guard let name = document.root["topology"]?.text else { continue }
      let includes = document.root["include"] != nil
      let files = Self.closure(of: document, loader)
      let folder = parentFolder(of: normalizedPath(document.path))
      let known = heads.firstIndex { $0.name == name && !($0.includes && includes) }
      if let known {
        heads[known].includes = heads[known].includes || includes
        heads[known].folders.append(folder)
        heads[known].files.formUnion(files)
      } else {
        heads.append(Head(name: name, includes: includes, folders: [folder], files: files))
      }
    }
    guard heads.count > 1 else {
      groups = [documents]
      return
    }
    groups = Array(repeating: [], count: heads.count + 1)
    for document in documents { groups[Self.owner(of: document, heads)].append(document) }
    groups.removeAll(where: \.isEmpty)
  }

  /// The file and all that it includes, by normalized path.
  private static func closure(of head: SourceDocument, _ loader: InputLoader) -> Set<String> {
    var files: Set<String> = [normalizedPath(head.path)]
    var open = [head]
    while let document = open.popLast() {
      for element in document.root["include"]?.elements ?? [] {
        guard case .found(let found) = loader.loadReferenced(element.text, from: document.path)
        else { continue }
        for included in found where files.insert(normalizedPath(included.path)).inserted {
          open.append(included)
        }
      }
    }
    return files
  }

  /// The number of the head that the document belongs to; the count of heads for none.
  private static func owner(of document: SourceDocument, _ heads: [Head]) -> Int {
    let path = normalizedPath(document.path)
    if let head = heads.firstIndex(where: { $0.files.contains(path) }) { return head }
    var folder = parentFolder(of: path)
    while true {
      if let head = heads.firstIndex(where: { $0.folders.contains(folder) }) { return head }
      if folder == "." || folder == "/" { return heads.count }
      folder = parentFolder(of: folder)
    }
  }
}
