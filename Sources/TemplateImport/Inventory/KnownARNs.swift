import Diagnostics
import YAMLTree

/// The ARNs of resources that exist, so that a text which names one refers to it and to no other of
/// the same name in another account or region.
struct KnownARNs {
  private var keys: [String: ResourceKey] = [:]

  var isEmpty: Bool { keys.isEmpty }

  mutating func add(_ arn: String, _ key: ResourceKey) {
    if keys[arn] == nil { keys[arn] = key }
  }

  subscript(arn: String) -> ResourceKey? {
    guard arn.hasPrefix("arn:") else { return nil }
    if let key = keys[arn] { return key }
    return Self.owner(of: arn).flatMap { keys[$0] }
  }

  /// What an ARN is a part of: a function of its version, a table of its stream, a log group of all
  /// its streams.
  static func owner(of arn: String) -> String? {
    let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 5 else { return nil }
    switch (parts[2], parts[5]) {
    case ("lambda", "function") where parts.count > 7: return parts[..<7].joined(separator: ":")
    case ("logs", "log-group") where parts.count > 7: return parts[..<7].joined(separator: ":")
    case ("dynamodb", let table):
      guard let stream = table.firstRange(of: "/stream/") else { return nil }
      return parts[..<5].joined(separator: ":") + ":" + table[..<stream.lowerBound]
    case ("kinesis", let stream):
      guard let consumer = stream.firstRange(of: "/consumer/") else { return nil }
      return parts[..<5].joined(separator: ":") + ":" + stream[..<consumer.lowerBound]
    default: return nil
    }
  }

  /// Texts whose parts are not references: they are matched as they are.
  private static let literal: Set<String> = [
    "Condition", "EventPattern", "Pattern", "FilterPolicy", "Input", "InputTransformer",
    "DefinitionString", "Environment", "Tags",
  ]

  /// The value with a reference for every text that is the ARN of one of the resources; members
  /// `keeping` stay as they are.
  func resolve(_ value: Value, keeping kept: Set<String> = []) -> Value {
    if keys.isEmpty { return value }
    switch value.content {
    case .scalar, .text:
      guard let text = value.knownText, let key = self[text] else { return value }
      let isStream = text.contains("/stream/") && text.hasPrefix("arn:aws:dynamodb")
      return Value(.reference(key, attribute: isStream ? "StreamArn" : "Arn"), at: value.range)
    case .sequence(let elements): return .list(elements.map { resolve($0) }, at: value.range)
    case .mapping(let entries):
      return Value(
        .mapping(
          entries.map { entry in
            Self.literal.contains(entry.key) || kept.contains(entry.key)
              ? entry : .init(entry.key, at: entry.keyRange, resolve(entry.value))
          }), at: value.range)
    case .reference, .unknown, .absent: return value
    }
  }

  /// The tree that a JSON text says, its ARNs as references; the value as it is where it says none.
  func document(_ value: Value) -> Value {
    guard case .scalar(let node) = value.content else { return resolve(value) }
    var found: [Diagnostic] = []
    guard let root = YAMLTree.read(textOf: node, diagnostics: &found)?.documents.first,
      root.kind == .mapping
    else { return resolve(value) }
    return resolve(Value(literal: root))
  }
}
