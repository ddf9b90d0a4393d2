/// JSON as it was written: keys may repeat, numbers keep their text, strings are UTF-16 units.
package indirect enum JSONTree: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string([UInt16])
  case array([JSONTree])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var key: [UInt16]
    package var value: JSONTree
  }
}

extension JSONTree {
  /// The first JSON value of the text; nil if it is broken, or if more follows and `wholly` is
  /// true.
  package init?(_ text: String, wholly: Bool) {
    var parser = TreeParser(units: Array(text.utf16))
    guard let tree = parser.value(depth: 0) else { return nil }
    parser.space()
    if wholly, parser.i < parser.units.count { return nil }
    self = tree
  }
}

private struct TreeParser {
  var units: [UInt16]
  var i = 0

  mutating func space() {
    while i < units.count, [0x20, 0x09, 0x0A, 0x0D].contains(units[i]) { i += 1 }
  }

  mutating func take(_ character: Character) -> Bool {
    space()
    guard i < units.count, units[i] == character.utf16.first else { return false }
    i += 1
    return true
  }

  mutating func value(depth: Int) -> JSONTree? {
    if depth > 1000 { return nil }
    space()
    guard i < units.count else { return nil }
    switch UInt8(truncatingIfNeeded: units[i]) {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    default: return word()
    }
  }

  mutating func object(_ depth: Int) -> JSONTree? {
    _ = take("{")
    if take("}") { return .object([]) }
    var members: [JSONTree.Member] = []
    repeat {
      space()
      guard let key = string(), take(":"), let value = value(depth: depth + 1) else { return nil }
      members.append(.init(key: key, value: value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  mutating func array(_ depth: Int) -> JSONTree? {
    _ = take("[")
    if take("]") { return .array([]) }
    var elements: [JSONTree] = []
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
    } while take(",")
    return take("]") ? .array(elements) : nil
  }

  mutating func string() -> [UInt16]? {
    guard i < units.count, units[i] == 0x22 else { return nil }
    i += 1
    var text: [UInt16] = []
    while i < units.count, units[i] != 0x22 {
      if units[i] < 0x20 { return nil }
      if units[i] == 0x5C {
        guard let unit = escape() else { return nil }
        text.append(unit)
      } else {
        text.append(units[i])
        i += 1
      }
    }
    i += 1
    return i <= units.count ? text : nil
  }

  mutating func escape() -> UInt16? {
    i += 1
    guard i < units.count, let scalar = Unicode.Scalar(units[i]) else { return nil }
    i += 1
    if scalar == "u" {
      guard i + 4 <= units.count else { return nil }
      let digits = String(decoding: units[i..<i + 4], as: UTF16.self)
      i += 4
      return digits.contains("+") || digits.contains("-") ? nil : UInt16(digits, radix: 16)
    }
    let escapes: [Unicode.Scalar: UInt16] = [
      "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
    ]
    return escapes[scalar]
  }

  mutating func word() -> JSONTree? {
    let start = i
    let ends = Set(" \t\r\n,]}:\"[{".utf16)
    while i < units.count, !ends.contains(units[i]) { i += 1 }
    let text = String(decoding: units[start..<i], as: UTF16.self)
    switch text {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return isNumber(text) ? .number(text) : nil
    }
  }

  /// An optional minus, digits without a leading zero, a fraction and an exponent.
  func isNumber(_ text: String) -> Bool {
    // A digit and a mark that combines with it are one character between "0" and "9".
    if !text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    var rest = Substring(text)
    func digits() -> Substring {
      let run = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(run.count)
      return run
    }
    if rest.first == "-" { rest.removeFirst() }
    let whole = digits()
    if whole.isEmpty || (whole.count > 1 && whole.first == "0") { return false }
    if rest.first == "." {
      rest.removeFirst()
      if digits().isEmpty { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      if digits().isEmpty { return false }
    }
    return rest.isEmpty
  }
}
