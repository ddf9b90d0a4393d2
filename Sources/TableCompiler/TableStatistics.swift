internal import EventMatcher

/// What a table consists of, and which of its rules cost more than a lookup.
package struct TableStatistics: Sendable {
  /// Under what kind of test conjunctions are filed, so which values make a matcher look at them.
  package struct Filing: Hashable, Sendable {
    /// A whole string, a number or a literal.
    package var byValue = 0
    /// A prefix, suffix or ignore-case text.
    package var byAffix = 0
    package var byWildcard = 0
    /// A range of numbers or of addresses.
    package var byRange = 0
    /// Nothing but the presence of a field: looked at for every event that has it.
    package var byPresence = 0
    /// Nothing but the absence of a field: looked at for every event that lacks it.
    package var byAbsence = 0

    package init() {}
  }

  package var rules = 0
  /// Distinct conjunctions, after `$or`.
  package var conjunctions = 0
  package var paths = 0
  /// Distinct values, wildcards, ranges and so on that scalars are tested for.
  package var predicates = 0
  package var filing = Filing()
  /// Name and bytes of each section.
  package var sections: [(name: String, bytes: Int)] = []
  package var bytes = 0

  package init() {}
}

extension TableStatistics.Filing {
  /// Counts a conjunction that is filed under atoms, and under presence or absence beside them.
  mutating func count(_ atoms: [UInt32], isAny: Bool, isAbsence: Bool, _ pool: AtomPool) {
    if isAny {
      byPresence += 1
    } else if isAbsence {
      byAbsence += 1
    } else {
      switch atoms.map({ Self.cost($0, pool) }).max() ?? 0 {
      case 0: byValue += 1
      case 1: byAffix += 1
      case 2: byWildcard += 1
      default: byRange += 1
      }
    }
  }

  private static func cost(_ atom: UInt32, _ pool: AtomPool) -> Int {
    let index = Int(atom & AtomKind.indexMask)
    switch AtomKind(rawValue: atom >> AtomKind.shift) {
    case .value:
      let kind = pool.values[index].kind
      return kind == .string || kind == .bare ? 0 : 1
    case .folding: return 1
    case .wildcard: return 2
    case .interval: return pool.intervals[index].low == pool.intervals[index].high ? 0 : 3
    case .network: return pool.networks[index].low == pool.networks[index].high ? 0 : 3
    case .any, .excluding, nil: return 0
    }
  }
}

extension TableBuilder {
  func statistics(_ sections: [SectionWriter], rules: Int, bytes: Int) -> TableStatistics {
    var statistics = TableStatistics()
    statistics.rules = rules
    statistics.conjunctions = conjunctions.count
    statistics.paths = anyPostings.count
    statistics.predicates =
      atoms.values.count + atoms.wildcards.count + atoms.foldings.count + atoms.intervals.count
      + atoms.networks.count
    statistics.filing = filing
    statistics.sections = Section.allCases.map { ("\($0)", sections[$0.rawValue].bytes.count) }
    statistics.bytes = bytes
    return statistics
  }
}
