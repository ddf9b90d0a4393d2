import Diagnostics

extension EventPattern {
  /// `pattern/redundant-alternative`: a value listed twice, or accepted by another test of the
  /// list.
  func redundantAlternatives() -> [Diagnostic] {
    var work = Work()
    return distinctFields.flatMap { field in
      redundant(in: field.tests, &work).map { test, other in
        let why = test == other ? "is listed twice" : "is redundant beside \(other.json)"
        return Diagnostic(
          "pattern/redundant-alternative", .warning, "\(test.json) \(why) in '\(field.path)'",
          at: field.range, help: "remove it: the list accepts the same values without it")
      }
    }
  }

  private func redundant(in tests: [ValueTest], _ work: inout Work) -> [(ValueTest, ValueTest)] {
    var seen: Set<ValueTest> = []
    let repeated = tests.filter { !seen.insert($0).inserted }
    let distinct = tests.withoutRepetition()
    var found = repeated.withoutRepetition().map { ($0, $0) }
    guard distinct.count > 1, distinct.count <= 100 else { return found }
    let sets = distinct.map { ValueSet([$0]) }
    var removed: Set<Int> = []
    for i in distinct.indices where distinct[i] != .exists(false) && !sets[i].isNone {
      for j in distinct.indices where i != j && !removed.contains(j) {
        guard distinct[j].canCover else { continue }
        let search = ValueSearch(required: [sets[i]], forbidden: [sets[j]])
        if !distinct[j].holds(distinct[i]) {
          guard case .none = search.run(&work) else { continue }
        }
        removed.insert(i)
        found.append((distinct[i], distinct[j]))
        break
      }
    }
    return found
  }

  /// `pattern/accepts-any-value`: alternatives that together let every value through, as two
  /// `anything-but` beside each other do.
  func acceptsAnyValue() -> [Diagnostic] {
    var work = Work()
    return distinctFields.compactMap { field in
      let negations = field.tests.count { if case .anythingBut = $0 { true } else { false } }
      guard negations > 0, field.tests.count > 1, !field.tests.contains(.exists(true)),
        case .none = ValueSearch(required: [.all], forbidden: [ValueSet(field.tests)]).run(&work)
      else { return nil }
      return Diagnostic(
        "pattern/accepts-any-value", .warning,
        "the tests of '\(field.path)' together accept every value", at: field.range,
        help: negations > 1
          ? "list all that is excluded in one 'anything-but'"
          : "any one test of a list is enough; remove those that are not meant")
    }
  }
}

extension ValueTest {
  /// Whether it is an address block and the other an address or block in it.
  fileprivate func holds(_ other: ValueTest) -> Bool {
    guard case .cidr(let block) = self else { return false }
    switch other {
    case .equals(let text):
      guard let address = ipAddress(text.bytes) else { return false }
      return block.holds(address)
    case .cidr(let inner): return inner.bits >= block.bits && block.holds(inner.address)
    default: return false
    }
  }

  /// Whether it accepts more than one value.
  fileprivate var canCover: Bool {
    switch self {
    case .boolean, .null, .exactly, .exists(false): false
    default: true
    }
  }
}

extension CIDRBlock {
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    other.count == address.count
      && (0..<bits).allSatisfy { (address[$0 / 8] ^ other[$0 / 8]) & (0x80 >> UInt8($0 % 8)) == 0 }
  }
}
