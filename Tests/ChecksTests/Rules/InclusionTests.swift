import Diagnostics
import Testing

@testable import Checks

/// What is said of a bus with these rules, all of which send to one queue.
private func told(_ rules: String) -> [String] {
  let example = Example(
    "queues: {one: {external: true}, two: {external: true}}\nbuses:\n  shop:\n    rules:\n\(rules)")
  #expect(example.problems.map(\.message) == [])
  let ids = ["pattern/duplicate-rule", "pattern/rule-inside-rule"]
  return example.findings(CheckOptions(profile: .strict, select: ids)).map {
    "\($0.id): \($0.edge?.rule ?? "")"
  }
}

@Suite struct InclusionTests {
  @Test(arguments: [
    ("a: [x]", "a: [x]", ["pattern/duplicate-rule: b"]),
    ("a: [x, y]", "a: [y, x]", ["pattern/duplicate-rule: b"]),
    ("a: [x]", "a: [x, y]", ["pattern/rule-inside-rule: a"]),
    ("a: [{prefix: x}]", "a: [xy]", ["pattern/rule-inside-rule: b"]),
    ("a: [x]", "a: [y]", []),
    ("a: [x, y]", "a: [y, z]", []),
    ("a: [{exists: true}]", "b: [{exists: true}]", []),
  ])
  func rulesHoldEachOther(_ a: String, _ b: String, _ expected: [String]) {
    let found = told(
      "      a: {pattern: {detail: {\(a)}}, targets: [{to: queue/one}]}\n"
        + "      b: {pattern: {detail: {\(b)}}, targets: [{to: queue/one}]}\n")
    #expect(found == expected)
  }

  @Test(arguments: [
    "to: queue/two", "to: queue/one, input: {path: $.detail}",
    "to: queue/one, messageGroupId: $.detail.id",
  ])
  func targetsThatGetSomethingElseDoNotCount(_ target: String) {
    let found = told(
      "      a: {pattern: {source: [x]}, targets: [{to: queue/one}]}\n"
        + "      b: {pattern: {source: [x]}, targets: [{\(target)}]}\n")
    #expect(found == [])
  }

  @Test func disabledAndScheduledRulesDoNotCount() {
    let found = told(
      "      a: {pattern: {source: [x]}, targets: [{to: queue/one}]}\n"
        + "      b: {pattern: {source: [x]}, state: disabled, targets: [{to: queue/one}]}\n")
    #expect(found == [])
  }

  @Test func manyRulesAreComparedWithinABound() {
    let rules = (0..<300).map {
      "      r\($0): {pattern: {source: [s\($0)]}, targets: [{to: queue/one}]}\n"
    }
    #expect(told(rules.joined()) == [])
  }
}
