package import Diagnostics

/// A node written as compact JSON, and where in the file each byte of it comes from.
package struct JSONText: Sendable {
  package fileprivate(set) var bytes: [UInt8] = []
  /// Where each node's bytes begin and each collection's bracket closes, in order.
  private var places: [(offset: Int, range: SourceRange)] = []

  /// The range of the node that wrote the byte at `offset`; a comma or colon counts to what
  /// precedes.
  package func range(at offset: Int) -> SourceRange {
    var low = 0
    var high = places.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if places[middle].offset <= offset { low = middle } else { high = middle }
    }
    return places[low].range
  }

  /// INVARIANT: called before the first byte is written, so `places` is never empty.
  fileprivate mutating func mark(_ range: SourceRange) { places.append((bytes.count, range)) }
}

extension YAMLNode {
  /// Writes the node as minified JSON: numbers by their characters as far as JSON allows (`+1`,
  /// `.5`, `5.` and `007` become `1`, `0.5`, `5.0` and `7`; `0x` and `0o` become decimal), keys as
  /// strings.
  ///
  /// `.inf`, `.nan` and integers of other bases beyond 64 bits have no JSON form: then the result
  /// is nil and `diagnostics` says so.
  package func json(diagnostics: inout [Diagnostic]) -> JSONText? {
    var text = JSONText()
    do {
      try text.write(self)
      return text
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }
}

extension JSONText {
  /// Recursion is bounded by the depth that reading allows.
  fileprivate mutating func write(_ node: YAMLNode) throws(Refusal) {
    let range = node.range
    mark(range)
    switch node.kind {
    case .scalar: try writeScalar(node)
    case .sequence:
      bytes.append(0x5B)
      for (i, element) in node.elements.enumerated() {
        if i > 0 { bytes.append(0x2C) }
        try write(element)
      }
      mark(range)
      bytes.append(0x5D)
    case .mapping:
      bytes.append(0x7B)
      for (i, entry) in node.entries.enumerated() {
        if i > 0 { bytes.append(0x2C) }
        mark(entry.key.range)
        bytes.appendJSONString(entry.key.utf8)
        bytes.append(0x3A)
        try write(entry.value)
      }
      mark(range)
      bytes.append(0x7D)
    }
  }

  private mutating func writeScalar(_ node: YAMLNode) throws(Refusal) {
    switch node.plainType {
    case .null: bytes += Array("null".utf8)
    case .true: bytes += Array("true".utf8)
    case .false: bytes += Array("false".utf8)
    case .string: bytes.appendJSONString(node.utf8)
    case .integer, .float:
      guard let number = jsonNumber(node.utf8) else {
        throw Refusal(
          "syntax/number", "'\(shortened(node.text))' has no JSON form", at: node.range,
          help: "write a finite decimal number, or quote it if it is a text")
      }
      bytes += number
    }
  }
}

/// The JSON spelling of a core schema number; nil where there is none.
private func jsonNumber(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  if text.count > 2, text.first == 0x30 {
    let mark = text[text.startIndex + 1]
    if mark == 0x78 || mark == 0x6F {
      let digits = String(decoding: text.dropFirst(2), as: UTF8.self)
      return UInt64(digits, radix: mark == 0x78 ? 16 : 8).map { Array(String($0).utf8) }
    }
  }
  var rest = text
  var number: [UInt8] = []
  if rest.first == 0x2B { rest.removeFirst() }
  if rest.first == 0x2D {
    number.append(0x2D)
    rest.removeFirst()
  }
  let whole = rest.prefix(while: isDigit)
  rest = rest.dropFirst(whole.count)
  let significant = whole.drop { $0 == 0x30 }
  if significant.isEmpty { number.append(0x30) } else { number += significant }
  if rest.first == 0x2E {
    rest.removeFirst()
    let fraction = rest.prefix(while: isDigit)
    rest = rest.dropFirst(fraction.count)
    if whole.isEmpty, fraction.isEmpty { return nil }
    number.append(0x2E)
    if fraction.isEmpty { number.append(0x30) } else { number += fraction }
  }
  number += rest
  return rest.first.map { $0 | 0x20 == 0x65 } ?? true ? number : nil
}

extension [UInt8] {
  /// Appends UTF-8 text as a JSON string, escaping no more than JSON asks for.
  package mutating func appendJSONString(_ text: some Sequence<UInt8>) {
    append(0x22)
    for byte in text {
      switch byte {
      case 0x22, 0x5C: append(contentsOf: [0x5C, byte])
      case 0x0A: append(contentsOf: [0x5C, 0x6E])
      case 0x0D: append(contentsOf: [0x5C, 0x72])
      case 0x09: append(contentsOf: [0x5C, 0x74])
      case 0x00..<0x20: append(contentsOf: Array("\\u00".utf8) + Array(hex(byte).utf8))
      default: append(byte)
      }
    }
    append(0x22)
  }
}
