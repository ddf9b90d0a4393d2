import Diagnostics
import RoutingGraph
import Testing
import Topology

@testable import Checks

private enum Loud: Rule {
  static let id = "demo/loud"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "Speaks."
  case instance
  init() { self = .instance }
  func check(_ context: CheckContext) -> [Diagnostic] { [] }
}

private enum Quiet: Rule {
  static let id = "demo/quiet"
  static let severity = Severity.info
  static let profile = Profile.strict
  static let summary = "Whispers."
  case instance
  init() { self = .instance }
  func check(_ context: CheckContext) -> [Diagnostic] { [] }
}

/// Runs the suppressions of `text`, whose comments are found by their `#`, over a finding of
/// `demo/loud` at every `!` of it; says `line: id message` of all that is left.
private func outcome(_ text: String, _ options: CheckOptions = CheckOptions()) -> [String] {
  var sources = SourceMap()
  let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
  let id = sources.add(file)
  var comments: [Located<String>] = []
  var findings: [Diagnostic] = []
  for (index, start) in file.lineStarts.enumerated() {
    let line = file.text(ofLine: index + 1)
    if let hash = line.firstIndex(of: "#") {
      let offset = Int(start) + line[..<hash].utf8.count
      let comment = String(line[hash...])
      let range = SourceRange(file: id, start: offset, end: offset + comment.utf8.count)
      comments.append(Located(comment, range))
    }
    if let mark = line.firstIndex(of: "!") {
      let offset = Int(start) + line[..<mark].utf8.count
      let range = SourceRange(file: id, start: offset, end: offset + 1)
      findings.append(Diagnostic(Loud.id, .error, "loud", at: range))
    }
  }
  let suppressions = Suppressions(comments, in: sources, kinds: [Loud.self, Quiet.self])
  return suppressions.apply(to: findings, options: options).findings.map {
    "\(sources.resolve($0.range).line): \($0.id) \($0.message)"
  }
}

@Suite struct SuppressionTests {
  @Test(arguments: [
    "a: ! # interlock:ignore demo/loud -- known",
    "# interlock:ignore demo/loud -- known\na: !",
    "  # interlock:ignore demo/loud -- known\n  # and more\n  a: !",
    "x: 1\r\n# interlock:ignore demo/loud -- known\r\na: !\r\n",
    "# interlock:ignore-file demo/loud -- known\nb: 1\na: !\nc: !",
    "\u{FEFF}# é\n%YAML 1.2\n---\n#interlock:ignore-file demo/loud -- known\na: !",
    "a: ! #   interlock:ignore\tdemo/loud , -- known -- well",
  ])
  func silences(_ text: String) {
    #expect(outcome(text) == [])
  }

  @Test func silencesNothingElse() {
    let text = "# interlock:ignore demo/loud -- known\na: !\nb: !\n# just a word on demo/loud\nc: !"
    #expect(outcome(text) == ["3: demo/loud loud", "5: demo/loud loud"])
  }

  @Test func aTrailingCommentDoesNotReachTheNextLine() {
    let text = "a: 1 # interlock:ignore demo/loud -- known\nb: !"
    #expect(
      outcome(text) == [
        "1: suppression/unused no finding of 'demo/loud' here: the suppression silences nothing",
        "2: demo/loud loud",
      ])
  }

  @Test(arguments: ["", " --", " --  "])
  func needsAReason(_ tail: String) {
    let message = "the suppression of 'demo/loud' gives no reason, so it silences nothing"
    #expect(
      outcome("a: ! # interlock:ignore demo/loud\(tail)")
        == ["1: demo/loud loud", "1: suppression/no-reason \(message)"])
  }

  @Test func namesTheNearestRule() {
    #expect(
      outcome("a: 1 # interlock:ignore demo/lound -- why")
        == ["1: suppression/unknown-rule unknown rule 'demo/lound': did you mean 'demo/loud'?"])
    #expect(
      outcome("a: 1 # interlock:ignor demo/loud -- why") == [
        "1: suppression/unknown-rule unknown comment 'interlock:ignor': did you mean 'ignore'?"
      ])
  }

  @Test func namesAtLeastOneRule() {
    let message = "the suppression names no rule: write `interlock:ignore RULE -- reason`"
    #expect(
      outcome("a: 1 # interlock:ignore -- why") == ["1: suppression/unknown-rule \(message)"])
  }

  @Test func aFileIsSilencedFromItsTopOnly() {
    let message = "'ignore-file' stands below the top of the file, so it silences nothing"
    #expect(
      outcome("a: !\n# interlock:ignore-file demo/loud -- why")
        == ["1: demo/loud loud", "2: suppression/unused \(message)"])
  }

  @Test func aRuleThatDidNotRunMayBeSuppressed() {
    let text = "a: 1 # interlock:ignore demo/quiet -- loud enough"
    let unused = "no finding of 'demo/quiet' here: the suppression silences nothing"
    #expect(outcome(text) == [])
    #expect(outcome(text, CheckOptions(profile: .strict)) == ["1: suppression/unused \(unused)"])
    #expect(outcome(text, CheckOptions(profile: .strict, ignore: ["suppression"])) == [])
  }

  @Test func reasonsAreKept() throws {
    var sources = SourceMap()
    let text = "a: ! # interlock:ignore demo/loud -- it is a demo"
    let id = sources.add(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
    let comment = Located(
      String(text.dropFirst(5)), SourceRange(file: id, start: 5, end: text.utf8.count))
    let finding = Diagnostic(Loud.id, .error, "loud", at: SourceRange(file: id, start: 3, end: 4))
    let result = Suppressions([comment], in: sources, kinds: [Loud.self])
      .apply(to: [finding], options: CheckOptions())
    #expect(result.findings.isEmpty)
    #expect(result.suppressed.map(\.reason) == ["it is a demo"])
  }
}
