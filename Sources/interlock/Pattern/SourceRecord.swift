import EventPattern
import Reports

/// A record as the filters of event source mappings and pipes see it: the payload of the sender is
/// read as JSON where a filter looks into it (AWS Lambda, event filtering; Amazon EventBridge, pipes
/// event filtering).
struct SourceRecord {
  enum View {
    /// What the filter is applied to.
    case document([UInt8])
    /// The payload is not of the form that the filter asks for, so the record does not pass.
    case dropped
  }

  /// What `pattern` sees of `record`.
  static func view(_ record: [UInt8], by pattern: EventPattern) -> View {
    guard let source = pattern.dialect.source, source != .dynamoDB,
      let members = RecordScanner.members(of: record[...])
    else { return .document(record) }
    let field = source.payloadField
    guard let payload = payload(named: field, in: members, of: source) else {
      return .document(record)
    }
    let content = document(in: payload, of: source)
    if pattern.looksInto(field) {
      guard let content else { return .dropped }
      return .document(replacing(field, by: content, in: members))
    }
    guard pattern.tests(field) else { return .document(record) }
    if content != nil { return .dropped }
    return .document(replacing(field, by: text(of: payload, of: source), in: members))
  }

  private typealias Members = [(key: String, value: ArraySlice<UInt8>)]

  /// Lambda hands on Kinesis' data one level deeper than filters name it.
  private static func payload(
    named field: String, in members: Members, of source: EventSourceKind
  ) -> ArraySlice<UInt8>? {
    if let own = members.last(where: { $0.key == field }) { return own.value }
    guard source == .kinesis, let inner = members.last(where: { $0.key == "kinesis" }) else {
      return nil
    }
    return RecordScanner.members(of: inner.value)?.last { $0.key == field }?.value
  }

  /// The JSON object or array that the payload is, or that its text holds.
  private static func document(
    in payload: ArraySlice<UInt8>, of source: EventSourceKind
  ) -> [UInt8]? {
    if payload.first != UInt8(ascii: "\"") { return isContainer(payload) ? Array(payload) : nil }
    guard let text = unescaped(text(of: payload, of: source)[...]), isContainer(text[...]) else {
      return nil
    }
    // Only a whole JSON text is one, so it is tried as the value of an event.
    let probe = Array(#"{"a":"#.utf8) + text + [UInt8(ascii: "}")]
    guard let any = try? EventPattern(json: Array(#"{"a":[1]}"#.utf8)),
      RecordScanner.members(of: probe[...])?.count == 1
    else { return nil }
    if case .invalidEvent = PatternVerdict(any, event: probe) { return nil }
    return text
  }

  private static func isContainer(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The payload's text as a JSON string; all sources but SQS carry it in base64.
  private static func text(
    of payload: ArraySlice<UInt8>, of source: EventSourceKind
  ) -> [UInt8] {
    guard source != .sqs, let encoded = unescaped(payload), let decoded = base64Decoded(encoded)
    else { return Array(payload) }
    var writer = JSONWriter()
    writer.string(String(decoding: decoded, as: UTF8.self))
    return Array(writer.text.utf8)
  }

  private static func replacing(
    _ field: String, by value: [UInt8], in members: Members
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      for member in members where member.key != field {
        writer.key(member.key)
        writer.raw(String(decoding: member.value, as: UTF8.self))
      }
      writer.key(field)
      writer.raw(String(decoding: value, as: UTF8.self))
    }
    return Array(writer.text.utf8)
  }
}

extension EventPattern {
  /// Whether some test is of the field itself.
  fileprivate func tests(_ field: String) -> Bool {
    alternatives.contains { $0.fields.contains { $0.path.bytes.elementsEqual(field.utf8) } }
  }

  /// Whether some test is of what stands inside the field.
  fileprivate func looksInto(_ field: String) -> Bool {
    let prefix = Array((field + ".").utf8)
    return alternatives.contains { $0.fields.contains { $0.path.bytes.starts(with: prefix) } }
  }
}

/// The bytes of a base64 text; nil where it is none.
private func base64Decoded(_ text: [UInt8]) -> [UInt8]? {
  guard text.count % 4 == 0 else { return nil }
  let digits = text.reversed().drop { $0 == UInt8(ascii: "=") }
  guard text.count - digits.count <= 2 else { return nil }
  var decoded: [UInt8] = []
  var (bits, held) = (UInt32(0), 0)
  for digit in digits.reversed() {
    guard let value = sixBits(digit) else { return nil }
    bits = bits << 6 | value
    held += 6
    if held >= 8 {
      held -= 8
      decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      bits &= (1 << UInt32(held)) - 1
    }
  }
  return decoded
}

private func sixBits(_ digit: UInt8) -> UInt32? {
  switch digit {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit) - 65
  case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit) - 71
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit) + 4
  case UInt8(ascii: "+"): 62
  case UInt8(ascii: "/"): 63
  default: nil
  }
}
