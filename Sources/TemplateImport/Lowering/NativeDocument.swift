import Diagnostics
import Topology
import YAMLTree

/// A topology in the native language while it is put together, every part with its place in the
/// user's own file.
struct NativeDocument {
  private struct Entry {
    var id: ResourceID
    var nameRange: SourceRange
    var body: [YAMLDraft.Entry] = []
    var lists: [String: [YAMLDraft]] = [:]
    var maps: [String: [YAMLDraft.Entry]] = [:]
    /// The names in each of the maps.
    var taken: [String: Set<String>] = [:]
    var range: SourceRange
  }

  private var entries: [Entry] = []
  private var positions: [ResourceID: Int] = [:]
  private let range: SourceRange
  private var settings: [YAMLDraft.Entry] = []

  init(at range: SourceRange) { self.range = range }

  /// Sets a key of the whole system; the first value counts.
  mutating func set(_ key: String, _ value: YAMLDraft) {
    if settings.contains(where: { $0.key.scalarText == key }) { return }
    settings.append(.init(.text(key, at: value.range), value))
  }

  func declares(_ id: ResourceID) -> Bool { positions[id] != nil }

  /// Declares a resource; of one that is declared already nothing changes.
  mutating func declare(_ id: ResourceID, at nameRange: SourceRange, _ range: SourceRange? = nil) {
    guard positions[id] == nil else { return }
    positions[id] = entries.count
    entries.append(Entry(id: id, nameRange: nameRange, range: range ?? nameRange))
  }

  /// Sets a key of a declared resource; a nil value says nothing. The first value of a key counts.
  mutating func set(
    _ id: ResourceID, _ key: String, _ value: YAMLDraft?, at keyRange: SourceRange? = nil
  ) {
    guard let value, let position = positions[id],
      !entries[position].body.contains(where: { $0.key.scalarText == key })
    else { return }
    entries[position].body.append(.init(.text(key, at: keyRange ?? value.range), value))
  }

  /// Appends to a list of a declared resource: `triggers`, `subscriptions`.
  mutating func append(_ id: ResourceID, _ key: String, _ element: YAMLDraft) {
    guard let position = positions[id] else { return }
    entries[position].lists[key, default: []].append(element)
  }

  /// Adds a named part to a declared resource: a bus's `rules`. A name that is taken gets a number.
  mutating func add(
    _ id: ResourceID, _ key: String, named name: String, at nameRange: SourceRange,
    _ value: YAMLDraft
  ) {
    guard let position = positions[id] else { return }
    var free = name
    var number = 2
    while !entries[position].taken[key, default: []].insert(free).inserted {
      free = "\(name)-\(number)"
      number += 1
    }
    entries[position].maps[key, default: []].append(.init(.text(free, at: nameRange), value))
  }

  /// The whole document, kinds in the order of the language.
  var draft: YAMLDraft {
    var root = settings
    for kind in ResourceKind.allCases {
      let members = entries.filter { $0.id.kind == kind }.map { entry in
        YAMLDraft.Entry(.text(entry.id.name, at: entry.nameRange), body(of: entry))
      }
      guard let first = members.first else { continue }
      let place = first.key.range
      root.append(.init(.text(kind.plural, at: place), .mapping(members, at: place)))
    }
    return .mapping(root, at: range)
  }

  private func body(of entry: Entry) -> YAMLDraft {
    var body = entry.body
    for (key, elements) in entry.lists.sorted(by: { $0.key < $1.key })
    where !body.contains(where: { $0.key.scalarText == key }) {
      let place = elements.first?.range ?? entry.range
      // Of statements of which one is not known, none can be said to be all.
      if key == "policy", let unknown = elements.first(where: { $0.tag == YAMLNode.unknownTag }) {
        body.append(.init(.text(key, at: place), unknown))
        continue
      }
      body.append(.init(.text(key, at: place), .list(elements, at: place)))
    }
    for (key, members) in entry.maps.sorted(by: { $0.key < $1.key }) {
      let place = members.first?.key.range ?? entry.range
      body.append(.init(.text(key, at: place), .mapping(members, at: place)))
    }
    return .mapping(body, at: entry.range)
  }
}
