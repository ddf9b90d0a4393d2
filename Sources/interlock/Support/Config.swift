import Checks
import Diagnostics
import Reports
import YAMLTree

/// `.interlock.yaml`: what the flags say where they say nothing.
struct Config {
  static let fileName = ".interlock.yaml"

  /// The folder of the file, `.` where there is none; `paths` are relative to it.
  var folder = "."
  var paths: [String] = []
  var profile: Profile?
  var select: [String] = []
  var ignore: [String] = []
  var failOn: FailOn?
  var pricing: String?
  var limits = Limits()

  private static let keys = [
    "paths", "profile", "select", "ignore", "failOn", "pricing", "quotas",
  ]

  /// The nearest file at or above the first of `paths`; empty where there is none.
  static func find(above paths: [String]) throws(Refused) -> Config {
    let first = paths.first.map { $0 == "-" ? "." : $0 } ?? "."
    let isFolder = (try? kind(of: first)) == .folder
    var place = resolvedPath(isFolder ? first : parentFolder(of: first)) ?? "/"
    let here = resolvedPath(".") ?? "/"
    while true {
      let file = joinedPath(place, fileName)
      if (try? kind(of: file)) == .regular { return try Config(file, shownFrom: here) }
      if place == "/" { return Config() }
      place = parentFolder(of: place)
    }
  }

  private init() {}

  private init(_ file: String, shownFrom here: String) throws(Refused) {
    let shown = file.hasPrefix(here + "/") ? String(file.dropFirst(here.utf8.count + 1)) : file
    var sources = SourceMap()
    var errors: [Diagnostic] = []
    do {
      let source = SourceFile(path: shown, bytes: try readFile(file, limit: 1 << 20))
      let id = sources.add(source)
      folder = parentFolder(of: shown)
      if let root = YAMLTree.read(source, id: id, diagnostics: &errors)?.documents.first {
        read(root, &errors)
      }
    } catch {
      throw Refused("cannot read '\(shown)': \(error.reason)")
    }
    if !errors.isEmpty { throw Refused([], findings: errors, in: sources) }
  }

  private mutating func read(_ root: YAMLNode, _ errors: inout [Diagnostic]) {
    if root.scalar == .null { return }
    guard root.kind == .mapping else {
      return errors.append(Self.problem("the configuration is a mapping of settings", root))
    }
    for (key, value) in root.entries {
      switch key.text {
      case "paths": paths = Self.words(value, &errors).map { joinedPath(folder, $0) }
      case "select": select = Self.words(value, &errors)
      case "ignore": ignore = Self.words(value, &errors)
      case "profile": profile = Self.choice(value, &errors)
      case "failOn": failOn = Self.choice(value, &errors)
      case "pricing": pricing = value.text
      case "quotas": limits = Self.quotas(value, &errors)
      default:
        let hint =
          didYouMean(key.text, in: Self.keys) ?? "known: \(Self.keys.joined(separator: ", "))"
        errors.append(Self.problem("unknown setting '\(key.text)': \(hint)", key))
      }
    }
  }

  private static func words(_ node: YAMLNode, _ errors: inout [Diagnostic]) -> [String] {
    if let word = node.string { return [word] }
    let words = node.elements.compactMap(\.string)
    if node.kind != .sequence || words.count != node.elements.count {
      errors.append(problem("expected a list of words", node))
    }
    return words
  }

  private static func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, _ errors: inout [Diagnostic]
  ) -> Value? {
    if let value = Value(rawValue: node.text) { return value }
    let known = Value.allCases.map(\.rawValue)
    let hint = didYouMean(node.text, in: known) ?? "known: \(known.joined(separator: ", "))"
    errors.append(problem("unknown value '\(node.text)': \(hint)", node))
    return nil
  }

  static func problem(_ message: String, _ node: YAMLNode) -> Diagnostic {
    Diagnostic("config/invalid", .error, message, at: node.range)
  }
}

/// The lowest severity that makes `lint` exit with 1.
enum FailOn: String, CaseIterable {
  case error, warning, info, never

  func isMet(by findings: [Diagnostic]) -> Bool {
    let lowest = Severity(rawValue: rawValue)
    return lowest.map { lowest in findings.contains { $0.severity >= lowest } } ?? false
  }
}
