@testable import EventPattern
@testable import PatternOracle

/// Patterns and events over a few paths and short texts, so that most pairs have something to do
/// with each other. The same seed gives the same ones.
struct SmallWorld {
  private var random: PatternGenerator
  /// Also addresses and blocks, whose overlaps the algebra need not decide.
  var hasAddresses = false
  /// Also keys that are empty, at the root and below, which the service follows or not depending on
  /// the rest of the pattern.
  var hasEmptyKeys = false

  init(seed: UInt64) { random = PatternGenerator(seed: seed) }

  mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }
  mutating func one<T>(of choices: [T]) -> T { choices[below(choices.count)] }
}

extension SmallWorld {
  /// JSON text of a pattern that the service takes.
  mutating func pattern() -> String {
    var members: [String] = []
    if happens(50) { members.append(#""source":[\#(tests(1) { $0.textTest() })]"#) }
    if happens(10) { members.append(#""resources":[\#(tests(2) { $0.textTest() })]"#) }
    if members.isEmpty || happens(80) { members.append(#""detail":\#(detail())"#) }
    if hasEmptyKeys, happens(15) { members.append(#""":{"b":[\#(tests(2) { $0.test() })]}"#) }
    if happens(12) {
      members.append(#""$or":[{"detail":\#(detail())},{"detail":\#(detail())}]"#)
    }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func detail() -> String {
    var members: [String] = []
    if happens(60) { members.append(#""a":[\#(tests(2) { $0.test() })]"#) }
    if happens(25) { members.append(#""b":[\#(tests(2) { $0.test() })]"#) }
    if hasEmptyKeys, happens(20) { members.append(#""":[\#(tests(2) { $0.test() })]"#) }
    if hasEmptyKeys, happens(10) { members.append(#""":{"a":[\#(tests(2) { $0.test() })]}"#) }
    if members.isEmpty || happens(25) {
      var inner = [#""a":[\#(tests(2) { $0.test() })]"#]
      if happens(60) { inner.append(#""b":[\#(tests(1) { $0.test() })]"#) }
      if happens(10) { inner.append(#""w":{"c":[\#(tests(1) { $0.test() })]}"#) }
      members.append(#""v":{\#(inner.joined(separator: ","))}"#)
    }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func tests(_ most: Int, _ test: (inout Self) -> String) -> String {
    (0...below(most)).map { _ in test(&self) }.joined(separator: ",")
  }

  private mutating func test() -> String {
    switch below(20) {
    case 0...2: "\(below(3))"
    case 3...4:
      #"{"numeric":["\#(one(of: ["<", "<=", ">", ">=", "="]))",\#(one(of: ["0", "1", "1.5", "2"]))]}"#
    case 5: one(of: ["true", "false", "null"])
    case 6: #"{"exists":true}"#
    case 7...8: #"{"exists":false}"#
    case 9: #"{"anything-but":[\#(tests(3) { "\($0.below(3))" })]}"#
    case 10 where hasAddresses: one(of: Self.addresses)
    default: textTest()
    }
  }

  private mutating func textTest() -> String {
    switch below(16) {
    case 0...5: text()
    case 6: #"{"prefix":\#(text())}"#
    case 7: #"{"suffix":\#(text())}"#
    case 8: #"{"wildcard":\#(wildcard())}"#
    case 9: #"{"equals-ignore-case":\#(text())}"#
    case 10: #"{"prefix":{"equals-ignore-case":\#(text())}}"#
    case 11: #"{"suffix":{"equals-ignore-case":\#(text())}}"#
    case 12: #"{"anything-but":[\#(tests(3) { $0.text() })]}"#
    case 13: #"{"anything-but":{"wildcard":[\#(tests(2) { $0.wildcard() })]}}"#
    case 14: #"{"anything-but":{"equals-ignore-case":[\#(tests(2) { $0.text() })]}}"#
    default:
      #"{"anything-but":{"\#(one(of: ["prefix", "suffix"]))":[\#(tests(2) { $0.filledText() })]}}"#
    }
  }

  private mutating func text() -> String { "\"\(one(of: ["", "a", "b", "ab", "ba", "aB", "ß"]))\"" }

  private mutating func filledText() -> String { "\"\(one(of: ["a", "b", "ab", "ba", "ß"]))\"" }

  private mutating func wildcard() -> String {
    "\"\(one(of: ["*", "a*", "*b", "a*b", "*a*", "b*a*", "ab", "*ß"]))\""
  }

  private static let addresses = [
    #""10.0.0.1""#, #""10.0.0.2""#, #""::1""#, #"{"cidr":"10.0.0.0/31"}"#,
    #"{"cidr":"10.9.9.77/25"}"#, #"{"cidr":"10.9.9.127/25"}"#, #"{"cidr":"::f/125"}"#,
    #"{"cidr":"10.0.0.0/8"}"#,
    #"{"cidr":"::/16"}"#,
  ]
}

extension SmallWorld {
  /// JSON text of an event in its envelope.
  mutating func event() -> String {
    let resources = (0..<below(3)).map { _ in eventText() }.joined(separator: ",")
    let odd = hasEmptyKeys && happens(50) ? #""":{"b":\#(field())},"# : ""
    return #"{\#(odd)"version":"0","id":"","detail-type":"","source":\#(eventText()),"account":"","#
      + #""time":"","region":"","resources":[\#(resources)],"detail":\#(eventDetail())}"#
  }

  private mutating func eventDetail() -> String {
    var members: [String] = []
    for name in ["a", "b"] where happens(70) { members.append(#""\#(name)":\#(field())"#) }
    if hasEmptyKeys, happens(60) {
      members.append(happens(60) ? #""":\#(field())"# : #""":{"a":\#(field())}"#)
    }
    if happens(60) { members.append(#""v":\#(inner(depth: 0))"#) }
    return "{\(members.joined(separator: ","))}"
  }

  /// An object, or an array of objects and scalars.
  private mutating func inner(depth: Int) -> String {
    if depth < 2, happens(35) {
      let elements = (0...below(3)).map { _ in happens(15) ? scalar() : inner(depth: depth + 1) }
      return "[\(elements.joined(separator: ","))]"
    }
    var members: [String] = []
    for name in ["a", "b"] where happens(65) { members.append(#""\#(name)":\#(field())"#) }
    if happens(20) { members.append(#""w":{"c":\#(field())}"#) }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func field() -> String {
    guard happens(30) else { return happens(4) ? "{}" : scalar() }
    return "[\((0..<below(4)).map { _ in scalar() }.joined(separator: ","))]"
  }

  private mutating func scalar() -> String {
    switch below(10) {
    case 0...3: one(of: ["0", "1", "2", "1.5", "-1", "3"])
    case 4: one(of: ["true", "false", "null"])
    case 5 where hasAddresses:
      one(of: [
        #""10.0.0.1""#, #""010.0.0.1""#, #""::ffff:0a00:1""#, #""a00::""#, #""::1""#,
        #""10.9.9.9""#, #""10.9.9.128""#, #""::8""#,
      ])
    default: eventText()
    }
  }

  private mutating func eventText() -> String {
    "\"\(one(of: ["", "a", "b", "ab", "ba", "aB", "A", "B", "bab", "aba", "ß", "SS", "aa", "bb"]))\""
  }
}
