package import Diagnostics
package import YAMLTree

extension Topology {
  /// Reads native topology documents together: parses, resolves references across files, follows
  /// `include`. `load` reads an included file by its path relative to the including one.
  ///
  /// Problems are appended to `diagnostics` (`topology/…`); the topology holds all that could be read,
  /// so that checks still run beside them.
  package static func read(
    _ documents: [YAMLNode], diagnostics: inout [Diagnostic]
  ) -> Topology {
    Topology()  // REPLACED by the topology work
  }
}
