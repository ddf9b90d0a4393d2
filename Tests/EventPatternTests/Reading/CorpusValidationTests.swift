import PatternOracle
import Testing

@testable import EventPattern

@Suite("Patterns that the service was asked about are accepted or refused as it did")
struct CorpusValidationTests {
  @Test func theCorporaAreThere() {
    #expect(CorpusRow.service.count == 220)
    #expect(CorpusRow.random.count == 3991)
  }

  @Test func messagesOfTheServiceAreItsWholeFirstLine() {
    for row in CorpusRow.service {
      let wanted = row.expect == .invalid ? row.error : nil
      #expect(refusal(of: row.pattern)?.message == wanted, "\(row.id): \(row.pattern)")
    }
  }

  /// Where the reference implementation threw, the service answers with an internal failure and no
  /// text.
  @Test func reasonsOfTheReferenceImplementation() {
    for row in CorpusRow.random {
      var wanted = row.expect == .invalid ? row.error : nil
      if wanted?.hasPrefix("THROW ") == true { wanted = "" }
      #expect(refusal(of: row.pattern)?.reason == wanted, "\(row.id): \(row.pattern)")
    }
  }
}

func refusal(of pattern: String, in dialect: PatternDialect = .eventBridge) -> InvalidPattern? {
  do {
    _ = try EventPattern(json: Array(pattern.utf8), dialect: dialect)
    return nil
  } catch {
    return error
  }
}
