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
