import Diagnostics
import EventPattern

extension Refused {
  /// An invalid pattern with its line and a caret.
  static func invalidPattern(
    _ problem: InvalidPattern, _ text: [UInt8], _ path: String
  ) -> Refused {
    var sources = SourceMap()
    let id = sources.add(SourceFile(path: path, bytes: text))
    let range = SourceRange(file: id, start: problem.offset, end: problem.end)
    let message = problem.message.isEmpty ? problem.reason : problem.message
    let finding = Diagnostic("pattern/invalid", message, at: range, help: problem.help)
    return Refused([], findings: [finding], in: sources)
  }
}
