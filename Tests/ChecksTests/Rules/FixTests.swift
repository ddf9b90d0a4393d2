import Diagnostics
import Testing

@testable import Checks

@Suite struct FixTests {
  /// Every edit that a finding offers, applied to its page's example, makes that finding go away.
  @Test(arguments: RulePageFile.all)
  func anEditMendsWhatItIsOfferedFor(_ page: RulePageFile) {
    let options = CheckOptions(profile: .strict, select: [page.id])
    for text in page.examples("Avoid") {
      let example = Example(text)
      for finding in example.findings(options) {
        guard let edits = finding.fix?.edits, !edits.isEmpty else { continue }
        let mended = Example(applying(edits, to: example.text))
        #expect(mended.problems.map(\.message) == [])
        #expect(!mended.told(mended.findings(options)).contains { $0.hasSuffix(finding.message) })
      }
    }
  }

  private func applying(_ edits: [Diagnostic.Edit], to text: String) -> String {
    var bytes = Array(text.utf8)
    for edit in edits.sorted(by: { $0.range > $1.range }) {
      bytes.replaceSubrange(
        Int(edit.range.start)..<Int(edit.range.end), with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
