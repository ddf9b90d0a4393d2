package import Diagnostics
package import YAMLTree

/// One document of a file that was read: its root, and the path that the user knows the file by.
package struct SourceDocument: Sendable {
  /// As given or found. Two paths that are the same after `.` and `..` are resolved are one file.
  package var path: String
  package var root: YAMLNode

  package init(path: String, root: YAMLNode) {
    self.path = path
    self.root = root
  }
}

/// What asking for a file or glob gave.
package enum LoadedFiles: Sendable {
  /// Every document of every file, files in the order of their paths. A file that does not parse
  /// gives none: whoever loads reports its syntax errors.
  case found([SourceDocument])
  /// Why not, to end a message with: `no such file`, `no file matches`, `it is a folder`.
  case failed(String)
}

/// Reads a file, or the files of a glob (`buses/*.yaml`), named in the file `from`, relative to it.
package typealias FileLoader = (_ path: String, _ from: String) -> LoadedFiles

extension Topology {
  /// Reads native topology documents together: checks their structure, follows `include`, reads
  /// schemas and definitions named by path, resolves references across files.
  ///
  /// Problems are appended to `diagnostics` (`topology/…`, `pattern/…`, `policy/…`); the topology
  /// holds all that could be read, so that checks still run beside them. An included file that is
  /// also in `documents` is read once.
  package static func read(
    _ documents: [SourceDocument], load: @escaping FileLoader, diagnostics: inout [Diagnostic]
  ) -> Topology {
    let set = DocumentSet(documents, load: load)
    diagnostics += set.diagnostics
    var names = NameIndex()
    for member in set.members {
      let home = NameIndex.Home(account: member.account?.value, region: member.region?.value)
      names.add(member.document.root, in: home, diagnostics: &diagnostics)
    }
    var context = ReadingContext(names: names, load: load)
    var topology = Topology()
    for member in set.members {
      context.checkStructure(of: member.document.root, Document.grammar, as: "the file")
      context.path = member.document.path
      context.account = member.account
      context.region = member.region
      Document.read(member.document.root, into: &topology, &context)
    }
    diagnostics += context.diagnostics
    return topology
  }

  /// Reads documents that stand alone: every file they name is reported as out of reach.
  package static func read(
    _ documents: [YAMLNode], diagnostics: inout [Diagnostic]
  ) -> Topology {
    read(
      documents.map { SourceDocument(path: "", root: $0) },
      load: { _, _ in .failed("files are out of reach here") }, diagnostics: &diagnostics)
  }
}
