import Diagnostics
import Testing

@testable import Checks

@Suite struct PageTests {
  @Test func everyFindingHasItsPageAndEveryPageItsFinding() {
    let ids = allFindingKinds.map { $0.id }
    #expect(ids.count == Set(ids).count)
    #expect(Set(ids).symmetricDifference(RulePageFile.all.map(\.id)) == [])
  }

  @Test(arguments: RulePageFile.all)
  func aPageSaysWhatItsRuleSays(_ page: RulePageFile) throws {
    let kind = try #require(allFindingKinds.first { $0.id == page.id })
    #expect(page.title == "# \(page.id)")
    #expect(page.summary == kind.summary)
    #expect(page.severity == "\(kind.severity)")
    #expect(page.profile == "\(kind.profile)")
    for section in ["Why it matters", "Avoid", "Prefer", "Configuration", "Sources"] {
      #expect(page.sections[section] != nil, "no section '\(section)'")
    }
    #expect(!page.examples("Avoid").isEmpty)
    #expect(!page.examples("Prefer").isEmpty)
  }

  @Test(arguments: RulePageFile.all)
  func whatToAvoidIsFound(_ page: RulePageFile) {
    for text in page.examples("Avoid") {
      let example = Example(text)
      #expect(example.problems.map(\.message) == [])
      let findings = example.findings(options(for: page))
      #expect(!example.expected.isEmpty)
      #expect(example.told(findings) == example.expected)
      #expect(findings.allSatisfy { $0.id == page.id })
    }
  }

  @Test(arguments: RulePageFile.all)
  func whatToPreferIsSilent(_ page: RulePageFile) {
    for text in page.examples("Prefer") {
      let example = Example(text)
      #expect(example.problems.map(\.message) == [])
      #expect(example.told(example.findings(options(for: page))) == [])
      #expect(example.told(example.findings(CheckOptions(profile: .essential))) == [])
    }
  }

  @Test(arguments: RulePageFile.all)
  func formDoesNotMatter(_ page: RulePageFile) throws {
    for text in page.examples("Avoid") + page.examples("Prefer") {
      let original = Example(text)
      let before = original.findings(options(for: page))
      for mutation in Mutation.allCases {
        // JSON has no comments, so nothing that is about comments.
        if mutation == .json, page.id.hasPrefix("suppression/") { continue }
        // Nor has it the short forms of a template's functions.
        if mutation == .json, text.contains(" !") { continue }
        var mutant = Example(mutation.apply(to: original.text, try #require(original.tree)))
        mutant.limits = original.limits
        let after = mutant.findings(options(for: page))
        #expect(before.map(\.message).sorted() == after.map(\.message).sorted(), "\(mutation)")
        for (a, b) in zip(before, after) where before.count == after.count {
          #expect(isSamePlace(a, in: original, b, in: mutant, mutation), "\(a.message)")
        }
      }
    }
  }

  private func isSamePlace(
    _ a: Diagnostic, in original: Example, _ b: Diagnostic, in mutant: Example,
    _ mutation: Mutation
  ) -> Bool {
    if let shift = mutation.shift {
      let (x, y) = (original.sources.resolve(a.range), mutant.sources.resolve(b.range))
      return x.line + shift.line == y.line && x.column + shift.column == y.column
    }
    guard let x = original.tree?.paths(startingAt: a.range.start),
      let y = mutant.tree?.paths(startingAt: b.range.start)
    else { return false }
    return !x.isDisjoint(with: y)
  }

  /// A check runs alone; what is said of suppressions needs the others to run.
  private func options(for page: RulePageFile) -> CheckOptions {
    if page.id.hasPrefix("suppression/") {
      let others = suppressionFindings.map { $0.id }.filter { $0 != page.id }
      return CheckOptions(profile: .essential, ignore: others)
    }
    return CheckOptions(profile: .strict, select: [page.id])
  }

  @Test func theBinaryCarriesThePagesAsTheyAre() {
    for file in RulePageFile.all {
      #expect(page(of: file.id) == file.text, "\(file.id): run 'swift run dev embed'")
    }
    #expect(pageIDs == RulePageFile.all.map(\.id))
  }
}
