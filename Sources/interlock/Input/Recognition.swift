import Diagnostics
import TemplateImport
import Topology
import YAMLTree

/// What a document is, told by its content and never by its name.
enum Recognition {
  case topology
  /// A file of another format that is read as one.
  case template
  /// `a CloudFormation template`, to follow 'looks like'.
  case other(String)

  /// What `root` is; `isNamed` where the user asked for this very file, which needs one known key,
  /// while in a folder most keys must be known.
  init(_ root: YAMLNode, isNamed: Bool) {
    guard root.kind == .mapping else {
      self = .other(root.kind == .sequence ? "a list" : Self.scalar(root))
      return
    }
    let keys = root.entries.map(\.key.text)
    if TemplateImport.reads(root) {
      self = .template
      return
    }
    if let other = Self.others.first(where: { $0.isPresent(in: root) }) {
      self = .other(other.name)
      return
    }
    let known = root.entries.reduce(0) { $0 + (Self.isKnown($1.key, $1.value, isNamed) ? 1 : 0) }
    let isEnough = isNamed ? known > 0 : known * 2 > keys.count || keys.contains("topology")
    self = isEnough ? .topology : .other(Self.unknown(keys))
  }

  /// A word that no other format is likely to have at its top level.
  private static let resourceKeys = ResourceKind.allCases.map(\.plural)
  static let topLevelKeys = Set(
    resourceKeys + [
      "topology", "account", "region", "pricing", "trail", "include", "events", "assertions",
      "tests",
    ])

  /// Other files have a list of `events` or `keys`, which a topology has by their names.
  private static func isKnown(_ key: YAMLNode, _ value: YAMLNode, _ isNamed: Bool) -> Bool {
    guard topLevelKeys.contains(key.text) else { return false }
    let isNames = key.text == "events" || resourceKeys.contains(key.text)
    return isNamed || !isNames || value.kind != .sequence
  }

  private static func scalar(_ root: YAMLNode) -> String {
    root.scalar == .null ? "an empty file" : "plain text"
  }

  private static func unknown(_ keys: [String]) -> String {
    if keys.isEmpty { return "an empty mapping" }
    let shown = keys.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let hints = keys.prefix(20).compactMap { key in
      nearestNames(to: key, in: topLevelKeys, limit: 1).first
    }
    let hint = hints.first.map { "; did you mean '\($0)'?" } ?? ""
    return "a mapping of \(shown)\(keys.count > 3 ? " …" : "")\(hint)"
  }

  /// Another format and the keys that give it away: all of them, with a value where one is given.
  private struct Other {
    var name: String
    var keys: [String]

    init(_ name: String, _ keys: String...) {
      self.name = name
      self.keys = keys
    }

    func isPresent(in root: YAMLNode) -> Bool { keys.allSatisfy { root[$0] != nil } }
  }

  private static let others = [
    Other("a CloudFormation template without resources", "AWSTemplateFormatVersion"),
    Other("a Terraform state", "terraform_version"),
    Other("a Kubernetes manifest", "apiVersion", "kind"),
    Other("a Docker Compose file", "services"),
    Other("a Serverless Framework service", "service", "provider"),
    Other("an OpenAPI description", "openapi"),
    Other("an OpenAPI description", "swagger"),
    Other("an AsyncAPI description", "asyncapi"),
    Other("a JSON Schema", "$schema", "properties"),
    Other("a GitHub Actions workflow", "on", "jobs"),
    Other("a price model", "dimensions", "asOf"),
    Other("an npm package", "name", "version", "dependencies"),
    Other("an event", "detail-type", "source"),
  ]
}

extension Recognition {
  /// Whether a file met in a folder is worth parsing: it names a key of the language at its top level.
  /// Keeps a walk over a large repository cheap.
  static func isPlausible(_ bytes: [UInt8]) -> Bool {
    topLevelWords(of: bytes).contains {
      topLevelKeys.contains($0) || TemplateImport.topLevelKeys.contains($0)
        || TemplateImport.inventoryKeys.contains($0)
    }
  }

  /// Whether a file that does not parse was meant as a topology: most of its keys are the language's.
  static func wasMeant(_ bytes: [UInt8]) -> Bool {
    let words = topLevelWords(of: bytes)
    if words.contains(where: TemplateImport.topLevelKeys.contains) { return true }
    let known = words.reduce(0) { topLevelKeys.contains($1) ? $0 + 1 : $0 }
    return isJSON(bytes) ? known > 0 : known * 2 > words.count
  }

  /// The words that start a line before a colon; for JSON, whose layout is free, every quoted one.
  private static func topLevelWords(of bytes: [UInt8]) -> [String] {
    var words: [String] = []
    let isJSON = isJSON(bytes)
    var start: Int? = 0
    while let position = start, position < bytes.count {
      let isQuoted = bytes[position] == 0x22 || bytes[position] == 0x27
      let letters = bytes[(isQuoted ? position + 1 : position)...].prefix(32).prefix {
        isLetter($0)
      }
      let end = letters.endIndex + (isQuoted && letters.endIndex < bytes.count ? 1 : 0)
      if !letters.isEmpty, isJSON ? isQuoted : end < bytes.count && bytes[end] == 0x3A {
        words.append(String(decoding: letters, as: UTF8.self))
      }
      start =
        isJSON
        ? bytes[end...].firstIndex(of: 0x22)
        : firstLineFeed(in: bytes, position..<bytes.count).map { $0 + 1 }
    }
    return words
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "{")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }
}
