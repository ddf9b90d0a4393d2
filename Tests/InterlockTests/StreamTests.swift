import Foundation
import Testing

@Suite("match: streams in several threads")
struct StreamTests {
  /// Lines of every kind, more than one thread takes at once.
  static let lines: [String] = (0..<6_000).map { i in
    switch i % 97 {
    case 3: ""
    case 5: " \t\r"
    case 40: "{\"source\":\"shop.orders\",\"detail\":"
    case 41: "no event"
    default:
      """
      {"source":"shop.orders","detail":{"total":\(i % 300),\
      "channel":"\(i % 3 == 0 ? "web" : "app")","note":"\(String(repeating: "x", count: i % 61))"}}
      """
    }
  }

  /// A line longer than a piece of input, and one over the bound.
  static let longLines = [
    #"{"detail":{"channel":"web","note":"\#(String(repeating: "y", count: 300_000))"}}"#,
    #"{"detail":{"channel":"web","note":"\#(String(repeating: "z", count: 400_000))"}}"#,
  ]

  static let texts: [String: String] = {
    let half = lines.count / 2
    let mixed = lines[..<half] + longLines + lines[half...]
    return [
      "mixed": mixed.joined(separator: "\n") + "\n",
      "no final break": mixed.joined(separator: "\n"),
      "CRLF": mixed.joined(separator: "\r\n"),
      "one line": #"{"detail":{"channel":"web"}}"#,
      "only blank": "\n\n \n",
      "too long at the end": "{\"a\":1}\n" + longLines[1],
      "empty": "",
    ]
  }()

  @Test("the output is the same for any number of threads", arguments: texts.keys.sorted())
  func sameForAnyJobs(_ name: String) throws {
    let scratch = try MatchTests.scratch()
    let text = try #require(Self.texts[name])
    for mode in name == "mixed" ? [[], ["--unmatched"], ["--count"]] : [[]] {
      let runs = try ["1", "2", "7"].map { jobs in
        try scratch.run(
          ["match", "shop.yaml", "-", "--max-bytes", "350000", "--jobs", jobs] + mode, input: text)
      }
      for run in runs {
        #expect(run.output == runs[0].output && run.status == runs[0].status)
        #expect(untimed(run.errors) == untimed(runs[0].errors))
      }
    }
  }

  @Test("every line is matched, reported or blank, whatever the number of threads")
  func allLines() throws {
    let scratch = try MatchTests.scratch()
    let text = try #require(Self.texts["mixed"])
    let run = try scratch.run(
      ["match", "shop.yaml", "-", "--max-bytes", "350000", "--jobs", "3"], input: text)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isGood = lines.map { $0.last == UInt8(ascii: "}") && $0.count <= 350_000 }
    let good = lines.indices.filter { isGood[$0] }
    let bad = lines.indices.filter { !isGood[$0] && lines[$0].contains { $0 > 0x20 } }
    let printed = run.output.split(separator: "\n").compactMap {
      Int($0.dropFirst(#"{"line":"#.count).prefix { $0 != "," })
    }
    #expect(zip(printed, good).first { $0 != $1 + 1 } == nil)
    #expect(printed.count == good.count)
    #expect(run.errors.contains(" \(bad.count) unreadable"))
    let reported = run.errors.split(separator: "\n").compactMap {
      $0.hasPrefix("error: <stdin>:") ? Int($0.dropFirst(15).prefix { $0 != ":" }) : nil
    }
    #expect(reported == bad.prefix(10).map { $0 + 1 })
    #expect(run.status == 2)
  }

  @Test("what cannot be written ends the run")
  func fullDevice() throws {
    let scratch = try MatchTests.scratch()
    try scratch.write(Self.texts["mixed"] ?? "", to: "events.ndjson")
    let run = try scratch.shell("\"$0\" match shop.yaml events.ndjson --jobs 2 > /dev/full")
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write to standard output: no space left on the device"))
  }

  @Test("a number of threads that makes no sense is refused", arguments: ["0", "-1", "257", "x"])
  func jobs(_ value: String) throws {
    let run = try MatchTests.scratch().run("match", "shop.yaml", "-", "--jobs=\(value)")
    #expect(run.status == 2 && run.errors.contains("jobs"), "\(run.errors)")
  }

  /// Without the time and the rates of the last line.
  private func untimed(_ errors: String) -> Substring {
    errors.range(of: " in ", options: .backwards).map { errors[..<$0.lowerBound] } ?? errors[...]
  }
}
