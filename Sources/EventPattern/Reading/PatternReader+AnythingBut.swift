extension PatternReader {
  /// `{"anything-but": …}` from its value to the object's end.
  mutating func readAnythingBut() throws(PatternFault) -> AnythingBut {
    var nested: PatternOperator?
    if try scanner.next() == .startObject {
      nested = try readNestedOperator()
      _ = try scanner.next()
    }
    let test = try readExcluded(nested)
    for _ in 0..<(nested == nil ? 1 : 2) {
      guard try scanner.next() == .endObject else { throw fault(.numeric(.tooManyElements)) }
    }
    return test
  }

  private mutating func readExcluded(_ nested: PatternOperator?) throws(PatternFault)
    -> AnythingBut
  {
    switch scanner.token {
    case .startArray:
      if let nested { return try readNestedList(nested) }
      return try readList()
    case .string, .number:
      if let nested { return try anythingBut(nested, [try nestedMember(nested)]) }
      return try value()
    default: throw fault(.anythingBut(.value))
    }
  }

  private mutating func readNestedOperator() throws(PatternFault) -> PatternOperator {
    guard try scanner.next() == .fieldName else { throw fault(.emptyNested(.anythingBut)) }
    let allowed: [PatternOperator] = [.equalsIgnoreCase, .prefix, .suffix, .wildcard]
    guard let nested = PatternOperator(scanner.name), allowed.contains(nested),
      dialect.negatedOperators.contains(nested)
    else {
      let name = String(decoding: scanner.name, as: UTF8.self)
      throw fault(.unsupportedNested(.anythingBut, name: name))
    }
    return nested
  }

  private mutating func value() throws(PatternFault) -> AnythingBut {
    let value = try lexeme()
    if scanner.token == .string { return .strings([UTF8Text(value.text)]) }
    return .numbers([PatternNumber(text: UTF8Text(value.text), value: try exact(value))])
  }

  private mutating func readList() throws(PatternFault) -> AnythingBut {
    let start = scanner.tokenStart
    var strings: [UTF8Text] = []
    var numbers: [PatternNumber] = []
    while true {
      switch try scanner.next() {
      case .string: strings.append(UTF8Text(try scanner.string()))
      case .number:
        let value = try lexeme()
        numbers.append(PatternNumber(text: UTF8Text(value.text), value: try exact(value)))
      case .endArray:
        if strings.isEmpty == numbers.isEmpty { throw fault(.anythingBut(.mixedList), from: start) }
        return strings.isEmpty ? .numbers(numbers) : .strings(strings)
      default: throw fault(.anythingBut(.listMember))
      }
    }
  }

  private mutating func readNestedList(_ nested: PatternOperator) throws(PatternFault)
    -> AnythingBut
  {
    var texts: [Lexeme] = []
    while try scanner.next() != .endArray { texts.append(try nestedMember(nested)) }
    if texts.isEmpty { failure = .emptyList }
    return try anythingBut(nested, texts)
  }

  private mutating func nestedMember(_ nested: PatternOperator) throws(PatternFault) -> Lexeme {
    guard scanner.token == .string else { throw fault(.anythingBut(.nestedMember(nested))) }
    let member = try lexeme()
    if member.text.isEmpty, nested == .prefix || nested == .suffix {
      throw fault(.anythingBut(.emptyAffix))
    }
    return member
  }

  private func anythingBut(_ nested: PatternOperator, _ texts: [Lexeme]) throws(PatternFault)
    -> AnythingBut
  {
    switch nested {
    case .prefix: return .prefix(texts.map { UTF8Text($0.text) })
    case .suffix: return .suffix(texts.map { UTF8Text($0.text) })
    case .equalsIgnoreCase: return .equalsIgnoreCase(texts.map { UTF8Text($0.text) })
    default:
      var wildcards: [Wildcard] = []
      for text in texts { wildcards.append(try wildcard(text)) }
      return .wildcard(wildcards)
    }
  }
}
