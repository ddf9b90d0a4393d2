import Diagnostics
import Foundation
import PatternOracle
import Testing
import YAMLTree

@testable import EventPattern

@Suite("The examples of docs/patterns.md")
struct DocumentedPatternTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var dialect: String
    var pattern: String
    /// Events with whether they match.
    var events: [(text: String, matches: Bool)] = []
    var refusal: String?
    var testDescription: String { pattern }
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  /// Fenced blocks of a kind, with the words after it.
  static func blocks(_ kind: String) throws -> [(words: String, lines: [String])] {
    let text = try String(
      contentsOf: repository.appending(path: "docs/patterns.md"), encoding: .utf8)
    var blocks: [(words: String, lines: [String])] = []
    var isInside = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        if isInside {
          isInside = false
        } else if line.hasPrefix("```\(kind)") {
          isInside = true
          let words = line.dropFirst(3 + kind.count).trimmingCharacters(in: .whitespaces)
          blocks.append((words, []))
        }
      } else if isInside {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }

  static let examples: [Example] = {
    let fenced = (try? blocks("pattern")) ?? []
    return fenced.map { block in
      var example = Example(dialect: block.words, pattern: "")
      for line in block.lines {
        let rest = String(line.dropFirst(2))
        switch line.first {
        case "✓": example.events.append((rest, true))
        case "✗": example.events.append((rest, false))
        case "!": example.refusal = rest
        default: example.pattern += line
        }
      }
      return example
    }
  }()

  @Test func areMany() { #expect(Self.examples.count > 30) }

  @Test(arguments: examples) func doWhatThePageSays(_ example: Example) throws {
    let name = example.dialect.isEmpty ? "eventbridge" : example.dialect
    let dialect = try #require(PatternDialect(named: name))
    let refusal = refusal(of: example.pattern, in: dialect)
    if let wanted = example.refusal {
      #expect(refusal?.reason == wanted || refusal?.message == wanted)
    } else {
      #expect(refusal == nil)
      #expect(!example.events.isEmpty)
    }
    for event in example.events {
      let verdict = oracleVerdict(pattern: example.pattern, event: event.text)
      #expect(verdict == (event.matches ? .match : .noMatch), "\(event.text)")
    }
  }

  @Test func yamlExamplesAreRead() throws {
    for block in try Self.blocks("yaml") {
      let (pattern, diagnostics) = FilePattern(block.lines.joined(separator: "\n")).read()
      #expect(pattern != nil)
      #expect(diagnostics.isEmpty)
    }
  }

  @Test func theGrammarNamesEveryOperatorAndDialect() throws {
    let grammar = try String(
      contentsOf: Self.repository.appending(path: "grammar/pattern.ebnf"), encoding: .utf8)
    for matcher in PatternOperator.allCases {
      #expect(grammar.contains("'\"\(matcher.rawValue)\"' , \":\""), "\(matcher)")
    }
    for dialect in PatternDialect.all { #expect(grammar.contains("\n   \(dialect.name) ")) }
  }
}
