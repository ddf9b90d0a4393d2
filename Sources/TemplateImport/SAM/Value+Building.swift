import Diagnostics

extension Value {
  /// The mapping with a member set anew; nil leaves it as it is. What is no mapping becomes one.
  func setting(_ key: String, _ value: Value?) -> Value {
    guard let value else { return self }
    var entries: [Entry] = if case .mapping(let own) = content { own } else { [] }
    if let place = entries.firstIndex(where: { $0.key == key }) {
      entries[place].value = value
    } else {
      entries.append(Entry(key, at: value.range, value))
    }
    return Value(.mapping(entries), at: range)
  }

  /// The mapping with one more element in the list under `key`.
  func appending(_ element: Value, to key: String) -> Value {
    let present = self[key]
    let elements = (present?.elements ?? []) + [element]
    return setting(key, .list(elements, at: present?.range ?? element.range))
  }

  /// The mapping without some of its members.
  func without(_ keys: String...) -> Value {
    guard case .mapping(let entries) = content else { return self }
    return Value(.mapping(entries.filter { !keys.contains($0.key) }), at: range)
  }

  /// Those members of the mapping that `keys` names.
  func picking(_ keys: Set<String>) -> Value {
    guard case .mapping(let entries) = content else { return .mapping([], at: range) }
    return Value(.mapping(entries.filter { keys.contains($0.key) }), at: range)
  }

  /// The value with each reference to a resource exchanged for what `exchange` makes of it.
  func exchangingReferences(
    _ exchange: (ResourceKey, String?) -> (ResourceKey, String?)?
  ) -> Value {
    switch content {
    case .reference(let key, let attribute):
      guard let (key, attribute) = exchange(key, attribute) else { return self }
      return Value(.reference(key, attribute: attribute), at: range)
    case .sequence(let elements):
      return .list(elements.map { $0.exchangingReferences(exchange) }, at: range)
    case .mapping(let entries):
      let changed = entries.map { entry in
        Entry(entry.key, at: entry.keyRange, entry.value.exchangingReferences(exchange))
      }
      return Value(.mapping(changed), at: range)
    case .scalar, .text, .unknown, .absent: return self
    }
  }

  /// What a resource has of `Globals`: maps are merged, lists joined, anything else is the
  /// resource's own where it has it.
  func merged(over global: Value) -> Value {
    if case .mapping(let shared) = global.content, case .mapping(let own) = content {
      var entries = own
      for entry in shared {
        if let place = entries.firstIndex(where: { $0.key == entry.key }) {
          // Architectures are replaced, as a function has one.
          if entry.key != "Architectures" {
            entries[place].value = entries[place].value.merged(over: entry.value)
          }
        } else {
          entries.append(entry)
        }
      }
      return Value(.mapping(entries), at: range)
    }
    if case .sequence(let shared) = global.content, case .sequence(let own) = content {
      return .list(shared + own, at: range)
    }
    return self
  }
}
