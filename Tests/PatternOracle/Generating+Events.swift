extension PatternGenerator {
  /// An event without regard to any pattern.
  package mutating func event() -> String { object(depth: 0) }

  /// An event that comes near to matching the pattern: mostly its fields with values that its tests
  /// speak of, some left out, changed, repeated, or put into arrays.
  package mutating func event(near pattern: String) -> String {
    guard case .object(let members)? = JSONTree(pattern, wholly: false) else { return event() }
    return object(near: members, depth: 0)
  }

  private mutating func object(near members: [JSONTree.Member], depth: Int) -> String {
    var fields: [String] = []
    for member in members where !happens(6) {
      if member.key == Array("$or".utf16), case .array(let branches) = member.value {
        guard case .object(let inner) = one(of: branches) else { continue }
        fields.append(String(object(near: inner, depth: depth).dropFirst().dropLast()))
        continue
      }
      fields.append("\(quoted(member.key)):\(value(near: member.value, depth: depth + 1))")
    }
    if happens(30) { fields.append("\(one(of: Self.keys)):\(value(depth: depth + 1))") }
    return "{\(fields.filter { !$0.isEmpty }.joined(separator: ","))}"
  }

  private mutating func value(near tree: JSONTree, depth: Int) -> String {
    if happens(12) { return value(depth: depth) }
    if happens(15), depth < 5 {
      let near = (0...below(3)).map { _ in value(near: tree, depth: depth + 1) }
      return "[\(near.joined(separator: ","))]"
    }
    switch tree {
    case .object(let members): return object(near: members, depth: depth)
    case .array(let tests) where !tests.isEmpty: return scalar(near: one(of: tests))
    default: return value(depth: depth)
    }
  }

  /// A value that the test, or something inside it, is about.
  private mutating func scalar(near test: JSONTree) -> String {
    switch test {
    case .null: return "null"
    case .bool(let bool): return "\(bool)"
    case .number(let text): return text
    case .string(let text): return happens(85) ? quoted(text) : quoted(text + [0x78])
    case .array(let elements): return elements.isEmpty ? "1" : scalar(near: one(of: elements))
    case .object(let members): return members.isEmpty ? "1" : scalar(near: members[0])
    }
  }

  private mutating func scalar(near matcher: JSONTree.Member) -> String {
    guard case .string(let text) = matcher.value else { return scalar(near: matcher.value) }
    let more: [UInt16] = Array(one(of: ["", "a", ".png", "ß"]).utf16)
    switch String(decoding: matcher.key, as: UTF16.self) {
    case "prefix": return quoted(text + more)
    case "suffix": return quoted(more + text)
    case "wildcard": return quoted(text.flatMap { $0 == 0x2A ? more : [$0] })
    case "cidr": return quoted(Array(text.prefix { $0 != 0x2F }))
    default: return scalar(near: matcher.value)
    }
  }

  /// JSON text of a string, sometimes with escapes that it does not need.
  private mutating func quoted(_ text: [UInt16]) -> String {
    var json = "\""
    for unit in text {
      if unit >= 0x20, unit < 0x7F, unit != 0x22, unit != 0x5C, !happens(3) {
        json.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        let digits = String(unit, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return json + "\""
  }

  private mutating func object(depth: Int) -> String {
    if depth > 0, happens(8) { return "{}" }
    return "{\(list(5) { "\($0.one(of: Self.keys)):\($0.value(depth: depth + 1))" })}"
  }

  private mutating func value(depth: Int) -> String {
    switch below(10) {
    case 0...1 where depth < 4: return object(depth: depth)
    case 2...3 where depth < 4:
      return happens(10) ? "[]" : "[\(list(3) { $0.value(depth: depth + 1) })]"
    case 4: return one(of: ["true", "false", "null"])
    case 5...6: return one(of: Self.numbers)
    default: return one(of: Self.texts)
    }
  }
}
