/// A term laid out for solving: its paths by number, and what its shape says of each.
struct Problem {
  struct Condition {
    let path: Int
    let admitsAbsence: Bool
    let values: ValueSet
    /// An earlier condition of the same requirement picks its value inside the same outermost
    /// array, so that `exists: false` looks only at the element picked there.
    let hasEarlierPeer: Bool
  }

  struct Part {
    var required: [[Condition]]
    var excluded: [Part]
    let shape: Term.Shape
    /// Some requirement holds a condition that is left out here.
    let isVague: Bool
  }

  let term: Term
  /// Sorted, so that paths with a common beginning are neighbours.
  let paths: [[UTF8Text]]
  let facts: [PathFacts]
  /// Paths with the same number share their outermost array; nil where a path has one value at
  /// most.
  let groups: [Int?]
  var root: Part

  init(_ term: Term) {
    var texts: Set<UTF8Text> = []
    Self.collectPaths(of: term, into: &texts)
    let paths = texts.map(\.segments).sorted { $0.lexicographicallyPrecedes($1) }
    let facts = paths.map { PathFacts($0, in: term.shape.root) }
    var numbers: [[UTF8Text]: Int] = [:]
    for (number, path) in paths.enumerated() { numbers[path] = number }
    let groups = Self.groups(of: paths, facts)
    self.term = term
    self.paths = paths
    self.facts = facts
    self.groups = groups
    root = Self.layOut(term, numbers, groups)
  }

  private static func groups(of paths: [[UTF8Text]], _ facts: [PathFacts]) -> [Int?] {
    var numbers: [ArraySlice<UTF8Text>: Int] = [:]
    return zip(paths, facts).map { path, facts in
      guard let depth = facts.arrayDepth else { return nil }
      let number = numbers[path[..<depth]] ?? numbers.count
      numbers[path[..<depth]] = number
      return number
    }
  }

  private static func collectPaths(of term: Term, into paths: inout Set<UTF8Text>) {
    for requirement in term.required {
      for condition in requirement.conditions { paths.insert(condition.path) }
    }
    for part in term.excluded { collectPaths(of: part, into: &paths) }
  }

  private static func layOut(
    _ term: Term, _ numbers: [[UTF8Text]: Int], _ groups: [Int?]
  ) -> Part {
    let excluded = term.excluded.map { layOut($0, numbers, groups) }
    return Part(
      required: term.required.map { layOut($0, numbers, groups) }, excluded: excluded,
      shape: term.shape,
      isVague: term.required.contains(where: \.isVague) || excluded.contains(where: \.isVague))
  }

  private static func layOut(
    _ requirement: Requirement, _ numbers: [[UTF8Text]: Int], _ groups: [Int?]
  ) -> [Condition] {
    let placed = requirement.conditions.lazy.filter { !$0.isVague }.compactMap { condition in
      numbers[condition.path.segments].map { (path: $0, condition: condition) }
    }
    var firstRanks: [Int: Int] = [:]
    for (path, condition) in placed {
      // A condition that only absence passes picks no element.
      guard let group = groups[path], !condition.values.isNone else { continue }
      firstRanks[group] = min(firstRanks[group] ?? .max, condition.rank)
    }
    return placed.map { path, condition in
      let first = groups[path].flatMap { firstRanks[$0] } ?? condition.rank
      return Condition(
        path: path, admitsAbsence: condition.admitsAbsence, values: condition.values,
        hasEarlierPeer: first < condition.rank)
    }
  }
}
