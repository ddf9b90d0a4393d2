import Diagnostics
import Testing

@testable import Checks

private enum Careful: FindingKind {
  static let id = "demo/careful"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Looks twice."
}

@Suite struct CheckOptionsTests {
  @Test(arguments: [
    (CheckOptions(profile: .essential), false),
    (CheckOptions(profile: .recommended), true),
    (CheckOptions(profile: .strict), true),
    (CheckOptions(profile: .strict, ignore: ["demo"]), false),
    (CheckOptions(profile: .strict, ignore: ["dem"]), true),
    (CheckOptions(profile: .strict, ignore: ["*/careful"]), false),
    (CheckOptions(profile: .strict, select: ["demo/*"]), true),
    (CheckOptions(profile: .strict, select: ["other"]), false),
    (CheckOptions(profile: .essential, select: ["demo"]), false),
    (CheckOptions(profile: .essential, select: ["demo/careful"]), true),
    (CheckOptions(profile: .essential, select: ["demo/careful"], ignore: ["demo/care*"]), false),
  ])
  func includes(_ options: CheckOptions, _ expected: Bool) {
    #expect(options.includes(Careful.self) == expected)
  }

  @Test func mistakesNameTheNearest() {
    let options = CheckOptions(select: ["suppresion", "suppression/*"], ignore: ["nothing"])
    #expect(
      options.mistakes == [
        "unknown rule 'suppresion': did you mean 'suppression'?", "unknown rule 'nothing'",
      ])
  }
}
