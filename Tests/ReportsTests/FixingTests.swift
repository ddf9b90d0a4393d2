import Diagnostics
import Testing

@testable import Reports

@Suite("Fixing and baselines")
struct FixingTests {
  private static let text = (1...20).map { "line \($0)\n" }.joined()
  private let sample = Sample(("f.yaml", Self.text))

  private func finding(_ edits: (String, String)...) -> Diagnostic {
    var finding = Diagnostic("a/b", .error, "m", at: sample.range(of: edits[0].0))
    finding.fix = .init(
      title: "t",
      edits: edits.map { .init(range: sample.range(of: $0.0), replacement: $0.1) })
    return finding
  }

  private func result(_ plan: FixPlan) -> String {
    String(decoding: plan.bytes(of: sample.files[0], in: sample.sources), as: UTF8.self)
  }

  @Test("edits are made together, whatever their order")
  func together() {
    let plan = FixPlan([finding(("line 9", "nine")), finding(("line 2\n", ""), ("line 5", "five"))])
    #expect(plan.applied == 2 && plan.skipped == 0)
    let expected = Self.text.replacing("line 9", with: "nine").replacing("line 2\n", with: "")
      .replacing("line 5", with: "five")
    #expect(result(plan) == expected)
  }

  @Test("of fixes that touch one place the first is made, whole, and the other left")
  func collision() {
    let plan = FixPlan([
      finding(("line 5", "five")), finding(("line 5\nline 6", "x"), ("line 9", "nine")),
    ])
    #expect(plan.applied == 1 && plan.skipped == 1)
    #expect(result(plan) == Self.text.replacing("line 5", with: "five"))
  }

  @Test("a diff has a hunk for edits that are near each other")
  func diff() throws {
    let plan = FixPlan([
      finding(("line 2\n", "2a\n2b\n")), finding(("line 4", "four")), finding(("line 19\n", "")),
    ])
    try expectGolden(plan.diff(sample.sources, .plain), "fix.diff")
  }

  @Test("a baseline knows findings by what they say, not by where they stand")
  func baseline() {
    var report = Sample.full()
    let baseline = Baseline(report)
    #expect(baseline.count == 3)
    for i in report.findings.indices { report.findings[i].range.start = 0 }
    #expect(baseline.split(report).new.isEmpty)
    report.findings[0].message += "!"
    let split = baseline.split(report)
    #expect(split.new.count == 1 && split.known == 2 && split.gone == 1)
    #expect(baseline.pruned(by: report).count == 2)
  }

  @Test("a second equal finding is new to a baseline that has one")
  func duplicates() {
    var report = Sample.full()
    let baseline = Baseline(report)
    report.findings.append(report.findings[0])
    #expect(baseline.split(report).new.count == 1)
  }
}
