import YAMLTree

/// An output of the AWS CLI, told by the keys at its top level.
struct InventoryShape: Sendable {
  typealias Read = @Sendable (InventoryDump, inout Inventory) -> Void

  /// Of every element of a list, or of the whole.
  enum Form: Sendable {
    case list(of: String, having: [String])
    case object(having: [String])
    /// The keys of a member.
    case member(String, having: [String])
    /// Any of these keys and no other.
    case some(of: Set<String>)
    /// An object whose ARN is of a kind: `:pipe/`.
    case named(String, having: [String])
  }

  var form: Form
  var read: Read
  /// It says more of what other outputs declare.
  var isAddition = false

  init(_ form: Form, adds isAddition: Bool = false, _ read: @escaping Read) {
    self.form = form
    self.isAddition = isAddition
    self.read = read
  }

  /// Keys that the CLI adds to any list.
  private static let paging: Set<String> = [
    "NextToken", "nextToken", "NextMarker", "Marker", "IsTruncated", "RevisionId",
  ]

  func fits(_ root: YAMLNode) -> Bool {
    switch form {
    case .list(let key, let members):
      guard let list = root[key], list.kind == .sequence else { return false }
      guard let first = list.elements.first else {
        return root.entries.allSatisfy { $0.key.text == key || Self.paging.contains($0.key.text) }
      }
      return members.isEmpty ? first.string != nil : members.allSatisfy { first[$0] != nil }
    case .object(let keys): return keys.allSatisfy { root[$0] != nil }
    case .member(let key, let keys):
      return root[key].map { member in keys.allSatisfy { member[$0] != nil } } ?? false
    case .some(let keys):
      return root.count > 0
        && root.entries.allSatisfy {
          keys.contains($0.key.text) && $0.value.kind != .scalar
        }
    case .named(let part, let keys):
      guard let arn = root["Arn"]?.string, arn.hasPrefix("arn:") else { return false }
      return arn.contains(part) && keys.allSatisfy { root[$0] != nil }
    }
  }

  /// A key of each form, by which a file is worth parsing.
  static let keys: Set<String> = {
    var keys: Set<String> = []
    for shape in all {
      switch shape.form {
      case .list(let key, _), .member(let key, _): keys.insert(key)
      case .object(let members), .named(_, let members): keys.formUnion(members.prefix(1))
      case .some(let any): keys.formUnion(any)
      }
    }
    return keys
  }()

  static let all = events + messaging + compute + data + operations

  static func of(_ root: YAMLNode) -> InventoryShape? {
    guard root.kind == .mapping, root.isJSON, root.count < 64 else { return nil }
    return all.first { $0.fits(root) }
  }
}

/// One output: what it holds, and what it is about as its file's name says.
struct InventoryDump {
  var root: YAMLNode
  /// What stands behind the signs `@` in the file's name: `list-targets-by-rule@shop@orders.json`
  /// is about the rule `orders` of the bus `shop`. `%2F` stands for a slash.
  var about: [String]
  /// The file's name.
  var file: String

  init(_ root: YAMLNode, path: String) {
    self.root = root
    var name = path.split(separator: "/").last ?? ""
    file = String(name)
    if name.hasSuffix(".json") { name = name.dropLast(5) }
    about = name.split(separator: "@").dropFirst().map {
      String($0).replacing("%2F", with: "/")
    }
  }

  func elements(_ key: String) -> [YAMLNode] {
    root[key]?.elements.filter { $0.kind == .mapping } ?? []
  }
}
