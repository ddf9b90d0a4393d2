/// A pull parser for pattern text that accepts and refuses what the service's JSON reader does, in
/// the same order: a field name comes with the start of its value already looked at, a string is
/// only read when it is asked for or passed over.
struct JSONScanner {
  enum Token: Hashable {
    case startObject, endObject, startArray, endArray
    case fieldName, string, number, `true`, `false`, null
    /// The text ended outside every object and array.
    case end
  }

  struct Context {
    var isObject: Bool
    /// Offset of the opening bracket.
    var start: Int
    /// True once an entry was begun: the next one needs a comma before it.
    var hasEntries = false
  }

  let bytes: [UInt8]
  /// The next byte to read.
  var position = 0
  var contexts: [Context] = []
  /// Where the current token starts; for a string or field name, its opening quote.
  private(set) var tokenStart = 0
  private(set) var token = Token.end
  private(set) var name: [UInt8] = []
  private var nameEnd = 0
  /// Characters of the current string or number.
  private var lexeme: [UInt8] = []
  /// The value after a field name, already begun.
  private var pending: (token: Token, start: Int)?
  private var isStringUnread = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next byte, or nil at the end of the text.
  var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func next() throws(PatternFault) -> Token {
    token = try advance()
    return token
  }

  private mutating func advance() throws(PatternFault) -> Token {
    if let value = pending {
      pending = nil
      return try open(value.token, at: value.start)
    }
    if isStringUnread { _ = try string() }
    try skipSpace()
    guard let first = byte else { return try endOfText() }
    if first == UInt8(ascii: "]") || first == UInt8(ascii: "}") { return try close(first) }
    try expectComma()
    guard contexts.last?.isObject == true else {
      let value = try beginValue()
      return try open(value.token, at: value.start)
    }
    tokenStart = position
    name = try readName()
    nameEnd = position
    try expectColon()
    pending = try beginValue()
    return .fieldName
  }

  /// Where the current token ends, so far as it was read; a string's closing quote is looked for.
  var tokenEnd: Int {
    if token == .fieldName { return nameEnd }
    guard token == .string, isStringUnread else { return position }
    var end = position
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(end + 1, bytes.count)
  }

  /// The current token's characters as the service quotes them in its messages.
  mutating func text() throws(PatternFault) -> [UInt8] {
    switch token {
    case .string: return try string()
    case .fieldName: return name
    case .number: return lexeme
    case .startObject: return Array("{".utf8)
    case .endObject: return Array("}".utf8)
    case .startArray: return Array("[".utf8)
    case .endArray: return Array("]".utf8)
    case .true: return Array("true".utf8)
    case .false: return Array("false".utf8)
    case .null: return Array("null".utf8)
    case .end: return []
    }
  }

  /// The characters of the current string, unescaped; a lone surrogate is `?`, as in the bytes that
  /// the service compares.
  mutating func string() throws(PatternFault) -> [UInt8] {
    guard isStringUnread else { return lexeme }
    isStringUnread = false
    lexeme = try readQuoted(.value)
    return lexeme
  }

  private mutating func open(_ token: Token, at start: Int) throws(PatternFault) -> Token {
    tokenStart = start
    switch token {
    case .startObject, .startArray:
      contexts.append(Context(isObject: token == .startObject, start: start))
      if contexts.count > Self.depthLimit { throw nestedTooDeep() }
    case .string: isStringUnread = true
    default: break
    }
    return token
  }

  private mutating func close(_ bracket: UInt8) throws(PatternFault) -> Token {
    let closesObject = bracket == UInt8(ascii: "}")
    guard let context = contexts.last, context.isObject == closesObject else {
      throw mismatchedClose(bracket)
    }
    tokenStart = position
    position += 1
    contexts.removeLast()
    return closesObject ? .endObject : .endArray
  }

  /// Looks at a value's first character: reads a number or a word whole, leaves a string's
  /// characters and a container's contents unread.
  private mutating func beginValue() throws(PatternFault) -> (token: Token, start: Int) {
    let start = position
    guard let byte else { throw endOfInput("") }
    switch byte {
    case UInt8(ascii: "\""): return (beginning(.string), start)
    case UInt8(ascii: "{"): return (beginning(.startObject), start)
    case UInt8(ascii: "["): return (beginning(.startArray), start)
    case UInt8(ascii: "t"): return (try word("true", .true), start)
    case UInt8(ascii: "f"): return (try word("false", .false), start)
    case UInt8(ascii: "n"): return (try word("null", .null), start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      lexeme = try readNumber()
      return (.number, start)
    default: throw oddValue()
    }
  }

  private mutating func beginning(_ token: Token) -> Token {
    position += 1
    return token
  }
}
