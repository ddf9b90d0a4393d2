extension TableCheck {
  func texts() throws(TableError) {
    for i in 0..<Int(count(.texts)) where !inHeap(u32(.texts, i, 0), u32(.texts, i, 4)) {
      throw fail(.texts, i)
    }
  }

  func rules() throws(TableError) {
    let texts = count(.texts)
    for i in 0..<Int(count(.rules)) {
      guard u32(.rules, i, 0) < texts, u32(.rules, i, 4) < texts,
        isList(u32(.rules, i, 8), below: texts)
      else { throw fail(.rules, i) }
    }
  }

  func nodes() throws(TableError) {
    let (nodes, paths) = (count(.nodes), count(.paths))
    guard nodes >= 2 else { throw fail(.nodes, 0) }
    for i in 0..<Int(nodes) {
      guard inHeap(u32(.nodes, i, 8), u32(.nodes, i, 12)),
        u32(.nodes, i, 16) < nodes, u32(.nodes, i, 20) <= paths, u32(.nodes, i, 24) <= nodes
      else { throw fail(.nodes, i) }
    }
  }

  /// A hash table must have a power of two of slots and one that is empty, where a probe ends.
  func nodeSlots() throws(TableError) {
    let total = Int(count(.nodeSlots))
    guard total > 0, total & (total - 1) == 0 else { throw fail(.nodeSlots, 0) }
    var hasEmpty = false
    for i in 0..<total {
      let index = u32(.nodeSlots, i, 4)
      guard index < count(.nodes) else { throw fail(.nodeSlots, i) }
      if index == 0 { hasEmpty = true }
    }
    guard hasEmpty else { throw fail(.nodeSlots, 0) }
  }

  /// The last slot must be free and say so by its tag, so that every search ends there.
  func valueSlots() throws(TableError) {
    let last = Int(count(.valueSlots)) - 1
    guard last >= 0, u32(.valueSlots, last, 0) == ValueSlot.free, u32(.valueSlots, last, 4) == 0
    else { throw fail(.valueSlots, max(last, 0)) }
    guard table.valueHomes <= last + 1 else { throw TableError(.badReference, at: 44) }
    for i in 0..<last {
      let index = u32(.valueSlots, i, 4)
      guard index == 0 || isValue(index - 1) else { throw fail(.valueSlots, i) }
    }
  }

  func paths() throws(TableError) {
    for i in 0..<Int(count(.paths)) {
      let flags = u32(.paths, i, 4)
      guard u32(.paths, i, 0) < count(.nodes), isPosting(u32(.paths, i, 8)),
        isPosting(u32(.paths, i, 12)),
        flags & PathFlags.extras == 0 || u32(.paths, i, 16) < count(.extras)
      else { throw fail(.paths, i) }
    }
  }

  func extras() throws(TableError) {
    for i in 0..<Int(count(.extras)) {
      for field in [0, 4, 12, 16, 20] where !isList(u32(.extras, i, field), below: .max - 1) {
        throw fail(.extras, i)
      }
      // INVARIANT: grams are of 1 to 8 bytes, so that one word holds them.
      guard isList(u32(.extras, i, 20), below: 9), isFilter(u32(.extras, i, 48)),
        isList(u32(.extras, i, 24), below: count(.wildcards)),
        isList(u32(.extras, i, 28), below: count(.foldings)),
        isRange(u32(.extras, i, 32), u32(.extras, i, 36), of: .intervals),
        isRange(u32(.extras, i, 40), u32(.extras, i, 44), of: .networks)
      else { throw fail(.extras, i) }
    }
  }

  /// Whether a text is a power of two of bytes, so that a filter's bits can be found by a mask.
  private func isFilter(_ text: UInt32) -> Bool {
    guard text < count(.texts) else { return false }
    return text == 0 || u32(.texts, Int(text), 4).nonzeroBitCount == 1
  }

  func isRange(_ start: UInt32, _ length: UInt32, of section: Section) -> Bool {
    UInt64(start) + UInt64(length) <= UInt64(count(section))
  }

  /// Values lie end to end and fill their section.
  mutating func values() throws(TableError) {
    let (total, wildcards) = (Int(count(.values)), count(.wildcards))
    let keys = UInt64(count(.paths)) << 3
    valueStarts = [UInt8](repeating: 0, count: total)
    var at = 0
    while at < total {
      guard total - at >= ValueRecord.words(length: 0, leads: false) else {
        throw fail(.values, at)
      }
      let (key, length) = (u32(.values, at, 0), u32(.values, at, 4))
      let leads = key & ValueRecord.leads != 0
      guard length < 1 << 30, UInt64(key & ~ValueRecord.leads) < keys,
        isPosting(u32(.values, at, 8))
      else { throw fail(.values, at) }
      let words = ValueRecord.words(length: Int(length), leads: leads)
      guard words <= total - at,
        !leads || isList(u32(.values, at + words - 1, 0), below: wildcards)
      else { throw fail(.values, at) }
      valueStarts[at] = 1
      at += words
    }
  }

  func patterns() throws(TableError) {
    for i in 0..<Int(count(.wildcards)) {
      // INVARIANT: a wildcard has a run before its first star and one behind its last.
      guard isRuns(u32(.wildcards, i, 0)), isPosting(u32(.wildcards, i, 4)) else {
        throw fail(.wildcards, i)
      }
    }
    for i in 0..<Int(count(.foldings)) {
      let alternatives = u32(.foldings, i, 4)
      // INVARIANT: alternatives come in pairs.
      guard FoldingKind(rawValue: u32(.foldings, i, 0)) != nil,
        isList(alternatives, below: count(.texts)), u32(.lists, Int(alternatives), 0) % 2 == 0,
        isPosting(u32(.foldings, i, 8))
      else { throw fail(.foldings, i) }
    }
  }

  func ranges() throws(TableError) {
    for i in 0..<Int(count(.intervals)) where !isPosting(u32(.intervals, i, 24)) {
      throw fail(.intervals, i)
    }
    for i in 0..<Int(count(.networks)) {
      let digits = u32(.networks, i, 48)
      guard digits == 8 || digits == 32, isPosting(u32(.networks, i, 52)) else {
        throw fail(.networks, i)
      }
    }
  }

  func conditions() throws(TableError) {
    for i in 0..<Int(count(.conditions)) where !isAtomList(u32(.conditions, i, 4)) {
      throw fail(.conditions, i)
    }
  }

  func conjunctions() throws(TableError) {
    var at = 0
    while at < Int(count(.conjunctions)) {
      let rules = u32(.conjunctions, at, 4)
      let isInline = rules & TableFormat.inlinePosting != 0
      guard
        isInline
          ? rules & ~TableFormat.inlinePosting < count(.rules)
          : isList(rules, below: count(.rules))
      else { throw fail(.conjunctions, at) }
      let tests = Int(u32(.conjunctions, at, 0) >> ConjunctionFlags.countShift)
      for i in at + 1...at + tests where !isTest(i) { throw fail(.conjunctions, i) }
      at += tests + 1
    }
  }

  private func isTest(_ unit: Int) -> Bool {
    let (path, payload) = (u32(.conjunctions, unit, 0), u32(.conjunctions, unit, 4))
    let isCondition = path & TestFlags.condition != 0
    return path & TestFlags.pathMask < count(.paths)
      && (isCondition ? payload < count(.conditions) : isValue(payload))
  }
}
