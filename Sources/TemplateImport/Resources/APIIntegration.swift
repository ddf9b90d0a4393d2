import Diagnostics
import Topology
import YAMLTree

/// What a route of an API is integrated with, in whichever of the three forms it was written: a REST
/// method's, an HTTP API's, or an extension in OpenAPI.
struct APIIntegration {
  var type: Value?
  var uri: Value?
  var subtype: Value?
  var method: Value?
  var credentials: Value?
  var parameters: Value?
  var templates: Value?
  var range: SourceRange

  init(method value: Value) {
    self.init(value, ["Type", "Uri", "", "IntegrationHttpMethod", "Credentials"])
  }

  init(http value: Value) {
    self.init(
      value,
      [
        "IntegrationType", "IntegrationUri", "IntegrationSubtype", "IntegrationMethod",
        "CredentialsArn",
      ])
  }

  init(openAPI value: Value) {
    self.init(value, ["type", "uri", "integrationSubtype", "httpMethod", "credentials"])
    // HTTP APIs write the subtype in either way.
    subtype = subtype ?? value["subtype"]
  }

  private init(_ value: Value, _ keys: [String]) {
    type = value[keys[0]]
    uri = value[keys[1]]
    subtype = value[keys[2]]
    method = value[keys[3]]
    credentials = value[keys[4]]
    parameters = value["RequestParameters"] ?? value["requestParameters"]
    templates = value["RequestTemplates"] ?? value["requestTemplates"]
    range = value.range
  }

  /// What a request names under a key: in a parameter, or in the text that a mapping template makes.
  func requested(_ key: String, _ system: StackSystem) -> String? {
    for entry in parameters?.entries ?? [] {
      let name = entry.key.split(separator: ".").last.map(String.init) ?? entry.key
      guard name == key, let text = system.text(entry.value, in: 0) else { continue }
      return text.hasPrefix("'") && text.hasSuffix("'") && text.count > 1
        ? String(text.dropFirst().dropLast()) : text
    }
    for entry in templates?.entries ?? [] {
      guard let text = system.text(entry.value, in: 0) else { continue }
      if let found = MappingTemplate.value(of: key, in: text) { return found }
    }
    return nil
  }

  /// Whether the request is made here and not passed on as the client sent it.
  var makesRequest: Bool { parameters?.isMapping == true || templates?.isMapping == true }
}

/// A mapping template, as far as it names what is called.
enum MappingTemplate {
  /// The text that `key` has in JSON or a query string: `"EventBusName": "orders"`, `QueueUrl=…`.
  static func value(of key: String, in template: String) -> String? {
    let bytes = Array(template.utf8)
    let word = Array(key.utf8)
    guard !word.isEmpty, bytes.count > word.count else { return nil }
    var index = 0
    while index + word.count < bytes.count {
      if matches(word, bytes, at: index), index == 0 || !isWord(bytes[index - 1]),
        let start = start(after: index + word.count, bytes)
      {
        return text(from: start, bytes)
      }
      index += 1
    }
    return nil
  }

  /// Services take the first letter in either case.
  private static func matches(_ word: [UInt8], _ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] | 0x20 == word[0] | 0x20 else { return false }
    for offset in 1..<word.count where bytes[index + offset] != word[offset] { return false }
    return true
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
  }

  private static func isQuoteOrSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
      || byte <= 0x20
  }

  /// Where the value begins: behind quotes and a colon or an equals sign.
  private static func start(after end: Int, _ bytes: [UInt8]) -> Int? {
    var index = end
    while index < bytes.count, isQuoteOrSpace(bytes[index]) { index += 1 }
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "=")
    else { return nil }
    index += 1
    while index < bytes.count, isQuoteOrSpace(bytes[index]) { index += 1 }
    let rest = bytes[index...]
    // `$util.urlEncode("…")`: the value is what it is called with.
    if rest.starts(with: Array("$util.".utf8)), let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      index = open + 1
      while index < bytes.count, isQuoteOrSpace(bytes[index]) { index += 1 }
    }
    return index
  }

  private static func text(from start: Int, _ bytes: [UInt8]) -> String? {
    var end = start
    var depth = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") {
        if depth == 0 { break }
        depth -= 1
      }
      if isQuoteOrSpace(byte) || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: ")")
      {
        break
      }
      end += 1
    }
    return end > start ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
  }
}
