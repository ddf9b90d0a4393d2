internal import EventMatcher
internal import EventPattern

extension TableBuilder {
  /// Adds the atoms that stand for one alternative of a field.
  mutating func add(
    _ test: ValueTest, _ path: UInt32, _ list: inout [UInt32], _ flags: inout UInt32
  ) {
    switch test {
    case .equals(let text): list.append(equal(text.bytes, path))
    case .exactly(let text): list.append(value(path, .string, text.bytes))
    case .number(let number):
      if number.value != nil { flags |= ConditionFlags.numeric }
      if let atom = self.number(number, path) { list.append(atom) }
    case .boolean(let isTrue): list.append(bare(isTrue ? "true" : "false", path))
    case .null: list.append(bare("null", path))
    case .prefix(let text, let ignoreCase):
      list.append(affix(text.bytes, path, .prefix, ignoreCase: ignoreCase))
    case .suffix(let text, let ignoreCase):
      list.append(affix(text.bytes, path, .suffix, ignoreCase: ignoreCase))
    case .equalsIgnoreCase(let text): list.append(folded(text.bytes, path, .whole))
    case .wildcard(let wildcard): list.append(self.wildcard(wildcard, path))
    case .numeric(let range):
      flags |= ConditionFlags.numeric
      list.append(interval(range, path))
    case .cidr(let block): list.append(network(block, path))
    case .exists(true): list.append(AtomKind.any.atom(0))
    case .exists(false): flags |= ConditionFlags.absence
    case .anythingBut(let excluded):
      if case .numbers = excluded { flags |= ConditionFlags.numeric }
      let atoms = sortedUnique(self.atoms(of: excluded, path))
      list.append(AtomKind.excluding.atom(excludedList(atoms)))
    }
  }

  /// INVARIANT: the empty list is 0, which the pool never hands out for anything else.
  private mutating func excludedList(_ atoms: [UInt32]) -> UInt32 { atomLists.intern(atoms) }

  private mutating func atoms(of excluded: AnythingBut, _ path: UInt32) -> [UInt32] {
    switch excluded {
    case .strings(let texts): texts.map { value(path, .string, $0.bytes) }
    case .numbers(let numbers): numbers.compactMap { number($0, path) }
    case .prefix(let texts): texts.map { affix($0.bytes, path, .prefix, ignoreCase: false) }
    case .suffix(let texts): texts.map { affix($0.bytes, path, .suffix, ignoreCase: false) }
    case .equalsIgnoreCase(let texts): texts.map { folded($0.bytes, path, .whole) }
    case .wildcard(let wildcards): wildcards.map { wildcard($0, path) }
    }
  }

  private mutating func value(_ path: UInt32, _ kind: ValueKind, _ bytes: [UInt8]) -> UInt32 {
    atoms.value(path, kind, texts.intern(bytes))
  }

  private mutating func bare(_ word: String, _ path: UInt32) -> UInt32 {
    value(path, .bare, Array(word.utf8))
  }

  /// An IP literal equals every spelling of its address; other text only itself.
  private mutating func equal(_ bytes: [UInt8], _ path: UInt32) -> UInt32 {
    if let digits = addressDigits(bytes) { return atoms.network(path, digits, digits) }
    return value(path, .string, bytes)
  }

  /// A number equals its double; an integer that is not one equals its own text, others nothing.
  private mutating func number(_ number: PatternNumber, _ path: UInt32) -> UInt32? {
    if let value = number.value { return atoms.interval(path, value, value) }
    let isInteger = number.text.bytes.allSatisfy { $0 == UInt8(ascii: "-") || 48...57 ~= $0 }
    return isInteger ? value(path, .bare, number.text.bytes) : nil
  }

  private mutating func affix(
    _ bytes: [UInt8], _ path: UInt32, _ kind: ValueKind, ignoreCase: Bool
  ) -> UInt32 {
    if ignoreCase { return folded(bytes, path, kind == .prefix ? .prefix : .suffix) }
    return value(path, kind, bytes)
  }

  private mutating func interval(_ range: NumericRange, _ path: UInt32) -> UInt32 {
    var low = -Double.greatestFiniteMagnitude
    var high = Double.greatestFiniteMagnitude
    if let lower = range.lower { low = lower.isIncluded ? lower.value : lower.value.nextUp }
    if let upper = range.upper { high = upper.isIncluded ? upper.value : upper.value.nextDown }
    return atoms.interval(path, low, high)
  }

  /// From the first address that shares the leading bits to the last; host bits as written are masked.
  private mutating func network(_ block: CIDRBlock, _ path: UInt32) -> UInt32 {
    var low: [UInt8] = []
    var high: [UInt8] = []
    for (i, byte) in block.address.enumerated() {
      let fixed = min(max(block.bits - i * 8, 0), 8)
      let host = UInt8(truncatingIfNeeded: 0xFF >> fixed)
      let (first, last) = (byte & ~host, byte | host)
      low += [first >> 4, first & 15]
      high += [last >> 4, last & 15]
    }
    return atoms.network(path, low, high)
  }

  /// A wildcard, or the simpler test that it is when its only stars stand at its ends.
  private mutating func wildcard(_ wildcard: Wildcard, _ path: UInt32) -> UInt32 {
    guard let first = wildcard.runs.first?.bytes, let last = wildcard.runs.last?.bytes,
      wildcard.runs.count > 1
    else { return value(path, .string, wildcard.runs.first?.bytes ?? []) }
    let inner = wildcard.runs.dropFirst().dropLast().map(\.bytes).filter { !$0.isEmpty }
    if inner.isEmpty && last.isEmpty { return value(path, .prefix, first) }
    if inner.isEmpty && first.isEmpty { return value(path, .suffix, last) }
    return atoms.wildcard(path, runs: ([first] + inner + [last]).map { texts.intern($0) })
  }

  /// An ignore-case test: a lookup of lower-case text where only ASCII letters have two cases,
  /// else pairs of alternatives, one a UTF-16 unit of the pattern.
  private mutating func folded(_ bytes: [UInt8], _ path: UInt32, _ kind: FoldingKind) -> UInt32 {
    let units = caseAlternatives(bytes)
    var plain: [UInt8] = []
    for unit in units {
      guard unit.lower == unit.upper || (isASCII(unit.lower) && isASCII(unit.upper)) else {
        let texts = units.flatMap { [self.texts.intern($0.lower), self.texts.intern($0.upper)] }
        return atoms.folding(path, kind, alternatives: texts)
      }
      plain += unit.lower
    }
    switch kind {
    case .whole: return value(path, .folded, plain)
    case .prefix: return value(path, .foldedPrefix, plain)
    case .suffix: return value(path, .foldedSuffix, plain)
    }
  }
}

private func isASCII(_ character: [UInt8]) -> Bool { character.count == 1 && character[0] < 0x80 }
