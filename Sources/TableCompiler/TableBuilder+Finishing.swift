internal import EventMatcher

extension TableBuilder {
  /// Lays the table out: sections first, then the header with its directory and checksum.
  mutating func finish(digest: [UInt8], rules: [RoutedRule]) throws(TableLimitExceeded)
    -> (bytes: [UInt8], statistics: TableStatistics)
  {
    numberRecords()
    let (places, records) = (names.numbering(), orderRanges())
    var sections = [SectionWriter](repeating: SectionWriter(), count: Section.total)
    sections[Section.rules.rawValue] = writeRules(rules)
    sections[Section.paths.rawValue] = writePaths(places, &sections[Section.extras.rawValue])
    sections[Section.values.rawValue] = writeValues()
    sections[Section.wildcards.rawValue] = writeWildcards()
    sections[Section.foldings.rawValue] = writeFoldings()
    sections[Section.intervals.rawValue] = records.intervals
    sections[Section.networks.rawValue] = records.networks
    sections[Section.conjunctions.rawValue] = writeConjunctions()
    let absent = absentPostings.indices.filter { !absentPostings[$0].isEmpty }
    let absentPaths = lists.intern(absent.map(UInt32.init))
    let digestText = written.text(digest)
    sections[Section.conditions.rawValue] = writeConditions()
    sections[Section.atoms.rawValue] = writeWords(atomLists.words)
    writeNames(places, &sections)
    let values = writeValueSlots()
    sections[Section.valueSlots.rawValue] = values.slots
    writeTexts(&sections)
    sections[Section.lists.rawValue] = writeWords(lists.words)
    try checkLimits(sections)
    let bytes = assemble(sections, header: [digestText, absentPaths, values.homes])
    return (bytes, statistics(sections, rules: rules.count, bytes: bytes.count))
  }

  /// Values and conjunctions are numbered by where they begin in their sections.
  private mutating func numberRecords() {
    var next = 0
    for value in atoms.values {
      valueNumbers.append(UInt32(truncatingIfNeeded: next))
      next += ValueRecord.words(
        length: texts.length(value.text), leads: !value.wildcards.isEmpty)
    }
    next = 0
    for conjunction in conjunctions {
      conjunctionNumbers.append(UInt32(truncatingIfNeeded: next))
      next += 1 + conjunction.tests.count
    }
  }

  private func checkLimits(_ sections: [SectionWriter]) throws(TableLimitExceeded) {
    func units(_ section: Section) -> Int {
      sections[section.rawValue].bytes.count / section.recordSize
    }
    let counts: [(String, Int)] = [
      ("lists", lists.words.count), ("alternatives", atomLists.words.count),
      ("conjunctions", units(.conjunctions)), ("values", units(.values)),
      ("fields", names.names.count * 8),
      ("bytes", sections.reduce(0) { $0 + $1.bytes.count } / 15),
    ]
    for (what, count) in counts where count >= 1 << 28 { throw TableLimitExceeded(what: what) }
  }

  mutating func posting(_ conjunctions: [UInt32]) -> UInt32 {
    let numbers = conjunctions.map { conjunctionNumbers[Int($0)] }
    return numbers.count == 1 ? numbers[0] | TableFormat.inlinePosting : lists.intern(numbers)
  }

  private mutating func writeRules(_ rules: [RoutedRule]) -> SectionWriter {
    var writer = SectionWriter()
    for rule in rules {
      let targets = rule.targets.map { written.text(Array($0.utf8)) }
      writer.u32(written.text(Array(rule.name.utf8)), written.text(Array(rule.scope.utf8)))
      writer.u32(lists.intern(targets))
    }
    return writer
  }

  private mutating func writeConjunctions() -> SectionWriter {
    var writer = SectionWriter()
    for conjunction in conjunctions {
      let count = UInt32(conjunction.tests.count) << ConjunctionFlags.countShift
      let rules = conjunction.rules
      writer.u32(flags(of: conjunction) | count)
      writer.u32(
        rules.count == 1 ? rules[0] | TableFormat.inlinePosting : lists.intern(rules))
      for test in conjunction.tests {
        let isCondition = test.path & TestFlags.condition != 0
        writer.u32(test.path, isCondition ? test.payload : valueNumbers[Int(test.payload)])
      }
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
}
