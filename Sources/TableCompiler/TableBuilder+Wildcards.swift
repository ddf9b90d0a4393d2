internal import EventMatcher

extension TableBuilder {
  /// Gives each wildcard one lookup that leads to it, so that a string is tried only on those of
  /// which it holds a rare part: how the wildcard begins or ends, or a few bytes from within.
  mutating func leadToWildcards() {
    var byPath = [[UInt32]](repeating: [], count: anyPostings.count)
    for (index, wildcard) in atoms.wildcards.enumerated() {
      byPath[Int(wildcard.path)].append(UInt32(index))
    }
    for (path, wildcards) in byPath.enumerated() where !wildcards.isEmpty {
      if wildcards.count <= 4 {
        directWildcards[path] = wildcards
      } else {
        lead(to: wildcards, at: UInt32(path))
      }
    }
  }

  private mutating func lead(to wildcards: [UInt32], at path: UInt32) {
    var counts: [Lead: Int] = [:]
    for wildcard in wildcards {
      for lead in leads(wildcard) { counts[lead, default: 0] += 1 }
    }
    for wildcard in wildcards {
      var best: (lead: Lead, count: Int)?
      for lead in leads(wildcard) {
        let count = counts[lead] ?? 0
        if best.map({ count < $0.count }) ?? true { best = (lead, count) }
      }
      guard let lead = best?.lead else {
        directWildcards[Int(path)].append(wildcard)
        continue
      }
      let value = atoms.value(path, lead.kind, texts.intern(lead.bytes))
      atoms.values[Int(value & AtomKind.indexMask)].wildcards.append(wildcard)
    }
  }

  private struct Lead: Hashable {
    var kind: ValueKind
    var bytes: [UInt8]
  }

  /// The lookups that would find the wildcard, the cheapest first, each once.
  private func leads(_ wildcard: UInt32) -> [Lead] {
    let runs = atoms.wildcards[Int(wildcard)].runs.map { Array(texts.bytes($0)) }
    var leads: [Lead] = []
    if let first = runs.first, !first.isEmpty { leads.append(Lead(kind: .prefix, bytes: first)) }
    if let last = runs.last, !last.isEmpty { leads.append(Lead(kind: .suffix, bytes: last)) }
    // A run of two bytes is telling enough if there is no longer one.
    let longest = runs.map(\.count).max() ?? 0
    var seen: Set<[UInt8]> = []
    for run in runs where run.count >= min(longest, 3) && !run.isEmpty {
      let size = min(run.count, 4)
      for start in 0...run.count - size {
        let gram = Array(run[start..<start + size])
        if seen.insert(gram).inserted { leads.append(Lead(kind: .gram, bytes: gram)) }
      }
    }
    return leads
  }
}
