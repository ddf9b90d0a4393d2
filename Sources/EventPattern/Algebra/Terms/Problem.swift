/// A term laid out for solving: its paths by number, and what its shape says of each.
struct Problem {
  struct Condition {
    let path: Int
    let admitsAbsence: Bool
    let values: ValueSet
    /// The paths of earlier conditions of the same requirement that pick their value inside the
    /// same outermost array: `exists: false` then looks only at the element picked there.
    let earlierPeers: [Int]
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
    var placed: [(path: Int, condition: Requirement.Condition)] = []
    for condition in requirement.conditions where !condition.isVague {
      if let path = numbers[condition.path.segments] { placed.append((path, condition)) }
    }
    return placed.map { path, condition in
      // A condition that only absence passes picks no element.
      let peers = placed.filter { other in
        groups[path] != nil && groups[other.path] == groups[path]
          && other.condition.rank < condition.rank && !other.condition.values.isNone
      }
      return Condition(
        path: path, admitsAbsence: condition.admitsAbsence, values: condition.values,
        earlierPeers: peers.map(\.path))
    }
  }
}
