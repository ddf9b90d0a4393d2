import PatternOracle
import Testing

@Suite("Compiled tables and the corpus of verdicts")
struct CorpusTests {
  @Test func agreeWithTheService() throws {
    #expect(CorpusRow.service.count == 220)
    for row in CorpusRow.service {
      let verdict = try verdict(pattern: row.pattern, event: row.event)
      // Which fields an event must have is asked by the service's API, not by its matching.
      if row.expect == .invalidEvent, row.event.hasPrefix("{") { continue }
      #expect(verdict.rawValue == row.expect.rawValue, "\(row.id): \(row.pattern) \(row.event)")
    }
  }

  @Test func agreeWithTheReferenceImplementation() throws {
    #expect(CorpusRow.random.count == 3991)
    for row in CorpusRow.random {
      let verdict = try verdict(pattern: row.pattern, event: row.event)
      #expect(verdict.rawValue == row.expect.rawValue, "\(row.id): \(row.pattern) \(row.event)")
    }
  }
}
