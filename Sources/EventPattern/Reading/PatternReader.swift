/// Reads pattern text in one pass and stops at the first thing that the service objects to.
///
/// Depth is bounded by the scanner, and the nesting lives in `frames`, so no text can exhaust the
/// stack.
struct PatternReader {
  /// An object or `$or` array that is open.
  private struct Frame {
    enum Kind { case object, branch, or }

    var kind: Kind
    var isInsideOr: Bool
    /// Offset of its bracket.
    var start: Int
    /// Length of the joined path outside.
    var pathLength: Int
    var isEmpty = true
    /// What stood before, for a branch or an `$or`: the items or branches outside.
    var items: [PatternProgram.Item] = []
    var branches: [[PatternProgram.Item]] = []
  }

  var scanner: JSONScanner
  let dialect: PatternDialect
  private var frames: [Frame] = []
  /// Names so far joined by dots; empty ones at the start leave none, as with the service.
  private var path: [UInt8] = []
  /// Bytes of all joined paths so far, which may come to the square of the text.
  private var pathBytes = 0
  static let pathBytesLimit = 4 << 20
  private var items: [PatternProgram.Item] = []
  private var depth = 0
  private var program = PatternProgram()
  /// Of the array being read.
  var failure: PatternFault.InternalFailure?

  init(_ bytes: [UInt8], dialect: PatternDialect) {
    scanner = JSONScanner(bytes)
    self.dialect = dialect
  }

  mutating func read() throws(PatternFault) -> PatternProgram {
    guard try scanner.next() == .startObject else { throw fault(.notAnObject) }
    program.start = scanner.tokenStart
    open(.object, isInsideOr: false)
    while let frame = frames.last {
      if frame.kind == .or { try readBranch() } else { try readMember() }
    }
    program.body = items
    program.end = scanner.position
    return program
  }

  /// At the current token, or from an earlier place up to it.
  func fault(_ problem: PatternFault.Problem, from start: Int? = nil) -> PatternFault {
    PatternFault(problem, start: start ?? scanner.tokenStart, end: scanner.tokenEnd)
  }

  /// A string or number and where it stands.
  struct Lexeme {
    var text: [UInt8]
    var start: Int
    var end: Int
  }

  mutating func lexeme() throws(PatternFault) -> Lexeme {
    let text = try scanner.text()
    return Lexeme(text: text, start: scanner.tokenStart, end: scanner.tokenEnd)
  }

  private mutating func open(_ kind: Frame.Kind, isInsideOr: Bool) {
    frames.append(
      Frame(
        kind: kind, isInsideOr: isInsideOr, start: scanner.tokenStart, pathLength: path.count))
    if kind == .object { depth += 1 }
  }

  private mutating func readMember() throws(PatternFault) {
    let top = frames.count - 1
    let token = try scanner.next()
    let isFirst = frames[top].isEmpty
    frames[top].isEmpty = false
    if token == .endObject {
      if isFirst { throw fault(.emptyObject, from: frames[top].start) }
      return closeObject()
    }
    if top == 0 { program.topLevelKeys += 1 }
    if scanner.name == Array("$or".utf8) { return try openOr() }
    if frames[top].isInsideOr, reservedNames.contains(scanner.name) {
      throw fault(.reservedName(String(decoding: scanner.name, as: UTF8.self)))
    }
    try readField(isInsideOr: frames[top].isInsideOr)
  }

  private mutating func readField(isInsideOr: Bool) throws(PatternFault) {
    let name = scanner.name
    let start = scanner.tokenStart
    let outside = path.count
    if !path.isEmpty { path.append(UInt8(ascii: ".")) }
    path += name
    switch try scanner.next() {
    case .startObject:
      open(.object, isInsideOr: isInsideOr)
      frames[frames.count - 1].pathLength = outside
    case .startArray:
      try readArray(start: start)
      path.removeSubrange(outside...)
    default: throw fault(.notAContainer(name: String(decoding: name, as: UTF8.self)))
    }
  }

  private mutating func readArray(start: Int) throws(PatternFault) {
    pathBytes += path.count
    if pathBytes > Self.pathBytesLimit { throw fault(.internalFailure(.namesTooLong)) }
    failure = nil
    let tests = try readTests()
    items.append(.field(program.fields.count))
    program.fields.append(
      .init(
        path: UTF8Text(path), tests: tests, depth: depth, start: start, end: scanner.position,
        failure: failure))
  }

  private mutating func openOr() throws(PatternFault) {
    guard try scanner.next() == .startArray else { throw fault(.or(.notAnArray)) }
    open(.or, isInsideOr: true)
  }

  private mutating func readBranch() throws(PatternFault) {
    let top = frames.count - 1
    switch try scanner.next() {
    case .startObject:
      open(.branch, isInsideOr: true)
      swap(&items, &frames[top + 1].items)
    case .endArray:
      if frames[top].branches.count < 2 { throw fault(.or(.tooFew), from: frames[top].start) }
      items.append(.or(frames[top].branches))
      frames.removeLast()
    default: throw fault(.or(.notAnObject))
    }
  }

  private mutating func closeObject() {
    guard var frame = frames.popLast() else { return }
    path.removeSubrange(frame.pathLength...)
    guard frame.kind == .branch else {
      depth -= 1
      return
    }
    swap(&items, &frame.items)
    frames[frames.count - 1].branches.append(frame.items)
  }
}

/// Names that mean an operator somewhere, in the service's mind or plans; inside `$or` no field may
/// have one (event-ruler, `Constants.java`).
private let reservedNames: Set<[UInt8]> = Set(
  [
    "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard",
    "numeric", "cidr", "=", "<", "<=", ">", ">=", "regex", "not-wildcard",
    "not-equals-ignore-case", "date-after", "date-on-or-after", "date-before",
    "date-on-or-before", "in-date-range", "ip-address-in-range", "ip-address-not-in-range",
  ].map { Array($0.utf8) })
