import YAMLTree

/// The members of one JSON object, each value as the bytes that it is written in: numbers keep their
/// characters and objects their repeated keys.
struct RecordScanner {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// Nil where the bytes are not an object with well-formed brackets and strings.
  static func members(of bytes: ArraySlice<UInt8>) -> [(key: String, value: ArraySlice<UInt8>)]? {
    var scanner = RecordScanner(bytes)
    guard let members = scanner.object() else { return nil }
    scanner.skipBlanks()
    return scanner.position == bytes.endIndex ? members : nil
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  private mutating func object() -> [(key: String, value: ArraySlice<UInt8>)]? {
    guard take(0x7B) else { return nil }
    var members: [(key: String, value: ArraySlice<UInt8>)] = []
    if take(0x7D) { return members }
    repeat {
      skipBlanks()
      let start = position
      guard skipString(), let key = unescaped(bytes[start..<position]), take(0x3A),
        let value = value()
      else { return nil }
      members.append((String(decoding: key, as: UTF8.self), value))
    } while take(0x2C)
    return take(0x7D) ? members : nil
  }

  private mutating func value() -> ArraySlice<UInt8>? {
    skipBlanks()
    let start = position
    guard let first = peek else { return nil }
    switch first {
    case 0x22: guard skipString() else { return nil }
    case 0x7B, 0x5B: guard skipContainer() else { return nil }
    default:
      while let byte = peek, byte > 0x20, byte != 0x2C, byte != 0x7D { position += 1 }
    }
    return start < position ? bytes[start..<position] : nil
  }

  /// Counts brackets outside strings; whoever reads the value checks that they pair up.
  private mutating func skipContainer() -> Bool {
    var depth = 0
    while let byte = peek {
      switch byte {
      case 0x22:
        guard skipString() else { return false }
        continue
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D: depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return true }
    }
    return false
  }

  private mutating func skipString() -> Bool {
    guard peek == 0x22 else { return false }
    position += 1
    while let byte = peek {
      position += byte == 0x5C ? 2 : 1
      if byte == 0x22 { return true }
    }
    position = bytes.endIndex
    return false
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }
}

/// The text of a JSON string with its quotes, or nil where an escape is none; halves of pairs become
/// U+FFFD.
func unescaped(_ literal: ArraySlice<UInt8>) -> [UInt8]? {
  guard literal.count >= 2, literal.first == 0x22, literal.last == 0x22 else { return nil }
  var rest = literal.dropFirst().dropLast()
  var text: [UInt8] = []
  text.reserveCapacity(rest.count)
  while let byte = rest.popFirst() {
    if byte != 0x5C {
      text.append(byte)
      continue
    }
    guard let escape = rest.popFirst() else { return nil }
    switch escape {
    case 0x22, 0x5C, 0x2F: text.append(escape)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = escapedScalar(&rest) else { return nil }
      text += Array(String(scalar).utf8)
    default: return nil
    }
  }
  return text
}

private func escapedScalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
  guard let high = escapedUnit(&rest) else { return nil }
  if let scalar = Unicode.Scalar(high) { return scalar }
  var next = rest
  if (0xD800..<0xDC00).contains(high), next.popFirst() == 0x5C,
    next.popFirst() == UInt8(ascii: "u"), let low = escapedUnit(&next),
    (0xDC00..<0xE000).contains(low)
  {
    rest = next
    return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
  }
  return "\u{FFFD}"
}

private func escapedUnit(_ rest: inout ArraySlice<UInt8>) -> UInt16? {
  let digits = rest.prefix(4)
  guard digits.count == 4 else { return nil }
  rest = rest.dropFirst(4)
  var unit: UInt16 = 0
  for digit in digits {
    guard let value = hexValue(digit) else { return nil }
    unit = unit << 4 | UInt16(value)
  }
  return unit
}
