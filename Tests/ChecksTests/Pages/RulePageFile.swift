import Foundation
import Testing

/// A page of `rules/`, taken apart.
struct RulePageFile: CustomTestStringConvertible {
  var id: String
  var text: String
  var title: String
  var summary: String
  var severity: String
  var profile: String
  /// By the words of its `##` heading.
  var sections: [String: String]

  var testDescription: String { id }

  init(id: String, text: String) {
    self.id = id
    self.text = text
    var parts: [(heading: String, body: [String])] = [("", [])]
    var isFenced = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") { isFenced.toggle() }
      if !isFenced, line.hasPrefix("## ") {
        parts.append((String(line.dropFirst(3)), []))
      } else {
        parts[parts.count - 1].body.append(line)
      }
    }
    let head = parts[0].body.filter { !$0.isEmpty }
    title = head.first ?? ""
    summary = head.count > 1 ? head[1] : ""
    let cells = (head.last ?? "").split(separator: "|").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    severity = cells.first ?? ""
    profile = cells.count > 1 ? cells[1] : ""
    sections = Dictionary(
      parts.dropFirst().map { ($0.heading, $0.body.joined(separator: "\n")) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The fenced YAML examples of a section.
  func examples(_ section: String) -> [String] {
    var found: [String] = []
    var lines: [String]?
    for line in (sections[section] ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```yaml" {
        lines = []
      } else if line == "```", let example = lines {
        found.append(example.joined(separator: "\n") + "\n")
        lines = nil
      } else {
        lines?.append(String(line))
      }
    }
    return found
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../rules").standardized

  /// Every page of the repository, by id.
  static let all: [RulePageFile] = {
    let walk = FileManager.default.enumerator(atPath: folder.path)
    let paths = (walk?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }.sorted()
    return paths.compactMap { path in
      let file = folder.appendingPathComponent(path)
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
      return RulePageFile(id: String(path.dropLast(3)), text: text)
    }
  }()
}
