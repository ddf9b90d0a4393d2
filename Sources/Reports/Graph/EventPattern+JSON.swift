import EventPattern

extension EventPattern {
  /// A pattern with the same meaning in EventBridge's own grammar; alternatives stand under `$or`.
  package var json: String {
    let parts = alternatives.map { Object($0).json }
    return parts.count == 1 ? parts[0] : "{\"$or\":[\(parts.joined(separator: ","))]}"
  }
}

/// The fields of one conjunction, nested as their paths say.
private struct Object {
  private indirect enum Member {
    case tests(String)
    case object(Object)
  }

  private var keys: [String] = []
  private var members: [String: Member] = [:]

  init(_ conjunction: Conjunction) {
    for field in conjunction.fields {
      let path = field.path.description.split(separator: ".", omittingEmptySubsequences: false)
      insert(field.tests.map(\.json).joined(separator: ","), at: path.map(String.init)[...])
    }
  }

  private init() {}

  private mutating func insert(_ tests: String, at path: ArraySlice<String>) {
    guard let key = path.first else { return }
    var inner = Object()
    switch members[key] {
    case .object(let known)? where path.count > 1: inner = known
    case nil where path.count > 1: break
    case nil: return add(key, .tests("[\(tests)]"))
    // The field itself is tested too: a dotted key means the same as a nested one.
    case .tests?, .object?: return add(path.joined(separator: "."), .tests("[\(tests)]"))
    }
    inner.insert(tests, at: path.dropFirst())
    add(key, .object(inner))
  }

  private mutating func add(_ key: String, _ member: Member) {
    if members.updateValue(member, forKey: key) == nil { keys.append(key) }
  }

  var json: String {
    let parts = keys.map { key -> String in
      let value =
        switch members[key] {
        case .tests(let text)?: text
        case .object(let object)?: object.json
        case nil: "null"
        }
      return "\(JSONWriter.quoted(key)):\(value)"
    }
    return "{\(parts.joined(separator: ","))}"
  }
}

extension ValueTest {
  fileprivate var json: String {
    switch self {
    case .equals(let text): text.quoted
    case .exactly(let text): "{\"exactly\":\(text.quoted)}"
    case .number(let number): number.text.description
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    case .prefix(let text, let ignoreCase): affix("prefix", text, ignoreCase)
    case .suffix(let text, let ignoreCase): affix("suffix", text, ignoreCase)
    case .equalsIgnoreCase(let text): "{\"equals-ignore-case\":\(text.quoted)}"
    case .wildcard(let wildcard): "{\"wildcard\":\(wildcard.quoted)}"
    case .numeric(let range): "{\"numeric\":[\(range.comparisons.joined(separator: ","))]}"
    case .cidr(let block): "{\"cidr\":\(block.text.quoted)}"
    case .exists(let isThere): "{\"exists\":\(isThere)}"
    case .anythingBut(let excluded): "{\"anything-but\":\(excluded.json)}"
    }
  }

  private func affix(_ name: String, _ text: UTF8Text, _ ignoreCase: Bool) -> String {
    ignoreCase
      ? "{\"\(name)\":{\"equals-ignore-case\":\(text.quoted)}}" : "{\"\(name)\":\(text.quoted)}"
  }
}

extension AnythingBut {
  fileprivate var json: String {
    switch self {
    case .strings(let texts): "[\(list(texts))]"
    case .numbers(let numbers): "[\(numbers.map(\.text.description).joined(separator: ","))]"
    case .prefix(let texts): "{\"prefix\":[\(list(texts))]}"
    case .suffix(let texts): "{\"suffix\":[\(list(texts))]}"
    case .equalsIgnoreCase(let texts): "{\"equals-ignore-case\":[\(list(texts))]}"
    case .wildcard(let wildcards):
      "{\"wildcard\":[\(wildcards.map(\.quoted).joined(separator: ","))]}"
    }
  }

  private func list(_ texts: [UTF8Text]) -> String {
    texts.map(\.quoted).joined(separator: ",")
  }
}

extension NumericRange {
  /// `">=",1,"<",5`, or `"=",5` for a single value.
  fileprivate var comparisons: [String] {
    if let lower, lower == upper, lower.isIncluded { return ["\"=\"", number(lower.value)] }
    var parts: [String] = []
    if let lower { parts += [lower.isIncluded ? "\">=\"" : "\">\"", number(lower.value)] }
    if let upper { parts += [upper.isIncluded ? "\"<=\"" : "\"<\"", number(upper.value)] }
    return parts
  }

  private func number(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? "\(value)"
  }
}

extension Wildcard {
  fileprivate var quoted: String {
    let runs = runs.map { run in
      run.description.reduce(into: "") { text, character in
        if character == "*" || character == "\\" { text += "\\" }
        text.append(character)
      }
    }
    return JSONWriter.quoted(runs.joined(separator: "*"))
  }
}

extension UTF8Text {
  fileprivate var quoted: String { JSONWriter.quoted(description) }
}
