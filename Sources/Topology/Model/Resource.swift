package import Diagnostics

/// What any declared resource may say about itself.
package struct ResourceInfo: Sendable {
  package var id: ResourceID
  /// The key that names it.
  package var nameRange: SourceRange
  /// The whole declaration.
  package var range: SourceRange
  /// Its own or the file's default.
  package var account: Located<String>?
  package var region: Located<String>?
  package var tags: [String: String] = [:]
  package var owner: String?
  package var encryption: Located<Encryption>?
  package var tracing: Bool?
  /// `logging: {retention: …}`; present without a retention means logged and kept for ever.
  package var logging: Logging?
  package var vpc: String?
  /// Backups of what it holds are made.
  package var backup: Bool?
  package var summary: String?
  /// What AWS calls it.
  package var physicalName = PhysicalName.sameAsKey
  /// Keys whose values are there but not to be told: nil in a field of these is no default.
  package var unknownKeys: Set<String> = []
  /// Declared elsewhere: known to exist, contents unknown.
  package var isExternal = false

  package init(id: ResourceID, nameRange: SourceRange, range: SourceRange) {
    self.id = id
    self.nameRange = nameRange
    self.range = range
  }

  package enum PhysicalName: Hashable, Sendable {
    case sameAsKey
    case known(String)
    /// Made up when it is deployed.
    case generated
  }

  package enum Encryption: Hashable, Sendable {
    case none
    /// The service's own or the AWS-managed key.
    case managed
    case key(Reference)
  }

  package struct Logging: Hashable, Sendable {
    package var retention: Duration?

    package init(retention: Duration?) { self.retention = retention }
  }
}

package protocol Resource: Sendable {
  static var kind: ResourceKind { get }
  var info: ResourceInfo { get set }

  /// A declaration that says nothing but what every resource may.
  init(info: ResourceInfo)
}

extension Resource {
  package var id: ResourceID { info.id }
  package var name: String { info.id.name }

  /// What AWS calls it, in events and ARNs; nil where it is made up when it is deployed.
  package var physicalName: String? {
    switch info.physicalName {
    case .sameAsKey: info.id.name
    case .known(let name): name
    case .generated: nil
    }
  }
}

/// The resources of one kind in the order declared, found by name without search.
package struct Catalog<Element: Resource>: Sequence, Sendable {
  package private(set) var all: [Element] = []
  private var positions: [String: Int] = [:]

  package init() {}

  /// Adds a resource, or returns the one that already has its name and changes nothing.
  package mutating func add(_ element: Element) -> Element? {
    if let position = positions[element.name] { return all[position] }
    positions[element.name] = all.count
    all.append(element)
    return nil
  }

  package subscript(name: String) -> Element? {
    get { positions[name].map { all[$0] } }
    set {
      guard let newValue, let position = positions[name] else { return }
      all[position] = newValue
    }
  }

  package mutating func update(_ change: (inout Element) -> Void) {
    for i in all.indices { change(&all[i]) }
  }

  package var names: [String] { all.map(\.name) }
  package var isEmpty: Bool { all.isEmpty }
  package var count: Int { all.count }
  package func makeIterator() -> IndexingIterator<[Element]> { all.makeIterator() }
}
