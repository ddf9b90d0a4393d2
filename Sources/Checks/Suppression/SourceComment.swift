package import Diagnostics

/// A comment of a file, from its `#` to the end of its line.
package struct SourceComment: Sendable {
  /// With the `#`.
  package var text: String
  package var range: SourceRange

  package init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}
