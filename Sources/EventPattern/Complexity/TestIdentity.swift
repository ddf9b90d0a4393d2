/// What makes two tests the same to the service's machine.
enum TestIdentity: Hashable {
  /// `exists: false`, which no value leads through.
  case absent
  case value(ValueTest)
  case wildcards(Wildcards)

  /// One wildcard, or the set of those inside an `anything-but`.
  struct Wildcards: Hashable {
    var texts: [Wildcard]
    var isNegated: Bool

    static func == (a: Wildcards, b: Wildcards) -> Bool {
      a.isNegated == b.isNegated && Set(a.texts) == Set(b.texts)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(Set(texts)) }
  }

  /// A number is two tests there: equal as a double, and equal as text.
  static func all(of test: ValueTest) -> [TestIdentity] {
    switch test {
    case .exists(false): return [.absent]
    case .wildcard(let wildcard):
      return [.wildcards(Wildcards(texts: [wildcard], isNegated: false))]
    case .anythingBut(.wildcard(let wildcards)):
      return [.wildcards(Wildcards(texts: wildcards.withoutRepetition(), isNegated: true))]
    case .anythingBut(let set): return [.value(.anythingBut(set.normalized))]
    case .number(let number):
      let text = ValueTest.number(PatternNumber(text: number.text, value: nil))
      guard let value = number.value else { return [.value(text)] }
      let bound = NumericRange.Bound(value, isIncluded: true)
      return [.value(.numeric(NumericRange(lower: bound, upper: bound))), .value(text)]
    case .cidr(let block): return [.value(.cidr(block.normalized))]
    case .exactly(let text):
      return [.value(ipAddress(text.bytes) == nil ? .equals(text) : test)]
    case .equals(let text):
      guard let address = ipAddress(text.bytes) else { return [.value(test)] }
      return [.value(.cidr(CIDRBlock(address: address, bits: address.count * 8, text: "")))]
    default: return [.value(test)]
    }
  }
}

extension AnythingBut {
  /// Its members as a set, in a fixed order.
  fileprivate var normalized: AnythingBut {
    func sorted(_ texts: [UTF8Text]) -> [UTF8Text] { Set(texts).sorted() }
    switch self {
    case .strings(let texts): return .strings(sorted(texts))
    case .prefix(let texts): return .prefix(sorted(texts))
    case .suffix(let texts): return .suffix(sorted(texts))
    case .equalsIgnoreCase(let texts): return .equalsIgnoreCase(sorted(texts))
    case .numbers(let numbers):
      let values = Set(numbers.map { $0.value ?? 0 }).sorted()
      return .numbers(values.map { PatternNumber(text: "", value: $0) })
    case .wildcard: return self
    }
  }
}

extension CIDRBlock {
  /// The block without the bits below its mask, and without how it was written.
  fileprivate var normalized: CIDRBlock {
    var masked = address
    for i in masked.indices {
      let kept = min(max(bits - i * 8, 0), 8)
      masked[i] &= UInt8(truncatingIfNeeded: 0xFF00 >> kept)
    }
    return CIDRBlock(address: masked, bits: bits, text: "")
  }
}

extension Array where Element: Hashable {
  /// The first of each equal elements, in order.
  func withoutRepetition() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
