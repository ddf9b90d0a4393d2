import TableCompiler
import Topology

/// A name for each rule that C and Swift take as an identifier; all differ.
struct RuleIdentifiers {
  /// `ORDERS_RETRY`
  let upper: [String]
  /// `ordersRetry`
  let camel: [String]

  init(_ rules: [RoutedRule]) {
    let words = rules.map { (Self.words($0.scope), Self.words($0.name)) }
    upper = Self.distinct(
      words.map { scope, name in (scope + name).joined(separator: "_").uppercased() })
    camel = Self.distinct(
      words.map { scope, name in scope.isEmpty || name.isEmpty ? "" : Self.camel(scope + name) })
  }

  /// A name for what stands in a file: `routes` for `out/routes.c`.
  static func stem(of path: String?) -> String {
    let name = words(fileStem(of: path ?? "")).joined(separator: "_").lowercased()
    return name.first.map { ("a"..."z").contains($0) } == true ? name : "routes"
  }

  /// `MyRoutes` for `my_routes`.
  static func typeName(_ stem: String) -> String {
    words(stem).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The runs of ASCII letters and digits.
  private static func words(_ text: String) -> [String] {
    text.utf8.split { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        false
      default: true
      }
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Of two words at least, so that it is no word of the language.
  private static func camel(_ words: [String]) -> String {
    var name = words[0].prefix(1).lowercased() + words[0].dropFirst()
    for word in words.dropFirst() { name += word.prefix(1).uppercased() + word.dropFirst() }
    return name
  }

  /// Members that Swift gives such an enumeration by itself.
  private static let taken: Set<String> = ["rawValue", "hashValue", "allCases"]

  private static func distinct(_ names: [String]) -> [String] {
    var seen = taken
    return names.enumerated().map { index, name in
      var name = name.isEmpty ? "rule" : name
      if ("0"..."9").contains(name.prefix(1)) { name = "_" + name }
      while !seen.insert(name).inserted { name += "_\(index)" }
      return name
    }
  }
}
