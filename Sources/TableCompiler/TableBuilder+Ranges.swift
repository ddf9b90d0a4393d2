internal import EventMatcher

extension TableBuilder {
  /// Writes intervals and networks path by path, each path's as a tree that answers which of them
  /// hold a point, and gives the atoms in lists the numbers that they have in the table.
  mutating func orderRanges() -> (intervals: SectionWriter, networks: SectionWriter) {
    let intervals = atoms.intervals.indices.sorted { precedes(interval: $0, $1) }
    let networks = atoms.networks.indices.sorted { precedes(network: $0, $1) }
    renumber(inverse(intervals), inverse(networks))
    atoms.intervals = intervals.map { atoms.intervals[$0] }
    atoms.networks = networks.map { atoms.networks[$0] }
    return (writeIntervals(), writeNetworks())
  }

  private func precedes(interval a: Int, _ b: Int) -> Bool {
    let (a, b) = (atoms.intervals[a], atoms.intervals[b])
    return (a.path, a.low, a.high) < (b.path, b.low, b.high)
  }

  private func precedes(network a: Int, _ b: Int) -> Bool {
    let (a, b) = (atoms.networks[a], atoms.networks[b])
    if a.path != b.path { return a.path < b.path }
    let (x, y) = (padded(a.low, 0) + padded(a.high, 15), padded(b.low, 0) + padded(b.high, 15))
    return x == y ? a.low.count < b.low.count : x.lexicographicallyPrecedes(y)
  }

  private func inverse(_ order: [Int]) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = UInt32(place) }
    return places
  }

  private mutating func renumber(_ intervals: [UInt32], _ networks: [UInt32]) {
    atomLists.mapItems { atom in
      let index = Int(atom & AtomKind.indexMask)
      switch AtomKind(rawValue: atom >> AtomKind.shift) {
      case .interval: return AtomKind.interval.atom(intervals[index])
      case .network: return AtomKind.network.atom(networks[index])
      case .value: return AtomKind.value.atom(valueNumbers[index])
      default: return atom
      }
    }
  }

  private mutating func writeIntervals() -> SectionWriter {
    let records = atoms.intervals
    let flags = flagsOfHits()
    let keys = records.map {
      $0.posting.isEmpty && flags[Int($0.path)] == 0 ? -Double.infinity : $0.high
    }
    let highest = highestOfTrees(keys, paths: records.map(\.path)) { $0 < $1 }
    var writer = SectionWriter()
    for (index, record) in records.enumerated() {
      writer.double(record.low)
      writer.double(record.high)
      writer.double(highest[index])
      writer.u32(posting(record.posting), 0)
    }
    return writer
  }

  private mutating func writeNetworks() -> SectionWriter {
    let records = atoms.networks
    let none = [UInt8](repeating: 0, count: 32)
    let keys = records.map { $0.posting.isEmpty ? none : padded($0.high, 15) }
    let highest = highestOfTrees(keys, paths: records.map(\.path)) {
      $0.lexicographicallyPrecedes($1)
    }
    var writer = SectionWriter()
    for (index, record) in records.enumerated() {
      for digits in [padded(record.low, 0), padded(record.high, 15), highest[index]] {
        writer.u64(word(digits[..<16]))
        writer.u64(word(digits[16...]))
      }
      writer.u32(UInt32(record.low.count), posting(record.posting))
    }
    return writer
  }

  private func padded(_ digits: [UInt8], _ filler: UInt8) -> [UInt8] {
    digits + [UInt8](repeating: filler, count: 32 - digits.count)
  }

  private func word(_ digits: ArraySlice<UInt8>) -> UInt64 {
    digits.reduce(0) { $0 << 4 | UInt64($1) }
  }

  /// For each record the highest key of the tree whose root it is; the middle of a range is the root
  /// of the tree over it, and each path's records are a range.
  private func highestOfTrees<Key>(
    _ keys: [Key], paths: [UInt32], _ isLess: (Key, Key) -> Bool
  ) -> [Key] {
    var highest = keys
    func visit(_ low: Int, _ high: Int) -> Key? {
      guard low < high else { return nil }
      let middle = low + (high - low) / 2
      for side in [visit(low, middle), visit(middle + 1, high)] {
        if let side, isLess(highest[middle], side) { highest[middle] = side }
      }
      return highest[middle]
    }
    var start = 0
    while start < paths.count {
      var end = start
      while end < paths.count && paths[end] == paths[start] { end += 1 }
      _ = visit(start, end)
      start = end
    }
    return highest
  }
}
