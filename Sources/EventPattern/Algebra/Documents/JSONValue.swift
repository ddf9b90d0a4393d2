/// A JSON document as the algebra builds and reads it: keys may repeat, numbers keep their text.
indirect enum JSONValue: Hashable, Sendable {
  case scalar(ScalarValue)
  case array([JSONValue])
  case object([Member])

  struct Member: Hashable, Sendable {
    let name: UTF8Text
    let value: JSONValue
  }

  /// Compact JSON text.
  var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // INVARIANT: the depth is that of a shape or of a pattern's paths, which their readers bound.
  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .scalar(let value): value.append(to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        ScalarValue.string(member.name).append(to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

extension ScalarValue {
  /// The value as JSON text.
  var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  fileprivate func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .number(let number): bytes += number.text.bytes
    case .string(let text):
      bytes.append(UInt8(ascii: "\""))
      for byte in text.bytes { Self.append(escaped: byte, to: &bytes) }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case ..<0x20:
      let digits = String(byte, radix: 16)
      bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    default: bytes.append(byte)
    }
  }
}
