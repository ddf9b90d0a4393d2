internal import EventMatcher
internal import EventPattern

/// A table while its rules are taken in.
struct TableBuilder {
  struct Condition: Hashable {
    var flags: UInt32
    /// A list in `atomLists`.
    var atoms: UInt32
  }

  struct Test: Hashable {
    /// With `TestFlags.condition` where the payload is a condition.
    var path: UInt32
    var payload: UInt32
  }

  struct Conjunction {
    var tests: [Test]
    var rules: [UInt32]
  }

  var texts = TextPool()
  var lists = ListPool()
  var atomLists = ListPool()
  var names = NameTree()
  var atoms = AtomPool()
  var conditions: [Condition] = []
  var conjunctions: [Conjunction] = []
  /// For each path, what any scalar there opens, and what its absence does.
  var anyPostings: [[UInt32]] = []
  var absentPostings: [[UInt32]] = []
  /// For each path, wildcards that no lookup leads to.
  var directWildcards: [[UInt32]] = []
  /// For each path, the grams that its wildcards ask for, as `Sieve`.
  var sieves: [UInt32] = []
  /// What the table keeps of the texts, and the places of records that vary in length.
  var written = WrittenTexts()
  var valueNumbers: [UInt32] = []
  var conjunctionNumbers: [UInt32] = []
  /// Records of ranges that paths written so far have taken.
  var firstInterval: UInt32 = 0
  var firstNetwork: UInt32 = 0
  /// The text of each path.
  var pathTexts: [UInt32] = []
  /// The conjunctions that no value leads to, with the path under which they are filed.
  var searched: [UInt32: (by: TableStatistics.Search, path: Int)] = [:]
  private var knownConditions: [Condition: UInt32] = [:]
  private var knownConjunctions: [[Test]: UInt32] = [:]

  init() { _ = texts.intern([]) }

  /// Takes in a rule: each of its alternatives becomes a conjunction, shared with equal ones.
  mutating func add(_ rule: RoutedRule, index: UInt32) {
    let alternatives = rule.pattern.alternatives
    let namesEmptyKey = alternatives.contains { $0.fields.contains { hasEmptyName($0.path.bytes) } }
    for alternative in alternatives {
      var tests = alternative.fields.map { test($0) }
      if namesEmptyKey {
        for i in tests.indices { tests[i].path |= TestFlags.followsEmpty }
      }
      if let known = knownConjunctions[tests] {
        if conjunctions[Int(known)].rules.last != index {
          conjunctions[Int(known)].rules.append(index)
        }
      } else {
        knownConjunctions[tests] = UInt32(conjunctions.count)
        conjunctions.append(Conjunction(tests: tests, rules: [index]))
      }
    }
  }

  private mutating func test(_ field: FieldTest) -> Test {
    let text = texts.intern(field.path.bytes)
    let path = names.path(text, &texts)
    while anyPostings.count <= Int(path) {
      pathTexts.append(text)
      anyPostings.append([])
      absentPostings.append([])
      directWildcards.append([])
      sieves.append(0)
    }
    var flags: UInt32 = 0
    var list: [UInt32] = []
    for test in field.tests { add(test, path, &list, &flags) }
    let (unique, isSingle) = (sortedUnique(list), flags & ConditionFlags.absence == 0)
    if isSingle, unique.count == 1, isWholeValue(unique[0]) {
      return Test(path: path, payload: unique[0] & AtomKind.indexMask)
    }
    let condition = Condition(flags: flags, atoms: atomLists.intern(unique))
    if let known = knownConditions[condition] {
      return Test(path: path | TestFlags.condition, payload: known)
    }
    knownConditions[condition] = UInt32(conditions.count)
    conditions.append(condition)
    return Test(path: path | TestFlags.condition, payload: UInt32(conditions.count - 1))
  }

  /// Whether the atom is a whole string or bare text, of which a scalar equals at most one.
  private func isWholeValue(_ atom: UInt32) -> Bool {
    guard atom >> AtomKind.shift == AtomKind.value.rawValue else { return false }
    let kind = atoms.values[Int(atom & AtomKind.indexMask)].kind
    return kind == .string || kind == .bare
  }

  /// The atoms of a test: of its condition, or its one value.
  func atoms(of test: Test) -> [UInt32] {
    guard test.path & TestFlags.condition != 0 else { return [AtomKind.value.atom(test.payload)] }
    return Array(atomLists.items(conditions[Int(test.payload)].atoms))
  }

  func allowsAbsence(_ test: Test) -> Bool {
    test.path & TestFlags.condition != 0
      && conditions[Int(test.payload)].flags & ConditionFlags.absence != 0
  }
}

/// Whether an empty name is among those of the path, the ones at its end not counted: then the
/// service looks under empty keys of events.
private func hasEmptyName(_ path: [UInt8]) -> Bool {
  let dot = UInt8(ascii: ".")
  var end = path.count
  while end > 0, path[end - 1] == dot { end -= 1 }
  if end == 0 { return path.isEmpty }
  return path[0] == dot || (1..<end).contains { path[$0] == dot && path[$0 - 1] == dot }
}

func sortedUnique(_ items: [UInt32]) -> [UInt32] {
  var result: [UInt32] = []
  for item in items.sorted() where result.last != item { result.append(item) }
  return result
}
