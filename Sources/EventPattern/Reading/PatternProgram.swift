/// A pattern as its text gives it: match arrays put at paths in the order written, where `$or`
/// tries each branch on what was put before it.
struct PatternProgram {
  var body: [Item] = []
  var fields: [Field] = []
  /// Names at the top level, `$or` counted as one.
  var topLevelKeys = 0
  /// From the first brace to behind its closing one.
  var start = 0
  var end = 0

  indirect enum Item {
    /// Index into `fields`.
    case field(Int)
    case or([[Item]])
  }

  /// One match array.
  struct Field {
    var path: UTF8Text
    var tests: [ValueTest]
    /// Objects around it, the top one counted.
    var depth: Int
    /// From the name's opening quote to the array's closing bracket.
    var start: Int
    var end: Int
    /// Makes the service fail once the pattern is put to use.
    var failure: PatternFault.InternalFailure?
  }
}

extension PatternProgram {
  /// The fields of each combination of `$or` branches, sorted by path, in the service's order: for
  /// each branch all combinations before it. A path put twice keeps its last array.
  ///
  /// Of a combination with more fields than the service can hold, some are missing.
  func combinations() -> [[Int]] {
    let ranks = pathRanks()
    let empty = Chosen(fields: Array(repeating: -1, count: ranks.count))
    return expand(body, onto: [empty], ranks.places).map { chosen in
      chosen.fields.compactMap { $0 < 0 ? nil : Int($0) }
    }
  }

  /// The service's bound on the fields of one combination (event-ruler, `GenericMachine.java`).
  static let fieldLimit = 256

  /// For each path, in order, the field put there, or -1.
  private struct Chosen {
    var fields: [Int32]
    var count = 0
  }

  private func expand(_ items: [Item], onto before: [Chosen], _ places: [Int]) -> [Chosen] {
    var all = before
    for item in items {
      switch item {
      case .field(let field):
        for i in all.indices where all[i].count <= Self.fieldLimit {
          if all[i].fields[places[field]] < 0 { all[i].count += 1 }
          all[i].fields[places[field]] = Int32(truncatingIfNeeded: field)
        }
      case .or(let branches):
        all = branches.flatMap { expand($0, onto: all, places) }
      }
    }
    return all
  }

  /// How many paths there are, and for each field the place of its path among them, in the
  /// service's order of visiting them.
  private func pathRanks() -> (count: Int, places: [Int]) {
    let sorted = Set(fields.map(\.path)).sorted { precedesInUTF16($0.bytes, $1.bytes) }
    let ranks = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
    return (sorted.count, fields.map { ranks[$0.path] ?? 0 })
  }
}

extension [PatternProgram.Item] {
  /// How many combinations of `$or` branches there are, or something above `limit`.
  func combinationCount(upTo limit: Int) -> Int {
    var product = 1
    for case .or(let branches) in self {
      var sum = 0
      for branch in branches where sum <= limit { sum += branch.combinationCount(upTo: limit) }
      product *= sum
      if product > limit { return limit + 1 }
    }
    return product
  }

  /// The measure of SNS: each array's values times its depth, multiplied over fields and added over
  /// branches; something above `limit` where it is more.
  func valueCombinations(of fields: [PatternProgram.Field], upTo limit: Int) -> Int {
    var product = 1
    for item in self where product <= limit {
      switch item {
      case .field(let field): product *= fields[field].tests.count * fields[field].depth
      case .or(let branches):
        var sum = 0
        for branch in branches where sum <= limit {
          sum += branch.valueCombinations(of: fields, upTo: limit)
        }
        product *= sum
      }
    }
    return product
  }
}

/// The order of `java.lang.String.compareTo`: by UTF-16 units, so that characters outside the basic
/// plane come before those from U+E000 on.
package func precedesInUTF16(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  func weight(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte }
  for (x, y) in zip(a, b) where x != y { return weight(x) < weight(y) }
  return a.count < b.count
}
