import EventMatcher
import PatternOracle
import Testing

/// Values that no rule looks at are passed over by blocks of bytes, or token by token: what is
/// accepted, and where what is wrong stands, is the same.
@Suite("Skipping values")
struct SkippingTests {
  private let table = Result { try TableCompilerTests.table([#"{"a":["x"]}"#]) }
  private let widths = [Int32(16), 32, 64].filter { $0 <= EventMatcher.widestVectors }

  /// Every value at each place in a block, behind more than goes token by token.
  @Test(arguments: CheckingTests.valid + CheckingTests.broken + CheckingTests.odd)
  func valuesAnywhereInABlock(value: String) throws {
    for head in ["", #""a\\",[{},{"b":[]}],"#] {
      for before in 0..<66 {
        let space = String(repeating: before % 3 == 0 ? " \n" : "1,", count: before)
        try compare(Array(#"{"z":[\#(head)\#(space)\#(value)],"y":1}"#.utf8))
        try compare(Array(#"{"z":{"k":[\#(space)0],"v":\#(value)},"y":1}"#.utf8))
      }
    }
  }

  @Test func nestedValues() throws {
    for depth in [1, 31, 62, 63, 64, 65, 66, 127, 128, 129, 700, 1_099, 1_100, 1_101] {
      for (open, close) in [("[", "]"), (#"{"a":"#, "}"), (#"["b",{"c" : "#, "}]")] {
        for wrong in ["", "]", "}"] {
          let value = String(repeating: open, count: depth) + "0" + wrong
            + String(repeating: close, count: depth)
          try compare(Array("{\"z\":\(value)}".utf8))
          try compare(Array("{\"z\":[\"\(String(repeating: "-", count: 300))\",\(value)]}".utf8))
        }
      }
    }
  }

  @Test(arguments: 1...8) func alteredValues(seed: UInt64) throws {
    var random = PatternGenerator(seed: seed &+ 90_000)
    let patterns = validPatterns(20, &random)
    let letters = Array("[]{}[]{},:\"\"\\\\ \n\t0-ae^_~\u{0}\u{1F}é".utf8)
    for i in 0..<400 {
      var event = "{\"z\":[" + (i % 2 == 0 ? String(repeating: #"{"k":[1,"\""]} , "#, count: 16) : "")
      for _ in 0...random.next() % 6 { event += random.event(near: patterns[i % 20]) + "," }
      var bytes = Array((event + "0]}").utf8)
      for _ in 0..<random.next() % 4 {
        bytes[6 + Int(random.next() % UInt64(bytes.count - 6))] =
          letters[Int(random.next() % UInt64(letters.count))]
      }
      try compare(bytes)
    }
  }

  private func compare(_ event: [UInt8]) throws {
    let expected = try result(event, 0)
    for width in widths {
      #expect(
        try result(event, width) == expected,
        "by \(width) bytes: \(String(decoding: event, as: UTF8.self))")
    }
  }

  private func result(_ event: [UInt8], _ width: Int32) throws -> Result<[UInt32], EventError> {
    var matcher = EventMatcher(try table.get(), vectorWidth: width)
    do throws(EventError) {
      return .success(try matcher.match(event.span))
    } catch {
      return .failure(error)
    }
  }
}
