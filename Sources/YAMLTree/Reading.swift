package import Diagnostics

/// Bounds on hostile input; each is a flag of the command line.
package struct ReadingLimits: Sendable {
  package var bytes = 64 << 20
  package var depth = 200
  /// Counted after aliases are expanded.
  package var nodes = 1_000_000

  package init() {}
}

extension YAMLTree {
  /// Reads YAML (any number of documents) or JSON. Problems are appended to `diagnostics`; after an
  /// error the result is nil. Duplicate keys are errors.
  package static func read(
    _ file: SourceFile, id: FileID, limits: ReadingLimits = ReadingLimits(),
    diagnostics: inout [Diagnostic]
  ) -> YAMLTree? {
    // REPLACED by the YAML work: libyaml events, JSON, bounds.
    nil
  }
}
