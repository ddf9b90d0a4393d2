import ArgumentParser
import Diagnostics
import Reports

/// `sarif`, or `sarif=out.sarif` to write a file.
struct FormatRequest {
  var format: ReportFormat
  var file: String?

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let format = ReportFormat(rawValue: name) else {
      let known = ReportFormat.allCases.map(\.rawValue)
      let hint = didYouMean(name, in: known) ?? "known: \(known.joined(separator: ", "))"
      throw ValidationError("unknown format '\(name)': \(hint)")
    }
    self.format = format
    if parts.count > 1 {
      guard !parts[1].isEmpty else { throw ValidationError("'\(text)' names no file after '='") }
      file = String(parts[1])
    }
  }
}
