internal import EventMatcher

extension TableBuilder {
  /// Lays the table out: sections first, then the header with its directory and checksum.
  mutating func finish(digest: [UInt8], rules: [RoutedRule]) throws(TableLimitExceeded)
    -> (bytes: [UInt8], statistics: TableStatistics)
  {
    let (places, records) = (names.numbering(), orderRanges())
    var sections = [SectionWriter](repeating: SectionWriter(), count: Section.total)
    sections[Section.rules.rawValue] = writeRules(rules)
    sections[Section.paths.rawValue] = writePaths(places, &sections[Section.extras.rawValue])
    sections[Section.values.rawValue] = writeValues()
    sections[Section.wildcards.rawValue] = writeWildcards()
    sections[Section.foldings.rawValue] = writeFoldings()
    sections[Section.intervals.rawValue] = records.intervals
    sections[Section.networks.rawValue] = records.networks
    sections[Section.conjunctions.rawValue] = writeConjunctions(&sections[Section.tests.rawValue])
    let absent = absentPostings.indices.filter { !absentPostings[$0].isEmpty }
    let absentPaths = lists.intern(absent.map(UInt32.init))
    let digestText = texts.intern(digest)
    sections[Section.conditions.rawValue] = writeConditions()
    sections[Section.atoms.rawValue] = writeWords(atomLists.words)
    writeNames(places, &sections)
    sections[Section.valueSlots.rawValue] = writeValueSlots()
    writeTexts(&sections)
    sections[Section.lists.rawValue] = writeWords(lists.words)
    try checkLimits()
    let bytes = assemble(sections, digestText: digestText, absentPaths: absentPaths)
    return (bytes, statistics(sections, rules: rules.count, bytes: bytes.count))
  }

  private func checkLimits() throws(TableLimitExceeded) {
    let counts: [(String, Int)] = [
      ("text", texts.heap.count / 8), ("lists", lists.words.count),
      ("alternatives", atomLists.words.count), ("conjunctions", conjunctions.count),
      ("values", atoms.values.count), ("fields", names.names.count * 8),
    ]
    for (what, count) in counts where count >= 1 << 28 { throw TableLimitExceeded(what: what) }
  }

  mutating func posting(_ conjunctions: [UInt32]) -> UInt32 {
    conjunctions.count == 1
      ? conjunctions[0] | TableFormat.inlinePosting : lists.intern(conjunctions)
  }

  private mutating func writeRules(_ rules: [RoutedRule]) -> SectionWriter {
    var writer = SectionWriter()
    for rule in rules {
      let targets = rule.targets.map { texts.intern($0) }
      writer.u32(texts.intern(rule.name), texts.intern(rule.scope), lists.intern(targets))
    }
    return writer
  }

  private mutating func writeConjunctions(_ tests: inout SectionWriter) -> SectionWriter {
    var writer = SectionWriter()
    var first: UInt32 = 0
    for conjunction in conjunctions {
      for test in conjunction.tests { tests.u32(test.path, test.payload) }
      writer.u32(
        first, UInt32(conjunction.tests.count), flags(of: conjunction), posting(conjunction.rules))
      first += UInt32(conjunction.tests.count)
    }
    return writer
  }

  private func flags(of conjunction: Conjunction) -> UInt32 {
    let paths = conjunction.tests.map { $0.path & TestFlags.pathMask }
    var tops: Set<Int> = []
    var flags: UInt32 = 0
    // Under empty keys the root itself may be an array.
    if conjunction.tests[0].path & TestFlags.followsEmpty != 0 { flags = ConjunctionFlags.shared }
    for path in paths where !tops.insert(names.top(path)).inserted {
      flags |= ConjunctionFlags.shared
    }
    guard flags != 0 else { return 0 }
    let all = Set(paths)
    for path in paths where names.beginnings(of: path).contains(where: all.contains) {
      flags |= ConjunctionFlags.nested
    }
    return flags
  }

  private func writeConditions() -> SectionWriter {
    var writer = SectionWriter()
    for condition in conditions { writer.u32(condition.flags, condition.atoms) }
    return writer
  }

  private func writeWords(_ words: [UInt32]) -> SectionWriter {
    var writer = SectionWriter()
    for word in words { writer.u32(word) }
    return writer
  }

  private mutating func writeWildcards() -> SectionWriter {
    var writer = SectionWriter()
    for wildcard in atoms.wildcards {
      let length = wildcard.runs.reduce(0) { $0 + texts.length($1) }
      writer.u32(lists.intern(wildcard.runs), posting(wildcard.posting), UInt32(length))
    }
    return writer
  }

  private mutating func writeFoldings() -> SectionWriter {
    var writer = SectionWriter()
    for folding in atoms.foldings {
      writer.u32(
        folding.kind.rawValue, lists.intern(folding.alternatives), posting(folding.posting))
    }
    return writer
  }

  private func writeTexts(_ sections: inout [SectionWriter]) {
    for text in texts.texts {
      sections[Section.texts.rawValue].u32(UInt32(text.offset), UInt32(text.length))
    }
    let padding = [UInt8](repeating: 0, count: TableFormat.heapPadding)
    sections[Section.heap.rawValue].append(texts.heap + padding)
  }

  private mutating func writeValues() -> SectionWriter {
    var writer = SectionWriter()
    for value in atoms.values {
      let (offset, length) = texts.texts[Int(value.text)]
      writer.u32(UInt32(offset), UInt32(length), value.path << 3 | value.kind.rawValue)
      writer.u32(posting(value.posting), lists.intern(value.wildcards))
    }
    return writer
  }

  private func writeValueSlots() -> SectionWriter {
    return SectionWriter.slots(
      atoms.values.map { value in
        let (offset, length) = texts.texts[Int(value.text)]
        let seed = ValueKind.seed(path: value.path, kind: value.kind)
        return tableHash(texts.heap, offset, length, seed: seed)
      })
  }
}
