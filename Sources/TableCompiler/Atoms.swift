internal import EventMatcher

/// The things that scalars are tested for, each once.
struct AtomPool {
  struct Value {
    var path: UInt32
    var kind: ValueKind
    var text: UInt32
    var posting: [UInt32] = []
    var wildcards: [UInt32] = []
  }

  struct Wildcard {
    var path: UInt32
    var runs: [UInt32]
    /// Bits of a string's set of grams, 16 bits each.
    var needs: UInt64 = 0
    var posting: [UInt32] = []
  }

  struct Folding {
    var path: UInt32
    var kind: FoldingKind
    var alternatives: [UInt32]
    var posting: [UInt32] = []
  }

  struct Interval {
    var path: UInt32
    var low: Double
    var high: Double
    var posting: [UInt32] = []
  }

  struct Network {
    var path: UInt32
    /// Digits of 0 to 15, as many below as above.
    var low: [UInt8]
    var high: [UInt8]
    var posting: [UInt32] = []
  }

  /// What tells atoms apart: a kind, a path and some numbers.
  private struct Key: Hashable {
    var kind: UInt32
    var path: UInt32
    var parts: [UInt64]
  }

  private struct ValueKey: Hashable {
    var place: UInt32
    var text: UInt32
  }

  var values: [Value] = []
  var wildcards: [Wildcard] = []
  var foldings: [Folding] = []
  var intervals: [Interval] = []
  var networks: [Network] = []
  private var known: [Key: UInt32] = [:]
  private var knownValues: [ValueKey: UInt32] = [:]

  mutating func value(_ path: UInt32, _ kind: ValueKind, _ text: UInt32) -> UInt32 {
    let key = ValueKey(place: path << 3 | kind.rawValue, text: text)
    if let value = knownValues[key] { return AtomKind.value.atom(value) }
    let value = UInt32(values.count)
    values.append(Value(path: path, kind: kind, text: text))
    knownValues[key] = value
    return AtomKind.value.atom(value)
  }

  mutating func wildcard(_ path: UInt32, runs: [UInt32]) -> UInt32 {
    atom(.wildcard, path, runs.map(UInt64.init), wildcards.count) {
      $0.wildcards.append(Wildcard(path: path, runs: runs))
    }
  }

  mutating func folding(_ path: UInt32, _ kind: FoldingKind, alternatives: [UInt32]) -> UInt32 {
    let parts = [UInt64(kind.rawValue)] + alternatives.map(UInt64.init)
    return atom(.folding, path, parts, foldings.count) {
      $0.foldings.append(Folding(path: path, kind: kind, alternatives: alternatives))
    }
  }

  mutating func interval(_ path: UInt32, _ low: Double, _ high: Double) -> UInt32 {
    // Zero has one spelling here.
    let (low, high) = (low + 0, high + 0)
    return atom(.interval, path, [low.bitPattern, high.bitPattern], intervals.count) {
      $0.intervals.append(Interval(path: path, low: low, high: high))
    }
  }

  mutating func network(_ path: UInt32, _ low: [UInt8], _ high: [UInt8]) -> UInt32 {
    atom(.network, path, (low + high).map(UInt64.init), networks.count) {
      $0.networks.append(Network(path: path, low: low, high: high))
    }
  }

  private mutating func atom(
    _ kind: AtomKind, _ path: UInt32, _ parts: [UInt64], _ next: Int,
    _ make: (inout AtomPool) -> Void
  ) -> UInt32 {
    let key = Key(kind: kind.rawValue, path: path, parts: parts)
    if let index = known[key] { return kind.atom(index) }
    make(&self)
    known[key] = UInt32(next)
    return kind.atom(UInt32(next))
  }

  /// Files a conjunction under an atom that is not an exclusion.
  mutating func file(_ conjunction: UInt32, under atom: UInt32) {
    let index = Int(atom & AtomKind.indexMask)
    switch AtomKind(rawValue: atom >> AtomKind.shift) {
    case .value: values[index].posting.append(conjunction)
    case .wildcard: wildcards[index].posting.append(conjunction)
    case .folding: foldings[index].posting.append(conjunction)
    case .interval: intervals[index].posting.append(conjunction)
    case .network: networks[index].posting.append(conjunction)
    case .any, .excluding, nil: break
    }
  }
}
