import Diagnostics
import Topology
import YAMLTree

extension Lowering {
  /// A part of a text as a value: `${Name}` or `${Name.Arn}` alone is the resource that it stands for.
  func value(ofText text: String, at range: SourceRange) -> Value {
    var text = text
    // A name that was put into a text, and that text into another.
    while text.hasPrefix("${${"), text.hasSuffix("}}") {
      text = String(text.dropFirst(2).dropLast())
    }
    if text.hasPrefix("${"), text.hasSuffix("}"), !text.dropFirst(2).contains("$") {
      let name = text.dropFirst(2).dropLast()
      if let key = system.keys[String(name)] {
        return Value(.reference(key, attribute: nil), at: range)
      }
      let parts = name.split(separator: ".", maxSplits: 1)
      if parts.count == 2, let key = system.keys[String(parts[0])] {
        return Value(.reference(key, attribute: String(parts[1])), at: range)
      }
    }
    return .text(text, at: range)
  }

  /// The resource of another type that a value refers to: an integration, an authorizer.
  func resource(referredTo value: Value?) -> SourceResource? {
    guard let value else { return nil }
    if case .reference(let key, _) = value.content { return resource(key) }
    guard let text = value.plainText,
      case .reference(let key, _) = self.value(ofText: text, at: value.range).content
    else { return nil }
    return resource(key)
  }
}
