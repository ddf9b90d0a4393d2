internal import EventMatcher

/// The numbers that names and the records of ranges have in the table.
typealias Numbering = (number: [UInt32], end: [UInt32])

extension TableBuilder {
  /// Names in their order of numbers, with their hash slots.
  mutating func writeNames(_ places: Numbering, _ sections: inout [SectionWriter]) {
    var order = [Int](repeating: 0, count: names.names.count + 1)
    for name in names.names.indices { order[Int(places.number[name])] = name }
    var writer = SectionWriter()
    writer.u64(0)
    writer.u32(0, 0, 0, 0, 1, 0)
    var hashes: [UInt64] = []
    for name in order.dropFirst() {
      let record = names.names[name]
      let (offset, length) = texts.texts[Int(record.text)]
      let place = written.place(texts.bytes(record.text))
      let parent = name == 0 ? 0 : places.number[record.parent]
      writer.u64(names.lengths(under: name, texts))
      writer.u32(place.0, place.1, parent, record.path.map { $0 + 1 } ?? 0)
      writer.u32(places.end[name], names.innerInitials(of: name, texts))
      hashes.append(tableHash(texts.heap, offset, length, seed: UInt64(parent)))
    }
    sections[Section.nodes.rawValue] = writer
    // The root is no key: it stands for its own slot, which no event looks up.
    sections[Section.nodeSlots.rawValue] = .slots(hashes)
  }

  mutating func writePaths(_ places: Numbering, _ extras: inout SectionWriter) -> SectionWriter {
    var writer = SectionWriter()
    let tests = collectPathTests()
    let flagsOfHits = flagsOfHits()
    var count: UInt32 = 0
    for (path, test) in tests.enumerated() {
      var flags = test.flags | flagsOfHits[path]
      let hasExtras = write(test, path, &extras)
      if hasExtras { flags |= PathFlags.extras }
      writer.u32(places.number[names.paths[path]], flags)
      writer.u32(posting(anyPostings[path]), posting(absentPostings[path]), hasExtras ? count : 0)
      if hasExtras { count += 1 }
    }
    return writer
  }

  /// For each path `PathFlags.hitsOnly`, or nothing where other scalars count too.
  func flagsOfHits() -> [UInt32] {
    var flags = [UInt32](repeating: PathFlags.hitsOnly, count: anyPostings.count)
    let isMetByOthers = conditions.map { condition in
      condition.flags & ConditionFlags.absence != 0
        || atomLists.items(condition.atoms).contains {
          $0 >> AtomKind.shift >= AtomKind.any.rawValue
        }
    }
    for conjunction in conjunctions {
      for test in conjunction.tests
      where test.path & TestFlags.condition != 0 && isMetByOthers[Int(test.payload)] {
        flags[Int(test.path & TestFlags.pathMask)] = 0
      }
    }
    return flags
  }

  /// What the scalars of a path are looked up for.
  private struct PathTests {
    var flags: UInt32 = 0
    var hasFolded = false
    /// For each length of affixes or grams, the byte that all have at their inner end, 256 for none.
    var lengths: [ValueKind: [UInt32: UInt32]] = [:]
    var foldings: [UInt32] = []
    /// The texts of the grams.
    var grams: [UInt32] = []
    var intervals: UInt32 = 0
    var networks: UInt32 = 0
  }

  private func collectPathTests() -> [PathTests] {
    var tests = [PathTests](repeating: PathTests(), count: anyPostings.count)
    for value in atoms.values {
      let path = Int(value.path)
      switch value.kind {
      case .string: tests[path].flags |= PathFlags.strings
      case .bare: tests[path].flags |= PathFlags.bare
      case .folded: tests[path].hasFolded = true
      default:
        let (length, edge) = (UInt32(texts.length(value.text)), edge(of: value))
        let known = tests[path].lengths[value.kind]?[length] ?? edge
        tests[path].lengths[value.kind, default: [:]][length] =
          known == edge ? edge : AffixLength.anyByte
      }
      if value.kind == .gram { tests[path].grams.append(value.text) }
    }
    for (index, folding) in atoms.foldings.enumerated() {
      tests[Int(folding.path)].foldings.append(UInt32(index))
    }
    for interval in atoms.intervals { tests[Int(interval.path)].intervals += 1 }
    for network in atoms.networks { tests[Int(network.path)].networks += 1 }
    return tests
  }

  /// The byte of an affix that is furthest inside the string, the first of a gram; 256 for none.
  private func edge(of value: AtomPool.Value) -> UInt32 {
    let bytes = texts.bytes(value.text)
    let isPrefix = value.kind == .prefix || value.kind == .foldedPrefix
    return (isPrefix ? bytes.last : bytes.first).map { UInt32($0) } ?? AffixLength.anyByte
  }

  /// The text of bits that notes the grams, about one in sixteen of them set; 0 for no grams.
  private mutating func gramFilter(_ grams: [UInt32]) -> UInt32 {
    if grams.isEmpty { return 0 }
    var bytes = 8
    while bytes < grams.count * 2 && bytes < 1 << 14 { bytes *= 2 }
    var filter = [UInt8](repeating: 0, count: bytes)
    for gram in grams {
      let word = texts.bytes(gram).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let bit = gramHash(word, bits: 24) % (bytes * 8)
      filter[bit / 8] |= 1 << UInt8(bit % 8)
    }
    return written.text(filter)
  }

  /// Writes the extras of a path, if it has any; records of ranges lie path by path.
  private mutating func write(_ tests: PathTests, _ path: Int, _ extras: inout SectionWriter)
    -> Bool
  {
    let first = (firstInterval, firstNetwork)
    firstInterval += tests.intervals
    firstNetwork += tests.networks
    guard
      tests.hasFolded || !tests.lengths.isEmpty || !tests.foldings.isEmpty
        || !directWildcards[path].isEmpty || tests.intervals + tests.networks > 0
    else { return false }
    func lengths(_ kind: ValueKind) -> UInt32 {
      let lengths = (tests.lengths[kind] ?? [:]).sorted { $0.key < $1.key }
      if kind == .gram { return lists.intern(lengths.map(\.key)) }
      return lists.intern(lengths.map { $0.key | $0.value << AffixLength.byteShift })
    }
    let starts = Set((tests.lengths[.gram] ?? [:]).values)
    extras.u32(lengths(.prefix), lengths(.suffix), tests.hasFolded ? 1 : 0)
    extras.u32(lengths(.foldedPrefix), lengths(.foldedSuffix), lengths(.gram))
    extras.u32(lists.intern(directWildcards[path]), lists.intern(tests.foldings))
    extras.u32(first.0, tests.intervals, first.1, tests.networks)
    extras.u32(gramFilter(tests.grams))
    extras.u32(starts.count == 1 ? starts.first ?? 0 : AffixLength.anyByte, sieves[path])
    return true
  }
}
