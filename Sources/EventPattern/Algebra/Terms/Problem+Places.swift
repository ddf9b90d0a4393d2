/// Where values stand matters when several requirements look into one array of objects: each may
/// then find its values in another element, and a requirement does not match values of different
/// elements.
extension Problem {
  /// Groups in which the naive reading (the values of each path, wherever they stand) may differ
  /// from the service's for this term.
  var mixedGroups: Set<Int> {
    var sources: [Int: Int] = [:]
    var mixed: Set<Int> = []
    note(root, isExcluded: false, &sources, &mixed)
    let deep = Set(
      paths.indices.compactMap { path in
        groups[path].flatMap { group in isBelowArray(path) ? group : nil }
      })
    for (group, count) in sources where count > 1 && deep.contains(group) { mixed.insert(group) }
    return mixed
  }

  /// Whether a requirement of the part picks several values inside one of `mixed`.
  func dependsOnPlaces(_ part: Part, _ mixed: Set<Int>) -> Bool {
    part.required.contains { requirement in
      var seen: Set<Int> = []
      return requirement.contains { condition in
        guard let group = groups[condition.path], mixed.contains(group) else { return false }
        return !seen.insert(group).inserted
      }
    }
  }

  /// The problem with only the requirement at `index` heeded inside `mixed`, which more events
  /// solve; nil where that requirement depends on no place there.
  func heeding(_ index: Int, in mixed: Set<Int>) -> Problem? {
    var weaker = self
    guard root.required[index].contains(where: { isInside(mixed, $0) }) else { return nil }
    for other in root.required.indices where other != index {
      weaker.root.required[other].removeAll { isInside(mixed, $0) }
    }
    return weaker
  }

  private func isInside(_ mixed: Set<Int>, _ condition: Condition) -> Bool {
    groups[condition.path].map(mixed.contains) ?? false
  }

  /// The path goes on inside the outermost array, so its value has a place among the elements.
  private func isBelowArray(_ path: Int) -> Bool {
    facts[path].arrayDepth.map { $0 < paths[path].count } ?? false
  }

  private func note(
    _ part: Part, isExcluded: Bool, _ sources: inout [Int: Int], _ mixed: inout Set<Int>
  ) {
    for requirement in part.required {
      for group in Set(requirement.compactMap { groups[$0.path] }) where !isExcluded {
        sources[group, default: 0] += 1
      }
      for condition in requirement where condition.admitsAbsence {
        guard let group = groups[condition.path] else { continue }
        // What must be there to refuse `exists: false` may stand in an element of its own.
        if isExcluded { sources[group, default: 0] += 1 }
        if !condition.earlierPeers.isEmpty { mixed.insert(group) }
      }
    }
    for inner in part.excluded { note(inner, isExcluded: !isExcluded, &sources, &mixed) }
  }
}
