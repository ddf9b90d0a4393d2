import Foundation
import Testing

@testable import Reports

@Suite("JSON writer")
struct JSONWriterTests {
  @Test("nests objects and arrays with commas where they belong")
  func nesting() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("a", 1)
      writer.field("b", ["x", "y"])
      writer.key("c")
      writer.array([1, 2], isLineByLine: true) { writer, value in
        writer.object { $0.field("v", value) }
      }
      writer.key("d")
      writer.array([Int]()) { $0.integer($1) }
      writer.field("e", true)
      writer.field("f", nil as String?)
    }
    let expected = #"{"a":1,"b":["x","y"],"c":["# + "\n{\"v\":1},\n{\"v\":2}\n"
      + #"],"d":[],"e":true,"f":null}"#
    #expect(writer.text == expected)
  }

  @Test("strings come back as they were", arguments: FormatTests.hostileTexts)
  func roundTrip(_ text: String) throws {
    let data = Data("[\(JSONWriter.quoted(text))]".utf8)
    let parsed = try JSONSerialization.jsonObject(with: data) as? [String]
    #expect(parsed.map { Array($0[0].utf8) } == Array(text.utf8))
  }
}
