import Diagnostics
import YAMLTree

/// Writes a node as minified JSON. Numbers keep their characters wherever JSON can say them.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  /// The first node that JSON cannot say: `.inf`, `.nan`, a key that is no scalar.
  private(set) var unspeakable: YAMLNode?

  init(_ node: YAMLNode) { write(node) }

  private mutating func write(_ node: YAMLNode) {
    switch node.kind {
    case .mapping: writeObject(node)
    case .sequence: writeArray(node)
    case .scalar: writeScalar(node)
    }
  }

  private mutating func writeObject(_ node: YAMLNode) {
    bytes.append(UInt8(ascii: "{"))
    for (index, entry) in node.entries.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if entry.key.kind != .scalar { unspeakable = unspeakable ?? entry.key }
      writeString(entry.key.utf8)
      bytes.append(UInt8(ascii: ":"))
      write(entry.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func writeArray(_ node: YAMLNode) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in node.elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func writeScalar(_ node: YAMLNode) {
    switch node.scalar {
    case .null, nil: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let text), .float(let text): writeNumber(text, node)
    case .string: writeString(node.utf8)
    }
  }

  private mutating func writeNumber(_ text: String, _ node: YAMLNode) {
    if text.hasPrefix("0x") || text.hasPrefix("0o") {
      let value = UInt64(text.dropFirst(2), radix: text.hasPrefix("0x") ? 16 : 8)
      if let value { bytes += String(value).utf8 } else { unspeakable = unspeakable ?? node }
    } else if let number = YAMLNode.jsonNumber(text) {
      bytes += number.utf8
    } else {
      unspeakable = unspeakable ?? node
    }
  }

  private mutating func writeString(_ text: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case ..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
