internal import EventMatcher

/// The texts that a table keeps beside its values: each once in the heap, some of them numbered.
struct WrittenTexts {
  private var pool = TextPool()
  /// For each numbered text, its place.
  private(set) var records: [(offset: Int, length: Int)] = []
  private var numbers: [UInt32: UInt32] = [:]

  /// INVARIANT: text 0 is empty.
  init() { _ = text([]) }

  var heap: [UInt8] { pool.heap }

  /// The number of a text.
  mutating func text(_ bytes: [UInt8]) -> UInt32 {
    let entry = pool.intern(bytes)
    if let number = numbers[entry] { return number }
    numbers[entry] = UInt32(records.count)
    records.append(pool.texts[Int(entry)])
    return UInt32(records.count - 1)
  }

  /// Where a text is that needs no number: offset and length.
  mutating func place(_ bytes: ArraySlice<UInt8>) -> (UInt32, UInt32) {
    let entry = pool.intern(bytes)
    let (offset, length) = pool.texts[Int(entry)]
    return (UInt32(truncatingIfNeeded: offset), UInt32(truncatingIfNeeded: length))
  }
}

extension TableBuilder {
  func writeTexts(_ sections: inout [SectionWriter]) {
    for text in written.records {
      sections[Section.texts.rawValue].u32(
        UInt32(truncatingIfNeeded: text.offset), UInt32(truncatingIfNeeded: text.length))
    }
    let padding = [UInt8](repeating: 0, count: TableFormat.heapPadding)
    sections[Section.heap.rawValue].append(written.heap + padding)
  }

  mutating func writeWildcards() -> SectionWriter {
    var writer = SectionWriter()
    for wildcard in atoms.wildcards {
      let runs = wildcard.runs.flatMap { run in
        let (offset, length) = written.place(texts.bytes(run))
        return [offset, length]
      }
      let length = wildcard.runs.reduce(0) { $0 + texts.length($1) }
      writer.u32(lists.intern(runs), posting(wildcard.posting), UInt32(length))
      writer.u64(wildcard.needs)
    }
    return writer
  }

  mutating func writeFoldings() -> SectionWriter {
    var writer = SectionWriter()
    for folding in atoms.foldings {
      let alternatives = folding.alternatives.map { written.text(Array(texts.bytes($0))) }
      writer.u32(folding.kind.rawValue, lists.intern(alternatives), posting(folding.posting))
    }
    return writer
  }

  /// Records of values, each with its text behind it.
  mutating func writeValues() -> SectionWriter {
    var writer = SectionWriter()
    for value in atoms.values {
      let text = texts.bytes(value.text)
      let leads = value.wildcards.isEmpty ? 0 : ValueRecord.leads
      writer.u32(value.path << 3 | value.kind.rawValue | leads, UInt32(text.count))
      writer.u32(posting(value.posting))
      writer.append(text)
      writer.zero((4 - text.count % 4) % 4)
      if leads != 0 { writer.u32(lists.intern(value.wildcards)) }
    }
    return writer
  }

  /// The slots, and the number of those at which a search can begin.
  func writeValueSlots() -> (slots: SectionWriter, homes: UInt32) {
    var entries: [(tag: UInt32, number: UInt32)] = []
    for (value, number) in zip(atoms.values, valueNumbers) {
      let (offset, length) = texts.texts[Int(value.text)]
      let seed = ValueKind.seed(path: value.path, kind: value.kind)
      let hash = tableHash(texts.heap, offset, length, seed: seed)
      entries.append((UInt32(truncatingIfNeeded: hash >> 32), number + 1))
    }
    return SectionWriter.valueSlots(entries.sorted { $0 < $1 })
  }
}
