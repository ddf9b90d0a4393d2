/// Writes JSON text piece by piece; it keeps the order given, so equal input gives equal bytes.
///
/// Control characters (C1 and DEL too) are escaped, so that a report never steers a terminal.
package struct JSONWriter: Sendable {
  package private(set) var text = ""
  private var needsComma = false

  package init() {}

  /// `{…}` with what `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  /// `[…]` with one element per item, each on a line of its own where `isLineByLine`.
  package mutating func array<Items: Collection>(
    _ items: Items, isLineByLine: Bool = false, _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    open("[")
    for item in items {
      if isLineByLine {
        text += needsComma ? ",\n" : "\n"
        needsComma = false
      }
      body(&self, item)
    }
    if isLineByLine, !items.isEmpty { text += "\n" }
    close("]")
  }

  /// The key of the value that is written next.
  package mutating func key(_ name: String) {
    separate()
    Self.quote(name, into: &text)
    text += ":"
    needsComma = false
  }

  package mutating func string(_ value: String) {
    separate()
    Self.quote(value, into: &text)
    needsComma = true
  }

  package mutating func integer(_ value: Int) { raw("\(value)") }
  package mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }
  package mutating func null() { raw("null") }

  /// Text that is JSON already.
  package mutating func raw(_ json: String) {
    separate()
    text += json
    needsComma = true
  }

  private mutating func separate() { if needsComma { text += "," } }

  private mutating func open(_ bracket: String) {
    separate()
    text += bracket
    needsComma = false
  }

  private mutating func close(_ bracket: String) {
    text += bracket
    needsComma = true
  }
}

extension JSONWriter {
  package mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  package mutating func field(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  package mutating func field(_ name: String, _ values: [String]) {
    key(name)
    array(values) { $0.string($1) }
  }

  /// `value` as a JSON string literal.
  package static func quoted(_ value: String) -> String {
    var text = ""
    quote(value, into: &text)
    return text
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars { text.unicodeScalars.append(contentsOf: escaped(scalar)) }
    text += "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar {
    case "\"": "\\\"".unicodeScalars
    case "\\": "\\\\".unicodeScalars
    case "\n": "\\n".unicodeScalars
    case "\r": "\\r".unicodeScalars
    case "\t": "\\t".unicodeScalars
    case "\u{08}": "\\b".unicodeScalars
    case "\u{0C}": "\\f".unicodeScalars
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      "\\u\(hexadecimal(scalar.value, digits: 4))".unicodeScalars
    default: String(scalar).unicodeScalars
    }
  }
}

/// Lower-case hexadecimal, padded with zeros.
func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
