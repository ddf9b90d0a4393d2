internal import EventMatcher

extension TableBuilder {
  /// Has each of a path's wildcards ask for the grams of its runs that fewest others have; returns
  /// which grams these are, as `Sieve`.
  mutating func askForGrams(_ wildcards: [UInt32]) -> UInt32 {
    let runs = wildcards.map { self.runs(of: $0) }
    var counts: [UInt32: Int] = [:]
    for runs in runs {
      for gram in Set(runs.flatMap { grams(of: $0) }) { counts[gram, default: 0] += 1 }
    }
    var kinds: UInt32 = 0
    for (wildcard, runs) in zip(wildcards, runs) {
      let asked = rarest(in: runs, counts, of: wildcards.count)
      var needs: UInt64 = 0
      for i in 0..<Sieve.needs {
        let gram = asked[i % asked.count]
        kinds |= gram & singleByte != 0 ? Sieve.bytes : Sieve.triples
        let bit = gramHash(UInt64(gram & ~singleByte), bits: Sieve.bits.trailingZeroBitCount)
        needs |= UInt64(bit) << UInt64(16 * i)
      }
      atoms.wildcards[Int(wildcard)].needs = needs
    }
    return kinds
  }

  /// Up to four grams: the rarest of each run before the next of any, those that most of the
  /// wildcards have behind all others.
  private func rarest(in runs: [[UInt8]], _ counts: [UInt32: Int], of wildcards: Int) -> [UInt32] {
    var ranked: [(rank: Int, count: Int, gram: UInt32)] = []
    for run in runs {
      let grams = Set(grams(of: run)).map { (count: counts[$0] ?? 0, gram: $0) }
      for (rank, next) in grams.sorted(by: { $0 < $1 }).prefix(Sieve.needs).enumerated() {
        let isCommon = next.count > wildcards / 2
        ranked.append((rank + (isCommon ? Sieve.needs : 0), next.count, next.gram))
      }
    }
    // INVARIANT: a wildcard has a run that is not empty.
    return ranked.sorted { $0 < $1 }.prefix(Sieve.needs).map(\.gram)
  }

  /// Every three bytes of the run, or each of its bytes where there are fewer.
  private func grams(of run: [UInt8]) -> [UInt32] {
    if run.count < 3 { return run.map { UInt32($0) | singleByte } }
    return (0...run.count - 3).map { at in
      run[at..<at + 3].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
  }
}

/// Marks a gram of one byte.
private let singleByte: UInt32 = 1 << 31
