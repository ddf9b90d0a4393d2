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
        sieves[path] = askForGrams(wildcards)
      }
    }
  }

  private mutating func lead(to wildcards: [UInt32], at path: UInt32) {
    let runs = wildcards.map { self.runs(of: $0) }
    var plan = LeadPlan(runs, anchor: nil, share: 1)
    if let anchor = ByteUse(of: runs).bestAnchor(runs) {
      let other = LeadPlan(runs, anchor: anchor.byte, share: anchor.share)
      if other.cost < plan.cost { plan = other }
    }
    for (wildcard, lead) in zip(wildcards, plan.leads) {
      guard let lead else {
        directWildcards[Int(path)].append(wildcard)
        continue
      }
      let value = atoms.value(path, lead.kind, texts.intern(lead.bytes))
      atoms.values[Int(value & AtomKind.indexMask)].wildcards.append(wildcard)
    }
  }

  func runs(of wildcard: UInt32) -> [[UInt8]] {
    atoms.wildcards[Int(wildcard)].runs.map { Array(texts.bytes($0)) }
  }
}

/// A lookup that leads to a wildcard.
struct Lead: Hashable {
  var kind: ValueKind
  var bytes: [UInt8]
}

/// One lead for each of a path's wildcards, where a gram stands anywhere or only at one byte.
private struct LeadPlan {
  private(set) var leads: [Lead?] = []
  /// What a string costs, in instructions or so.
  private(set) var cost = 0.0

  /// `share` is how often the anchor, or without one any byte, comes in strings.
  init(_ runs: [[[UInt8]]], anchor: UInt8?, share: Double) {
    let choices = runs.map { Self.leads(of: $0, anchor) }
    var counts: [Lead: Int] = [:]
    for lead in choices.joined() { counts[lead, default: 0] += 1 }
    var chosen: [Lead: Double] = [:]
    for choice in choices {
      var best: (lead: Lead, count: Int)?
      for lead in choice {
        let count = counts[lead] ?? 0
        if best.map({ count < $0.count }) ?? true { best = (lead, count) }
      }
      leads.append(best?.lead)
      if let lead = best?.lead { chosen[lead, default: 0] += 1 }
    }
    // A string that meets one wildcard is tried on all that have its lead.
    let tries = chosen.values.reduce(0) { $0 + $1 * $1 } / Double(runs.count)
    let lengths = Set(chosen.keys.filter { $0.kind == .gram }.map(\.bytes.count)).count
    cost = 40 * share * Double(lengths) * 10 + (anchor == nil ? 0 : 16) + 60 * tries
  }

  /// The lookups that would find the wildcard, the cheapest first, each once.
  private static func leads(of runs: [[UInt8]], _ anchor: UInt8?) -> [Lead] {
    var leads: [Lead] = []
    if let first = runs.first, !first.isEmpty { leads.append(Lead(kind: .prefix, bytes: first)) }
    if let last = runs.last, !last.isEmpty { leads.append(Lead(kind: .suffix, bytes: last)) }
    let fewest = ByteUse.fewestBytes(runs)
    var seen: Set<[UInt8]> = []
    for run in runs where run.count >= fewest {
      for start in 0...run.count - fewest where anchor == nil || run[start] == anchor {
        let size = anchor == nil ? min(run.count, 4) : anchoredLength(run.count - start)
        if start + size > run.count { break }
        let gram = Array(run[start..<start + size])
        if seen.insert(gram).inserted { leads.append(Lead(kind: .gram, bytes: gram)) }
      }
    }
    return leads
  }

  /// Long grams are telling, few lengths are cheap.
  private static func anchoredLength(_ rest: Int) -> Int {
    rest >= 8 ? 8 : rest >= 6 ? 6 : rest >= 4 ? 4 : rest
  }
}

/// Which bytes stand in a path's wildcards, and how often.
private struct ByteUse {
  private var counts = [Int](repeating: 0, count: 256)
  /// Number of the wildcards in which the byte begins enough others to be a gram.
  private var beginnings = [Int](repeating: 0, count: 256)
  private let wildcards: Int

  init(of wildcards: [[[UInt8]]]) {
    self.wildcards = wildcards.count
    for runs in wildcards {
      let fewest = Self.fewestBytes(runs)
      var seen: Set<UInt8> = []
      for run in runs {
        for byte in run { counts[Int(byte)] += 1 }
        if run.count >= fewest { seen.formUnion(run[...(run.count - fewest)]) }
      }
      for byte in seen { beginnings[Int(byte)] += 1 }
    }
  }

  /// A gram has this many bytes at least: two are telling enough if there is no longer run.
  static func fewestBytes(_ runs: [[UInt8]]) -> Int {
    max(min(runs.map(\.count).max() ?? 0, 3), 1)
  }

  /// Of the bytes with which a gram of every wildcard can begin the one that suits some of them
  /// best, and its share of all bytes.
  func bestAnchor(_ runs: [[[UInt8]]]) -> (byte: UInt8, share: Double)? {
    let some = stride(from: 0, to: runs.count, by: runs.count / 256 + 1).map { runs[$0] }
    let total = Double(max(counts.reduce(0, +), 1))
    var best: (byte: UInt8, share: Double, cost: Double)?
    for byte in UInt8.min...UInt8.max where beginnings[Int(byte)] == wildcards {
      let share = Double(counts[Int(byte)]) / total
      let cost = LeadPlan(some, anchor: byte, share: share).cost
      if best.map({ cost < $0.cost }) ?? true { best = (byte, share, cost) }
    }
    return best.map { ($0.byte, $0.share) }
  }
}
