extension OracleTest {
  /// Whether the test accepts a scalar; `others` are the alternatives that it stands among.
  func accepts(_ scalar: JSONTree, among others: [OracleTest]) -> Bool {
    switch self {
    case .exists(let exists): return exists
    case .literal(let literal): return scalar == literal
    case .anythingBut(let excluded):
      return !excluded.contains { $0.accepts(scalar, among: []) }
    case .number(let text): return Self.equal(text, scalar)
    case .equalsNumber(let wanted):
      guard case .number(let text) = scalar else { return false }
      return exactDouble(text) == wanted
    case .numeric(let low, let lowIn, let high, let highIn):
      guard case .number(let text) = scalar, let number = exactDouble(text) else { return false }
      return (lowIn ? number >= low : number > low) && (highIn ? number <= high : number < high)
    case .cidr(let text):
      return AddressBlock(text).map { $0.accepts(scalar, among: others) } ?? false
    case .string(let text, isExact: false):
      if let digits = addressDigits(String(decoding: text, as: UTF16.self)) {
        return AddressBlock(address: digits).accepts(scalar, among: others)
      }
      return acceptsText(scalar)
    default: return acceptsText(scalar)
    }
  }

  private static func equal(_ text: String, _ scalar: JSONTree) -> Bool {
    guard case .number(let other) = scalar else { return false }
    if let a = exactDouble(text), let b = exactDouble(other) { return a == b }
    return text == other && text.allSatisfy { $0.isNumber || $0 == "-" }
  }

  private func acceptsText(_ scalar: JSONTree) -> Bool {
    guard case .string(let units) = scalar else { return false }
    let value = utf8(units)
    switch self {
    case .string(let text, _): return value == utf8(text)
    case .prefix(let text, ignoringCase: false): return value.starts(with: utf8(text))
    case .suffix(let text, ignoringCase: false):
      return value.reversed().starts(with: utf8(text).reversed())
    case .prefix(let text, ignoringCase: true): return !ends(of: text, in: value).isEmpty
    case .suffix(let text, ignoringCase: true):
      return value.indices.contains {
        ends(of: text, in: Array(value[$0...])).contains(value.count - $0)
      }
        || text.isEmpty
    case .ignoringCase(let text): return ends(of: text, in: value).contains(value.count)
    case .wildcard(let text): return acceptsWildcard(utf8(text), value)
    default: return false
    }
  }

  /// Where in `value` the text can end that starts at its start, each unit being any of its cases.
  private func ends(of text: [UInt16], in value: [UInt8]) -> Set<Int> {
    var ends: Set<Int> = [0]
    for unit in text {
      var next: Set<Int> = []
      for end in ends {
        for form in cases(of: unit) where value[end...].starts(with: form) {
          next.insert(end + form.count)
        }
      }
      ends = next
    }
    return ends
  }

  private func cases(of unit: UInt16) -> Set<[UInt8]> {
    guard let scalar = Unicode.Scalar(unit) else { return [[0x3F]] }
    let properties = scalar.properties
    return [Array(properties.lowercaseMapping.utf8), Array(properties.uppercaseMapping.utf8)]
  }

  private func acceptsWildcard(_ pattern: [UInt8], _ value: [UInt8]) -> Bool {
    var reached: Set<Int> = [0]
    var i = 0
    while i < pattern.count {
      if pattern[i] == UInt8(ascii: "*") {
        reached = reached.min().map { Set($0...value.count) } ?? []
      } else {
        if pattern[i] == UInt8(ascii: "\\") { i += 1 }
        reached = Set(reached.filter { $0 < value.count && value[$0] == pattern[i] }.map { $0 + 1 })
      }
      i += 1
    }
    return reached.contains(value.count)
  }
}

extension AddressBlock {
  /// Strings are looked at as addresses, other scalars as the text that they are; a number is not
  /// if it can be compared as one and the alternatives have a number among them.
  func accepts(_ scalar: JSONTree, among others: [OracleTest]) -> Bool {
    switch scalar {
    case .string(let text):
      return addressDigits(String(decoding: text, as: UTF16.self)).map(contains) ?? false
    case .number(let text):
      if exactDouble(text) != nil, others.contains(where: \.comparesNumbers) { return false }
      return contains(text)
    default: return false
    }
  }
}

extension OracleTest {
  var comparesNumbers: Bool {
    switch self {
    case .number(let text): exactDouble(text) != nil
    case .numeric, .equalsNumber: true
    case .anythingBut(let excluded): excluded.contains(where: \.comparesNumbers)
    default: false
    }
  }
}

/// The bytes that the service compares: a lone surrogate becomes a question mark.
func utf8(_ units: [UInt16]) -> [UInt8] {
  var bytes: [UInt8] = []
  var decoder = UTF16()
  var iterator = units.makeIterator()
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): bytes += Array(String(scalar).utf8)
    case .error: bytes.append(0x3F)
    case .emptyInput: return bytes
    }
  }
}
