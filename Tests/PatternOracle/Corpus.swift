internal import Foundation

/// A row of `grammar/corpus`: pattern and event are raw JSON text.
package struct CorpusRow: Decodable, Sendable {
  package enum Verdict: String, Decodable, Sendable {
    case match, invalid
    case noMatch = "no-match"
    case invalidEvent = "invalid-event"
  }

  package var id: String
  package var pattern: String
  package var event: String
  package var expect: Verdict
  package var error: String?

  package static let service = rows(of: "service-verdicts.jsonl")
  package static let random = rows(of: "random-verdicts.jsonl")

  private static func rows(of name: String) -> [CorpusRow] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../grammar/corpus").standardized
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return [] }
    let decoder = JSONDecoder()
    return data.split(separator: UInt8(ascii: "\n")).compactMap {
      try? decoder.decode(CorpusRow.self, from: Data($0))
    }
  }
}
