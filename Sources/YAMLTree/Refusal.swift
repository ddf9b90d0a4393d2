import Diagnostics

/// Reading stops here: the one thing that is wrong with a file.
struct Refusal: Error {
  var diagnostic: Diagnostic

  init(
    _ id: String, _ message: String, at range: SourceRange, help: String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    diagnostic = Diagnostic(id, .error, message, at: range, help: help)
    diagnostic.related = related
  }
}
