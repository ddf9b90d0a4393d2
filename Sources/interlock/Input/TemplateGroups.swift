import TemplateImport
import Topology

/// Templates found in folders, parted into systems: a template with those that it nests.
struct TemplateGroups {
  private(set) var groups: [[SourceDocument]] = []

  /// With `joining` all are one system, which lets one stack import what another exports.
  init(_ documents: [SourceDocument], joining: Bool, _ loader: InputLoader) {
    var nested: Set<String> = []
    for document in documents {
      for path in TemplateImport.nestedFiles(of: document.root) {
        nested.insert(normalizedPath(path, relativeTo: document.path))
      }
    }
    let heads = documents.filter { !nested.contains(normalizedPath($0.path)) }
    // Templates that nest each other in a ring have no head, and none is left out.
    let roots = heads.isEmpty ? documents : heads
    groups = joining ? [roots].filter { !$0.isEmpty } : Self.parted(roots)
  }

  /// Each by itself, but the outputs of the AWS CLI folder by folder.
  private static func parted(_ documents: [SourceDocument]) -> [[SourceDocument]] {
    var groups: [[SourceDocument]] = []
    var folders: [String: Int] = [:]
    for document in documents {
      let folder = parentFolder(of: normalizedPath(document.path))
      guard TemplateImport.isInventory(document.root) else {
        groups.append([document])
        continue
      }
      if let group = folders[folder] {
        groups[group].append(document)
      } else {
        folders[folder] = groups.count
        groups.append([document])
      }
    }
    return groups
  }
}
