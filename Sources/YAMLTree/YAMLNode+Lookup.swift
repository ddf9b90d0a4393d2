package import Diagnostics

extension YAMLNode {
  /// The value of the first entry whose key reads `key`. Looks at the keys one after the other;
  /// walk `entries` where most of a large mapping is wanted.
  package subscript(key: String) -> YAMLNode? { entry(key)?.value }

  /// The first entry whose key reads `key`, quoted or not.
  package func entry(_ key: String) -> (key: YAMLNode, value: YAMLNode)? {
    guard kind == .mapping else { return nil }
    let wanted = key.utf8
    let run = childRun
    for i in stride(from: run.startIndex, to: run.endIndex, by: 2) {
      let place = tree.records[Int(run[i])].textRange
      if place.count == wanted.count, tree.text[place].elementsEqual(wanted) {
        return (YAMLNode(tree: tree, index: run[i]), YAMLNode(tree: tree, index: run[i + 1]))
      }
    }
    return nil
  }

  /// Where the key of that entry stands, for findings that are about the name.
  package func keyRange(of key: String) -> SourceRange? { entry(key)?.key.range }

  /// The node reached by one key after the other.
  package func value(at path: String...) -> YAMLNode? {
    var node = self
    for key in path {
      guard let next = node[key] else { return nil }
      node = next
    }
    return node
  }
}
