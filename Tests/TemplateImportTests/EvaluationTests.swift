import Testing

@testable import TemplateImport

@Suite struct SubstitutionTests {
  @Test(arguments: [
    ("plain", [SubstitutionParts.Part.text("plain")]),
    ("${A}", [.name("A")]),
    ("x-${A.Arn}/${B}", [.text("x-"), .name("A.Arn"), .text("/"), .name("B")]),
    ("${!Literal}-${A}", [.text("${Literal}-"), .name("A")]),
    ("open ${A", [.text("open ${A")]),
    ("", [.text("")]),
  ])
  func isCutAtNames(text: String, parts: [SubstitutionParts.Part]) {
    #expect(SubstitutionParts(text).parts == parts)
  }
}
