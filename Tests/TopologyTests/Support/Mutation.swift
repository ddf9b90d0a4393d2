import Diagnostics
import YAMLTree

/// A JSON value that can be changed and written again.
indirect enum JSONDocument: Sendable {
  /// A scalar as JSON text.
  case scalar(String)
  case string(String)
  case array([JSONDocument])
  case object([(key: String, value: JSONDocument)])

  init(_ node: YAMLNode) {
    switch node.kind {
    case .mapping: self = .object(node.entries.map { ($0.key.text, JSONDocument($0.value)) })
    case .sequence: self = .array(node.elements.map { JSONDocument($0) })
    case .scalar:
      var ignored: [Diagnostic] = []
      let text = node.json(diagnostics: &ignored).map { String(decoding: $0.bytes, as: UTF8.self) }
      self = node.string.map { .string($0) } ?? .scalar(text ?? "null")
    }
  }

  var text: String {
    switch self {
    case .scalar(let text): return text
    case .string(let text): return Self.quoted(text)
    case .array(let elements): return "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      let parts = members.map { Self.quoted($0.key) + ":" + $0.value.text }
      return "{" + parts.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendJSONString(text.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every value inside, this one included.
  var all: [JSONDocument] {
    switch self {
    case .scalar, .string: [self]
    case .array(let elements): [self] + elements.flatMap(\.all)
    case .object(let members): [self] + members.flatMap(\.value.all)
    }
  }

  var keys: [String] {
    switch self {
    case .scalar, .string: []
    case .array(let elements): elements.flatMap(\.keys)
    case .object(let members): members.flatMap { [$0.key] + $0.value.keys }
    }
  }
}

extension JSONDocument {
  /// A topology taken apart: a document for each thing that it declares, one for each setting.
  var declarations: [JSONDocument] {
    guard case .object(let sections) = self else { return [self] }
    return sections.flatMap { section, content -> [JSONDocument] in
      guard case .object(let members) = content else { return [.object([(section, content)])] }
      return members.map { .object([(section, .object([$0]))]) }
    }
  }
}

/// Changes documents at random, the same for the same seed.
struct Mutator {
  private var state: UInt64
  let keys: [String]
  let values: [JSONDocument]

  init(seed: UInt64, keys: [String], values: [JSONDocument]) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.keys = keys
    self.values = values
  }

  mutating func pick(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(bound, 1)))
  }

  /// The document with one thing changed somewhere inside.
  mutating func changed(_ document: JSONDocument) -> JSONDocument {
    switch document {
    case .scalar, .string: return replaced(document)
    case .array(var elements):
      if elements.isEmpty || pick(6) == 0 { return changedHere(document) }
      let index = pick(elements.count)
      elements[index] = changed(elements[index])
      return .array(elements)
    case .object(var members):
      if members.isEmpty || pick(6) == 0 { return changedHere(document) }
      let index = pick(members.count)
      members[index].value = changed(members[index].value)
      return .object(members)
    }
  }

  /// Drops, renames, adds or repeats a part; or puts something else in its place.
  private mutating func changedHere(_ document: JSONDocument) -> JSONDocument {
    switch (document, pick(6)) {
    case (.array(var elements), 0) where !elements.isEmpty:
      elements.remove(at: pick(elements.count))
      return .array(elements)
    case (.array(var elements), 1) where !elements.isEmpty:
      elements.append(elements[pick(elements.count)])
      return .array(elements)
    case (.object(var members), 0) where !members.isEmpty:
      members.remove(at: pick(members.count))
      return .object(members)
    case (.object(var members), 1...2) where !members.isEmpty:
      let index = pick(members.count)
      let key = pick(2) == 0 ? keys[pick(keys.count)] : misspelt(members[index].key)
      if !members.contains(where: { $0.key == key }) { members[index].key = key }
      return .object(members)
    case (.object(var members), 3):
      let key = keys[pick(keys.count)]
      if !members.contains(where: { $0.key == key }) {
        members.append((key, values[pick(values.count)]))
      }
      return .object(members)
    default: return replaced(document)
    }
  }

  private mutating func replaced(_ document: JSONDocument) -> JSONDocument {
    let plain = ["null", "true", "false", "0", "-1", "3", "30", "1.5", "1e400", "12"]
    switch pick(6) {
    case 0: return .scalar(plain[pick(plain.count)])
    case 1: return .array([document])
    case 2: return .object([(keys[pick(keys.count)], document)])
    case 3: return values[pick(values.count)]
    default:
      guard case .string(let text) = document else { return values[pick(values.count)] }
      return .string(misspelt(text))
    }
  }

  mutating func misspelt(_ text: String) -> String {
    var letters = Array(text)
    let letter = Array("aZ9 /:.*-_é\n")[pick(12)]
    switch pick(3) {
    case 0 where !letters.isEmpty: letters.remove(at: pick(letters.count))
    case 1 where !letters.isEmpty: letters[pick(letters.count)] = letter
    default: letters.insert(letter, at: pick(letters.count + 1))
    }
    return String(letters)
  }
}
