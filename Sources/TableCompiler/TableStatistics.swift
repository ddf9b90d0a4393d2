internal import EventMatcher

/// What a table consists of, and which of its rules cost more than a lookup.
package struct TableStatistics: Sendable {
  /// What makes a matcher look at a conjunction that is filed under no whole value.
  package enum Search: Int, Sendable {
    /// A prefix, suffix or ignore-case text.
    case affix
    case wildcard
    /// A range of numbers or of addresses.
    case range
    /// Nothing but the presence of a field: looked at for every event that has it.
    case presence
    /// Nothing but the absence of a field: looked at for every event that lacks it.
    case absence
  }

  /// A rule with a conjunction that is filed under no whole value, since none of its fields has one.
  package struct Searched: Sendable {
    package var rule: Int
    package var by: Search
    /// The field under which it is filed.
    package var path: [UInt8]
  }

  /// A field and how many different things its scalars are tested for.
  package struct Field: Sendable {
    package var path: [UInt8]
    package var values = 0
    package var affixes = 0
    package var wildcards = 0
    package var ranges = 0
  }

  package var rules = 0
  /// Distinct conjunctions, after `$or`.
  package var conjunctions = 0
  /// Ascending by path.
  package var fields: [Field] = []
  /// Distinct values, wildcards, ranges and so on that scalars are tested for.
  package var predicates = 0
  /// Names in the tree of paths.
  package var names = 0
  /// By rule.
  package var searched: [Searched] = []
  /// Name and bytes of each section.
  package var sections: [(name: String, bytes: Int)] = []
  package var bytes = 0

  package init() {}
}

extension TableStatistics.Search {
  /// What the costliest of some atoms takes; nil where all are whole values.
  static func costliest(of atoms: [UInt32], _ pool: AtomPool) -> Self? {
    var found: Self?
    for atom in atoms {
      guard let search = search(atom, pool) else { continue }
      if search.rawValue >= found?.rawValue ?? 0 { found = search }
    }
    return found
  }

  private static func search(_ atom: UInt32, _ pool: AtomPool) -> Self? {
    let index = Int(atom & AtomKind.indexMask)
    switch AtomKind(rawValue: atom >> AtomKind.shift) {
    case .value: return pool.values[index].isWhole ? nil : .affix
    case .folding: return .affix
    case .wildcard: return .wildcard
    case .interval: return pool.intervals[index].low == pool.intervals[index].high ? nil : .range
    case .network: return pool.networks[index].low == pool.networks[index].high ? nil : .range
    case .any, .excluding, nil: return nil
    }
  }
}

extension AtomPool.Value {
  fileprivate var isWhole: Bool { kind == .string || kind == .bare }
}

extension TableBuilder {
  func statistics(_ sections: [SectionWriter], rules: Int, bytes: Int) -> TableStatistics {
    var statistics = TableStatistics()
    statistics.rules = rules
    statistics.conjunctions = conjunctions.count
    statistics.fields = fieldStatistics()
    statistics.predicates =
      atoms.values.count { $0.kind != .gram } + atoms.wildcards.count + atoms.foldings.count
      + atoms.intervals.count + atoms.networks.count
    statistics.names = names.names.count - 1
    statistics.searched = searchedRules()
    statistics.sections = Section.allCases.map { ("\($0)", sections[$0.rawValue].bytes.count) }
    statistics.bytes = bytes
    return statistics
  }

  private func searchedRules() -> [TableStatistics.Searched] {
    var found: [TableStatistics.Searched] = []
    for (index, conjunction) in conjunctions.enumerated() {
      guard let (by, path) = searched[UInt32(index)] else { continue }
      let text = Array(texts.bytes(pathTexts[path]))
      for rule in conjunction.rules { found.append(.init(rule: Int(rule), by: by, path: text)) }
    }
    return found.sorted { $0.rule < $1.rule }
  }

  private func fieldStatistics() -> [TableStatistics.Field] {
    var fields = pathTexts.map { TableStatistics.Field(path: Array(texts.bytes($0))) }
    for value in atoms.values where value.kind != .gram {
      fields[Int(value.path)].values += value.isWhole ? 1 : 0
      fields[Int(value.path)].affixes += value.isWhole ? 0 : 1
    }
    for folding in atoms.foldings { fields[Int(folding.path)].affixes += 1 }
    for wildcard in atoms.wildcards { fields[Int(wildcard.path)].wildcards += 1 }
    for interval in atoms.intervals {
      let isOne = interval.low == interval.high
      fields[Int(interval.path)].values += isOne ? 1 : 0
      fields[Int(interval.path)].ranges += isOne ? 0 : 1
    }
    for network in atoms.networks {
      let isOne = network.low == network.high
      fields[Int(network.path)].values += isOne ? 1 : 0
      fields[Int(network.path)].ranges += isOne ? 0 : 1
    }
    return fields.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }
}
