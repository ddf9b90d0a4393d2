package import Diagnostics
package import Topology
import YAMLTree

/// Writes a document of the native language as a file that a person may take over: what stands in
/// place of a template, with comments that say where each part came from.
package struct NativeWriter {
  private let sources: SourceMap
  private var text = ""
  /// The widest line that still holds a list or mapping in its short form.
  private static let width = 100

  private init(_ sources: SourceMap) { self.sources = sources }

  /// The whole file; `unread` are places of which only so much is known that something is there.
  package static func text(
    of document: SourceDocument, unread: [Diagnostic], in sources: SourceMap
  ) -> String {
    var writer = NativeWriter(sources)
    writer.text = "# Imported by 'interlock import' from \(document.path)\n"
    for finding in unread.inOutputOrder() {
      writer.text += "# not read: \(writer.place(finding.range)): \(finding.message)\n"
    }
    writer.entries(of: document.root, depth: 0)
    return writer.text
  }

  private func place(_ range: SourceRange) -> String {
    let place = sources.resolve(range)
    return "\(place.path):\(place.line)"
  }

  private mutating func entries(of node: YAMLNode, depth: Int) {
    let isResources = depth == 1
    for (key, value) in node.entries {
      let indent = String(repeating: "  ", count: depth)
      if isResources { text += "\(indent)# \(place(key.range))\n" }
      text += indent + Self.scalar(key) + ":"
      self.value(value, depth: depth + 1, column: indent.utf8.count + key.utf8.count + 2)
    }
  }

  private mutating func value(_ node: YAMLNode, depth: Int, column: Int) {
    if node.kind == .scalar || node.count == 0 {
      if node.kind != .mapping || depth != 2 { text += " " + Self.short(node) }
      text += "\n"
      return
    }
    if depth > 2 || node.kind == .sequence, let short = shortForm(node, from: column) {
      text += " " + short + "\n"
      return
    }
    text += "\n"
    if node.kind == .mapping { return entries(of: node, depth: depth) }
    for element in node.elements {
      let indent = String(repeating: "  ", count: depth)
      if let short = shortForm(element, from: indent.utf8.count + 2) {
        text += "\(indent)- \(short)\n"
      } else if element.kind == .mapping {
        // The first entry stands on the line of the dash, the others below it.
        var inner = NativeWriter(sources)
        inner.entries(of: element, depth: depth + 1)
        text += "\(indent)- \(inner.text.drop { $0 == " " })"
      } else {
        text += "\(indent)-"
        value(element, depth: depth + 1, column: indent.utf8.count + 2)
      }
    }
  }

  /// On one line, where it fits there.
  private func shortForm(_ node: YAMLNode, from column: Int) -> String? {
    var budget = Self.width - column
    guard fits(node, &budget) else { return nil }
    return Self.short(node)
  }

  private func fits(_ node: YAMLNode, _ budget: inout Int) -> Bool {
    budget -= node.utf8.count + 4
    if budget < 0 { return false }
    for element in node.elements where !fits(element, &budget) { return false }
    for (key, value) in node.entries where !fits(key, &budget) || !fits(value, &budget) {
      return false
    }
    return true
  }

  private static func short(_ node: YAMLNode) -> String {
    switch node.kind {
    case .scalar: scalar(node)
    case .sequence: "[" + node.elements.map(short).joined(separator: ", ") + "]"
    case .mapping:
      "{" + node.entries.map { "\(scalar($0.key)): \(short($0.value))" }.joined(separator: ", ")
        + "}"
    }
  }

  private static func scalar(_ node: YAMLNode) -> String {
    if node.isUnknown { return "\(YAMLNode.unknownTag) \(quoted(node.text))" }
    switch node.scalar {
    case .string(let text): return isPlain(text) ? text : quoted(text)
    case .null?: return "null"
    default: return node.text
    }
  }

  /// Whether a string reads as itself without quotes, in the short form too.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "."),
      case .string = Scalar(plain: text)
    else { return false }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+")
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
