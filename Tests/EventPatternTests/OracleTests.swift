import PatternOracle
import Testing

@Suite("The pattern interpreter that other tests compare with")
struct OracleTests {
  @Test func agreesWithTheService() {
    for row in CorpusRow.service {
      let verdict = oracleVerdict(pattern: row.pattern, event: row.event, envelope: true)
      #expect(verdict.rawValue == row.expect.rawValue, "\(row.id): \(row.pattern) \(row.event)")
    }
  }

  @Test func agreesWithTheReferenceImplementation() {
    for row in CorpusRow.random {
      let verdict = oracleVerdict(pattern: row.pattern, event: row.event)
      #expect(verdict.rawValue == row.expect.rawValue, "\(row.id): \(row.pattern) \(row.event)")
    }
  }
}
