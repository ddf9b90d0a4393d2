extension ValueTest {
  /// The test as it is written in a pattern.
  package var json: String {
    switch self {
    case .equals(let text): text.quoted
    case .exactly(let text): "{\"exactly\":\(text.quoted)}"
    case .number(let number): number.text.description
    case .boolean(let value): "\(value)"
    case .null: "null"
    case .prefix(let text, let ignoreCase): Self.affix("prefix", text, ignoreCase)
    case .suffix(let text, let ignoreCase): Self.affix("suffix", text, ignoreCase)
    case .equalsIgnoreCase(let text): "{\"equals-ignore-case\":\(text.quoted)}"
    case .wildcard(let wildcard): "{\"wildcard\":\(wildcard.quoted)}"
    case .numeric(let range): "{\"numeric\":[\(range.terms)]}"
    case .cidr(let block): "{\"cidr\":\(block.text.quoted)}"
    case .exists(let exists): "{\"exists\":\(exists)}"
    case .anythingBut(let excluded): "{\"anything-but\":\(excluded.json)}"
    }
  }

  private static func affix(_ name: String, _ text: UTF8Text, _ ignoreCase: Bool) -> String {
    ignoreCase
      ? "{\"\(name)\":{\"equals-ignore-case\":\(text.quoted)}}" : "{\"\(name)\":\(text.quoted)}"
  }
}

extension AnythingBut {
  fileprivate var json: String {
    switch self {
    case .strings(let texts): Self.list(texts.map(\.quoted))
    case .numbers(let numbers): Self.list(numbers.map(\.text.description))
    case .prefix(let texts): "{\"prefix\":\(Self.list(texts.map(\.quoted)))}"
    case .suffix(let texts): "{\"suffix\":\(Self.list(texts.map(\.quoted)))}"
    case .equalsIgnoreCase(let texts):
      "{\"equals-ignore-case\":\(Self.list(texts.map(\.quoted)))}"
    case .wildcard(let wildcards): "{\"wildcard\":\(Self.list(wildcards.map(\.quoted)))}"
    }
  }

  private static func list(_ items: [String]) -> String {
    items.count == 1 ? items[0] : "[\(items.joined(separator: ","))]"
  }
}

extension NumericRange {
  fileprivate var terms: String {
    if let lower, lower == upper { return "\"=\",\(lower.value.plain)" }
    let low = lower.map { "\"\($0.isIncluded ? ">=" : ">")\",\($0.value.plain)" }
    let high = upper.map { "\"\($0.isIncluded ? "<=" : "<")\",\($0.value.plain)" }
    return [low, high].compactMap { $0 }.joined(separator: ",")
  }
}

extension Wildcard {
  /// The text as it is written, stars and escapes included.
  package var text: UTF8Text {
    let escaped = runs.map { run in
      run.bytes.flatMap { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "\\") ? [0x5C, $0] : [$0] }
    }
    return UTF8Text(Array(escaped.joined(separator: [UInt8(ascii: "*")])))
  }

  fileprivate var quoted: String { text.quoted }
}

extension Double {
  /// Without a fraction where it has none.
  var plain: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension UTF8Text {
  /// The text as a JSON string.
  package var quoted: String {
    var json = "\""
    for scalar in description.unicodeScalars {
      switch scalar {
      case "\"", "\\": json += "\\\(scalar)"
      case "\n": json += "\\n"
      case "\t": json += "\\t"
      case "\r": json += "\\r"
      case "\u{0}"..."\u{1F}":
        json += scalar.value < 16 ? "\\u000" : "\\u00"
        json += String(scalar.value, radix: 16)
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
