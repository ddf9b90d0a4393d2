import EventMatcher
import PatternOracle
import Testing

/// What each way of checking accepts, and that all agree on what all accept.
@Suite("Ways of checking events")
struct CheckingTests {
  /// Values that are JSON, as RFC 8259 has it.
  static let valid = [
    "[]", "{}", "[[],{}]", "0", "-0", "1", "-12", "1.5", "0.25", "1e5", "1E+5", "1e-05", "-0e0",
    "123456789012345678901234567890", "1.7976931348623157e400", "true", "false", "null", #""""#,
    #""a""#, #""\"\\\/\b\f\n\r\t""#, #""\u0000""#, #""\uD834\udd1e""#, #""\ud800""#, #""\udc00\ud800""#,
    "\"\u{7F}\"", "\"é€😀\"", "\"\u{10FFFF}\"", "\"\u{2028}\"", #"{"":0}"#, #"{"a":1,"a":2}"#,
    "[ ]", "[ 1 ,\t2\r\n]", "{ \"a\" : 1 , \"b\" : { } }", "[1,[2,[3]]]", #"["a",{"b":[null]}]"#,
    "[\"a long string of more than sixty-four bytes, so that blocks are crossed, \\\\\\\" too\"]",
    #""\\""#, #"["\\","\\\"]"]"#, "[-1.5e+3,{}]", #"{"a]":"}","b":"[{"}"#,
  ]

  /// Values that are not, whose structure is broken.
  static let broken = [
    "[", "]", "{", "}", "[}", "{]", "[1", "[1,", "[,1]", "[1,]", "[1,,2]", "[1 2]", "[\"a\" \"b\"]",
    "[1\"a\"]", "[\"a\"1]", "[[]1]", "[{}{}]", "[[][]]", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
    "{:1}", "{\"a\"::1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{a:1}", "{1:1}", "{\"a\":1:2}",
    "[\"a\":1]", "[1:2]", "[:]", "{[]:1}", "{\"a\":1]", "[1}", "\"", "\"a", "[\"a]", #"["\"]"#,
    "", ":", ",", "[1],", "{\"a\":1}}", "[1]]", "{\"a\":[1,{\"b\":}]}", "[\"a\",\n]", "\"a\"\"b\"",
    "[{\"a\":1}{\"b\":2}]", "[true\"\"]", "[1[]]", "[1{}]", "[\u{0}]", "\u{0}",
  ]

  /// Values that are not, though their structure is sound.
  static let odd = [
    "01", "-", "-01", "1.", ".5", "1.e1", "1e", "1e+", "+1", "0x1", "1.5.5", "1-2", "NaN",
    "Infinity", "-Infinity", "True", "nul", "nulll", "truefalse", "tru", "'a'", "1a", "--1", "[0e]",
    #""\x""#, #""\u12""#, #""\u12G4""#, #""\u""#, #"{"\a":1}"#, "[2.]", "[-]", "[1,01]",
  ]

  @Test func strictAcceptsJSONAlone() throws {
    for place in places {
      for value in Self.valid { try expect(place.around(value), .strict, isAccepted: true) }
      for value in Self.broken + Self.odd {
        try expect(place.around(value), .strict, isAccepted: false)
      }
    }
  }

  @Test func structureIsAlwaysChecked() throws {
    for place in places {
      for value in Self.valid { try expect(place.around(value), .structure, isAccepted: true) }
      for value in Self.broken { try expect(place.around(value), .structure, isAccepted: false) }
    }
  }

  @Test func controlCharactersAndBrokenUTF8AreNotJSON() throws {
    for bytes: [UInt8] in [
      [0x00], [0x1F], [0x0A], [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xE2, 0x82], [0xF0, 0x9F, 0x98],
    ] {
      for open in [#"{"a":"#, #"{"z":"#, #"{"z":["#] {
        let end = open.hasSuffix("[") ? "]}" : "}"
        let event = Array((open + "\"x").utf8) + bytes + Array(("\"" + end).utf8)
        #expect(throws: EventError.self, "\(bytes)") { try match(event, .strict) }
      }
    }
  }

  @Test func notMoreThanADepthIsRead() throws {
    let table = try table([#"{"z":["x"]}"#])
    for key in ["z", "y"] {
      for (depth, isAccepted) in [(60, true), (64, true), (200, true), (1100, true), (1101, false)] {
        for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
          let value = String(repeating: open, count: depth) + "0"
            + String(repeating: close, count: depth)
          let event = Array("{\"\(key)\":\(value)}".utf8)
          for checking in [EventMatcher.Checking.structure, .strict] {
            var matcher = EventMatcher(table, checking: checking)
            #expect(((try? matcher.match(event.span)) != nil) == isAccepted, "\(depth)")
          }
        }
      }
    }
  }

  @Test(arguments: 1...12) func agreeOnWellFormedEvents(seed: UInt64) throws {
    var random = PatternGenerator(seed: seed &+ 5000)
    let patterns = validPatterns(25, &random)
    let table = try table(patterns)
    var structure = EventMatcher(table)
    var strict = EventMatcher(table, checking: .strict)
    var trusting = EventMatcher(table, checking: .trusting)
    var trusted = 0
    for _ in 0..<60 {
      let event = random.event(near: patterns[Int(random.next() % 25)])
      let bytes = Array(event.utf8)
      guard let expected = try? strict.match(bytes.span) else { continue }
      #expect(try structure.match(bytes.span) == expected, "seed \(seed): \(event)")
      if !isPlain(event) { continue }
      trusted += 1
      #expect(try trusting.match(bytes.span) == expected, "seed \(seed): \(event)")
    }
    #expect(trusted > 5)
  }

  @Test func trustedEventsAreReadNoFurtherThanNeeded() throws {
    let table = try table([#"{"a":["x"],"b":{"c":["y"]}}"#, #"{"b":{"d":[1]},"a":["x"]}"#])
    var matcher = EventMatcher(table, checking: .trusting)
    for (event, expected) in [
      (#"{"a":"x","b":{"c":"y","d":2},"#, [0]),
      (#"{"b":{"d":1,"c":"z","e":{"]":"\\\"}"}},"a":"x", this"#, [1]),
      (#"{"q":[[{"b":1}],"\"]"],"a":"x","b":{"c":"y","d":1},"b"#, [0, 1]),
    ] {
      let bytes = Array(event.utf8)
      #expect(try matcher.match(bytes.span).map(Int.init) == expected, "\(event)")
    }
    let cut = Array(#"{"a":"x","b":{"q":[1,"#.utf8)
    #expect(throws: EventError.self) { try matcher.match(cut.span) }
  }

  private static let samples = Result {
    try table([#"{"a":["x"],"b":{"c":[{"exists":true}]}}"#])
  }

  /// Where a value stands: at a path that a rule tests, beside one, or deep in what none looks at.
  private struct Place {
    var before: String
    var after: String
    func around(_ value: String) -> String { before + value + after }
  }

  private let places = [
    Place(before: #"{"a":"#, after: "}"), Place(before: #"{"z":"#, after: "}"),
    Place(before: #"{"z":[1,"#, after: "]}"), Place(before: #"{"z":{"y":"#, after: #","a":"x"}}"#),
    Place(before: #" { "a" : "x" , "z" : [ { "y" : "#, after: " } ] } "),
  ]

  private func expect(_ event: String, _ checking: EventMatcher.Checking, isAccepted: Bool) throws {
    let bytes = Array(event.utf8)
    #expect(((try? match(bytes, checking)) != nil) == isAccepted, "\(checking) \(event)")
    if checking == .strict {
      #expect(RFC8259.isObject(bytes) == isAccepted, "the tests' own reader: \(event)")
    }
  }

  private func match(_ event: [UInt8], _ checking: EventMatcher.Checking) throws -> [UInt32] {
    var matcher = EventMatcher(try Self.samples.get(), checking: checking)
    return try matcher.match(event.span)
  }

  /// Whether no key comes twice in an object, is empty or holds a dot.
  private func isPlain(_ event: String) -> Bool {
    guard let tree = JSONTree(event, wholly: true) else { return false }
    return isPlain(tree)
  }

  private func isPlain(_ tree: JSONTree) -> Bool {
    switch tree {
    case .array(let items): return items.allSatisfy { isPlain($0) }
    case .object(let members):
      let keys = Set(members.map(\.key))
      return keys.count == members.count
        && keys.allSatisfy { !$0.isEmpty && !$0.contains(0x2E) }
        && members.allSatisfy { isPlain($0.value) }
    default: return true
    }
  }
}
