internal import EventMatcher

extension TableBuilder {
  /// Files every conjunction under the test that is least likely to be met.
  ///
  /// A test that can be met by absence serves only where no other is there, and then it must be the
  /// first: before it no array element has been chosen, so absence there is absence everywhere.
  mutating func fileConjunctions() {
    let usage = Usage(self)
    for index in conjunctions.indices {
      let tests = conjunctions[index].tests
      let positive = tests.indices.filter { !allowsAbsence(tests[$0]) }
      let weights = positive.map { usage.weight(of: tests[$0], self) }
      let best = weights.indices.min { weights[$0] < weights[$1] }
      file(UInt32(index), under: tests[best.map { positive[$0] } ?? 0])
    }
  }

  private mutating func file(_ conjunction: UInt32, under test: Test) {
    let path = Int(test.path & TestFlags.pathMask)
    let atoms = atoms(of: test)
    var isAny = false
    for atom in atoms {
      switch AtomKind(rawValue: atom >> AtomKind.shift) {
      case .any, .excluding: isAny = true
      default: self.atoms.file(conjunction, under: atom)
      }
    }
    if isAny { anyPostings[path].append(conjunction) }
    if allowsAbsence(test) { absentPostings[path].append(conjunction) }
    let by: TableStatistics.Search? =
      isAny ? .presence : allowsAbsence(test) ? .absence : .costliest(of: atoms, self.atoms)
    if let by { searched[conjunction] = (by, path) }
  }
}

/// How often each atom is asked for, from which follows how telling it is.
private struct Usage {
  private var counts: [UInt32: Int] = [:]
  private var paths: [Int]

  init(_ builder: TableBuilder) {
    paths = [Int](repeating: 0, count: builder.anyPostings.count)
    for conjunction in builder.conjunctions {
      for test in conjunction.tests {
        paths[Int(test.path & TestFlags.pathMask)] += 1
        for atom in builder.atoms(of: test) { counts[atom, default: 0] += 1 }
      }
    }
  }

  /// Smaller for tests that fewer events meet or fewer conjunctions share.
  func weight(of test: TableBuilder.Test, _ builder: TableBuilder) -> Int {
    var sum = 0
    for atom in builder.atoms(of: test) {
      sum += factor(atom, builder.atoms) * (counts[atom] ?? 0)
    }
    // Between equals, the field that fewer ask for.
    return sum << 8 + min(paths[Int(test.path & TestFlags.pathMask)] / 64, 255)
  }

  private func factor(_ atom: UInt32, _ atoms: AtomPool) -> Int {
    let index = Int(atom & AtomKind.indexMask)
    switch AtomKind(rawValue: atom >> AtomKind.shift) {
    case .value:
      switch atoms.values[index].kind {
      case .string, .folded: return 1
      case .bare: return 2
      default: return 6
      }
    case .wildcard: return 8
    case .folding: return 16
    case .interval: return atoms.intervals[index].low == atoms.intervals[index].high ? 1 : 64
    case .network: return atoms.networks[index].low == atoms.networks[index].high ? 1 : 32
    case .any, .excluding, nil: return 1 << 20
    }
  }
}
