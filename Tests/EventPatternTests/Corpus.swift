import Foundation

/// A row of `grammar/corpus`: pattern and event are raw JSON text.
struct CorpusRow: Decodable, Sendable {
  enum Verdict: String, Decodable, Sendable {
    case match, invalid
    case noMatch = "no-match"
    case invalidEvent = "invalid-event"
  }

  var id: String
  var pattern: String
  var event: String
  var expect: Verdict
  var error: String?

  static let service = rows(of: "service-verdicts.jsonl")
  static let random = rows(of: "random-verdicts.jsonl")

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
