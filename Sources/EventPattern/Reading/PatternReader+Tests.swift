extension PatternReader {
  /// The alternatives of a match array, up to its closing bracket.
  mutating func readTests() throws(PatternFault) -> [ValueTest] {
    let start = scanner.tokenStart
    var tests: [ValueTest] = []
    while true {
      switch try scanner.next() {
      case .endArray:
        if tests.isEmpty { throw fault(.emptyArray, from: start) }
        return tests
      case .startObject: tests.append(try readMatcher())
      case .string: tests.append(.equals(UTF8Text(try scanner.string())))
      case .number:
        let text = try scanner.text()
        tests.append(.number(PatternNumber(text: UTF8Text(text), value: exactDouble(text))))
      case .true: tests.append(.boolean(true))
      case .false: tests.append(.boolean(false))
      case .null: tests.append(.null)
      default: throw fault(.nestedArray)
      }
    }
  }

  private mutating func readMatcher() throws(PatternFault) -> ValueTest {
    guard try scanner.next() == .fieldName else { throw fault(.emptyMatcher) }
    let name = String(decoding: scanner.name, as: UTF8.self)
    guard let matcher = PatternOperator(scanner.name) else { throw fault(.unknownOperator(name)) }
    guard dialect.operators.contains(matcher) else { throw fault(.unsupportedOperator(name)) }
    switch matcher {
    case .exactly: return try closed(.exactly(UTF8Text(try readString(matcher))))
    case .equalsIgnoreCase:
      return try closed(.equalsIgnoreCase(UTF8Text(try readString(matcher))))
    case .wildcard: return try closed(.wildcard(try wildcard(try readLexeme(matcher))))
    case .cidr: return try closed(.cidr(try cidr(try readString(matcher))))
    case .prefix, .suffix: return try readAffix(matcher)
    case .exists: return try readExists()
    case .numeric: return try readNumeric()
    case .anythingBut: return .anythingBut(try readAnythingBut())
    }
  }

  /// The operator's value, which must be a string.
  private mutating func readLexeme(_ matcher: PatternOperator) throws(PatternFault) -> Lexeme {
    guard try scanner.next() == .string else { throw fault(.notAString(matcher)) }
    return try lexeme()
  }

  private mutating func readString(_ matcher: PatternOperator) throws(PatternFault) -> [UInt8] {
    try readLexeme(matcher).text
  }

  /// `test`, if the match object ends here.
  private mutating func closed(_ test: ValueTest) throws(PatternFault) -> ValueTest {
    guard try scanner.next() == .endObject else { throw fault(.secondKey) }
    return test
  }

  private mutating func readAffix(_ matcher: PatternOperator) throws(PatternFault) -> ValueTest {
    func test(_ text: [UInt8], ignoreCase: Bool) -> ValueTest {
      matcher == .prefix
        ? .prefix(UTF8Text(text), ignoreCase: ignoreCase)
        : .suffix(UTF8Text(text), ignoreCase: ignoreCase)
    }
    switch try scanner.next() {
    case .string: return try closed(test(try scanner.string(), ignoreCase: false))
    case .startObject:
      guard try scanner.next() == .fieldName else { throw fault(.emptyNested(matcher)) }
      guard PatternOperator(scanner.name) == .equalsIgnoreCase else {
        let name = String(decoding: scanner.name, as: UTF8.self)
        throw fault(.unsupportedNested(matcher, name: name))
      }
      let inner = try closed(test(try readString(.equalsIgnoreCase), ignoreCase: true))
      return try closed(inner)
    default: throw fault(.notAString(matcher))
    }
  }

  private mutating func readExists() throws(PatternFault) -> ValueTest {
    switch try scanner.next() {
    case .true: return try closed(.exists(true))
    case .false: return try closed(.exists(false))
    default: throw fault(.existsNotBoolean)
    }
  }

  /// Positions in its errors count the bytes of the text, the first one being 1.
  func wildcard(_ lexeme: Lexeme) throws(PatternFault) -> Wildcard {
    func fault(_ problem: PatternFault.Problem) -> PatternFault {
      PatternFault(problem, start: lexeme.start, end: lexeme.end)
    }
    let text = lexeme.text
    var runs: [[UInt8]] = [[]]
    var i = 0
    while i < text.count {
      let next = i + 1 < text.count ? text[i + 1] : nil
      switch text[i] {
      case UInt8(ascii: "*"):
        if next == UInt8(ascii: "*") { throw fault(.wildcardStars(position: i + 1)) }
        runs.append([])
      case UInt8(ascii: "\\"):
        guard let next, next == UInt8(ascii: "*") || next == UInt8(ascii: "\\") else {
          throw fault(.wildcardEscape(position: i + 1))
        }
        runs[runs.count - 1].append(next)
        i += 1
      default: runs[runs.count - 1].append(text[i])
      }
      i += 1
    }
    return Wildcard(runs: runs.map { UTF8Text($0) })
  }
}
