/// A pattern as the fields of each combination of `$or` branches.
struct OraclePattern {
  /// Sorted by path.
  var rules: [[(path: [UInt16], tests: [OracleTest])]] = []
}

extension OraclePattern {
  /// Whether the service looks at what an event has under a key: a part of some path, or several
  /// joined by dots. Empty parts at a path's end do not count as parts.
  var follows: ([UInt16]) -> Bool {
    let used = Set(rules.joined().flatMap { Self.parts($0.path) })
    return { key in
      used.contains(key) || (key.contains(0x2E) && used.isSuperset(of: Self.parts(key)))
    }
  }

  private static func parts(_ path: [UInt16]) -> [[UInt16]] {
    if path.isEmpty { return [[]] }
    var parts = path.split(separator: 0x2E, omittingEmptySubsequences: false).map { Array($0) }
    while parts.last?.isEmpty == true { parts.removeLast() }
    return parts
  }
}

/// Names are joined by dots, but nothing comes before the first that is not empty.
func joined(_ path: [UInt16], _ name: [UInt16]) -> [UInt16] {
  path.isEmpty ? name : path + [0x2E] + name
}

enum OracleTest: Hashable {
  case string([UInt16], isExact: Bool)
  case number(String)
  case literal(JSONTree)
  case prefix([UInt16], ignoringCase: Bool)
  case suffix([UInt16], ignoringCase: Bool)
  case ignoringCase([UInt16])
  case wildcard([UInt16])
  case equalsNumber(Double)
  /// Bounds with whether each is included.
  case numeric(Double, Bool, Double, Bool)
  case cidr(String)
  case exists(Bool)
  case anythingBut([OracleTest])
}

/// Why a pattern is refused is not this oracle's business.
struct Refused: Error {}

extension OraclePattern {
  typealias Rule = [[UInt16]: [OracleTest]]

  init(_ tree: JSONTree) throws {
    guard case .object(let members) = tree else { throw Refused() }
    var rules: [Rule] = [[:]]
    try Self.put(members, at: [], isInsideOr: false, &rules)
    if rules.count > 1000 { throw Refused() }
    if rules.contains(where: { $0.count > 256 }) { throw Refused() }
    self.rules = rules.map { rule in
      rule.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
    }
    let isBroken = rules.contains { $0.values.joined().contains(where: \.breaksTheService) }
    if isBroken || isTooComplex { throw Refused() }
  }

  private static func put(
    _ members: [JSONTree.Member], at path: [UInt16], isInsideOr: Bool, _ rules: inout [Rule]
  ) throws {
    if members.isEmpty { throw Refused() }
    for member in members {
      if member.key == Array("$or".utf16) {
        try putBranches(member.value, at: path, &rules)
        continue
      }
      if isInsideOr, reserved.contains(String(decoding: member.key, as: UTF16.self)) {
        throw Refused()
      }
      let inner = joined(path, member.key)
      switch member.value {
      case .object(let fields): try put(fields, at: inner, isInsideOr: isInsideOr, &rules)
      case .array(let elements):
        if elements.isEmpty { throw Refused() }
        let tests = try elements.map { try OracleTest($0) }
        for i in rules.indices { rules[i][inner] = tests }
      default: throw Refused()
      }
    }
  }

  private static func putBranches(_ tree: JSONTree, at path: [UInt16], _ rules: inout [Rule])
    throws
  {
    guard case .array(let branches) = tree, branches.count >= 2 else { throw Refused() }
    let before = rules
    rules = []
    for branch in branches {
      guard case .object(let members) = branch else { throw Refused() }
      var copy = before
      try put(members, at: path, isInsideOr: true, &copy)
      rules += copy
      if rules.count > 1000 { throw Refused() }
    }
  }

  private static let reserved: Set<String> = [
    "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard",
    "numeric", "cidr", "=", "<", "<=", ">", ">=", "regex", "not-wildcard",
    "not-equals-ignore-case", "date-after", "date-on-or-after", "date-before",
    "date-on-or-before", "in-date-range", "ip-address-in-range", "ip-address-not-in-range",
  ]
}

extension OracleTest {
  init(_ tree: JSONTree) throws {
    switch tree {
    case .string(let text): self = .string(text, isExact: false)
    case .number(let text): self = .number(text)
    case .null, .bool: self = .literal(tree)
    case .object(let members):
      guard members.count == 1 else { throw Refused() }
      try self.init(String(decoding: members[0].key, as: UTF16.self), members[0].value)
    case .array: throw Refused()
    }
  }

  private init(_ name: String, _ value: JSONTree) throws {
    switch (name, value) {
    case ("exactly", .string(let text)): self = .string(text, isExact: true)
    case ("prefix", .string(let text)): self = .prefix(text, ignoringCase: false)
    case ("suffix", .string(let text)): self = .suffix(text, ignoringCase: false)
    case ("equals-ignore-case", .string(let text)): self = .ignoringCase(text)
    case ("prefix", .object(let inner)):
      self = .prefix(try Self.ignoringCase(inner), ignoringCase: true)
    case ("suffix", .object(let inner)):
      self = .suffix(try Self.ignoringCase(inner), ignoringCase: true)
    case ("wildcard", .string(let text)): self = .wildcard(try Self.checkedWildcard(text))
    case ("exists", .bool(let exists)): self = .exists(exists)
    case ("numeric", .array(let terms)): try self.init(numeric: terms)
    case ("cidr", .string(let text)):
      let block = String(decoding: text, as: UTF16.self)
      if AddressBlock(block) == nil { throw Refused() }
      self = .cidr(block)
    case ("anything-but", _): self = .anythingBut(try Self.excluded(value))
    default: throw Refused()
    }
  }

  private static func ignoringCase(_ members: [JSONTree.Member]) throws -> [UInt16] {
    guard members.count == 1, members[0].key == Array("equals-ignore-case".utf16),
      case .string(let text) = members[0].value
    else { throw Refused() }
    return text
  }

  private static func checkedWildcard(_ text: [UInt16]) throws -> [UInt16] {
    // By units: a mark that combines with a backslash would make one character with it.
    var i = 0
    while i < text.count {
      let next = i + 1 < text.count ? text[i + 1] : 0
      if text[i] == 0x5C, next != 0x5C, next != 0x2A { throw Refused() }
      if text[i] == 0x2A, next == 0x2A { throw Refused() }
      i += text[i] == 0x5C ? 2 : 1
    }
    return text
  }

  private init(numeric terms: [JSONTree]) throws {
    let largest = Double.greatestFiniteMagnitude
    var words: [String] = []
    for term in terms {
      switch term {
      case .string(let text) where words.count.isMultiple(of: 2):
        words.append(String(decoding: text, as: UTF16.self))
      case .number(let text) where !words.count.isMultiple(of: 2): words.append(text)
      default: throw Refused()
      }
    }
    guard words.count == 2 || words.count == 4, let first = exactDouble(words[1]) else {
      throw Refused()
    }
    if words.count == 2 {
      switch words[0] {
      case "=": self = .equalsNumber(first)
      case "<", "<=": self = .numeric(-largest, true, first, words[0] == "<=")
      case ">", ">=": self = .numeric(first, words[0] == ">=", largest, true)
      default: throw Refused()
      }
      return
    }
    guard [">", ">="].contains(words[0]), ["<", "<="].contains(words[2]),
      let last = exactDouble(words[3]), first < last
    else { throw Refused() }
    self = .numeric(first, words[0] == ">=", last, words[2] == "<=")
  }

  private static func excluded(_ value: JSONTree) throws -> [OracleTest] {
    switch value {
    case .string, .number: return [try excludedScalar(value)]
    case .array(let elements):
      let all = try elements.map { try excludedScalar($0) }
      let numbers = all.count { if case .number = $0 { true } else { false } }
      guard !all.isEmpty, numbers == 0 || numbers == all.count else { throw Refused() }
      return all
    case .object(let members):
      guard members.count == 1 else { throw Refused() }
      let name = String(decoding: members[0].key, as: UTF16.self)
      guard ["prefix", "suffix", "wildcard", "equals-ignore-case"].contains(name) else {
        throw Refused()
      }
      var texts = [members[0].value]
      if case .array(let list) = members[0].value { texts = list }
      if texts.isEmpty { throw Refused() }
      return try texts.map { text in
        guard case .string(let units) = text else { throw Refused() }
        if units.isEmpty, name == "prefix" || name == "suffix" { throw Refused() }
        return try OracleTest(name, text)
      }
    default: throw Refused()
    }
  }

  private static func excludedScalar(_ value: JSONTree) throws -> OracleTest {
    switch value {
    case .string(let text): return .string(text, isExact: true)
    case .number(let text):
      if exactDouble(text) == nil { throw Refused() }
      return .number(text)
    default: throw Refused()
    }
  }

  /// An interval between the largest double and itself, which the service's automaton cannot hold.
  var breaksTheService: Bool {
    guard case .numeric(let low, _, let high, _) = self else { return false }
    return low == high
  }
}
