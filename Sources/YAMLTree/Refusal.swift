import Diagnostics

/// Reading stops here: the one thing that is wrong with a file.
struct Refusal: Error {
  var diagnostic: Diagnostic
  /// True where reading the text in the other language would not help.
  var isFinal: Bool

  init(
    _ id: String, _ message: String, at range: SourceRange, help: String? = nil,
    related: [Diagnostic.Related] = [], isFinal: Bool = true
  ) {
    diagnostic = Diagnostic(id, .error, message, at: range, help: help)
    diagnostic.related = related
    self.isFinal = isFinal
  }
}

/// A name as a message quotes it: on one line and not endless.
func shortened(_ name: String) -> String {
  let scalars = name.unicodeScalars.prefix(80).map { $0.value < 0x20 ? " " : $0 }
  let text = String(String.UnicodeScalarView(scalars))
  return scalars.count < name.unicodeScalars.count ? text + "…" : text
}
