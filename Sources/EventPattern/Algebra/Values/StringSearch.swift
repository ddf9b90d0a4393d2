/// Looks for a text that is in every set of one list and in none of another.
struct StringSearch {
  let required: [StringSet]
  let forbidden: [StringSet]

  /// A text that reads well, where one is found; `none` only where there surely is none.
  func run(_ work: inout Work) -> Search<UTF8Text> {
    if required.contains(where: \.isNone) || forbidden.contains(where: \.isEverything) {
      return .none
    }
    var sawUndecided = false
    let cost = required.count + forbidden.count + (required + forbidden).reduce(0) { $0 + $1.weight }
    for word in listedWords() {
      guard work.spend(cost) else { return .undecided }
      switch admits(word) {
      case true?: return .found(word)
      case nil: sawUndecided = true
      case false?: break
      }
    }
    if required.contains(where: { $0.finiteWords != nil }) {
      return sawUndecided ? .undecided : .none
    }
    if !pairsMayMeet() { return sawUndecided ? .undecided : .none }
    for candidate in candidates() {
      guard work.spend(cost) else { return .undecided }
      if admits(candidate) == true { return .found(candidate) }
    }
    let rest = ProductSearch.run(required: required, forbidden: forbidden, &work)
    if case .none = rest, sawUndecided { return .undecided }
    return rest
  }

  /// Nil where it is not decided.
  func admits(_ word: UTF8Text) -> Bool? {
    both(required.allHold { $0.contains(word) }, forbidden.noneHolds { $0.contains(word) })
  }

  /// The words of the set with the fewest where one is finite, else of all sets.
  private func listedWords() -> [UTF8Text] {
    if let fewest = required.compactMap(\.finiteWords).min(by: { $0.count < $1.count }) {
      return fewest
    }
    return required.flatMap { $0.words.isComplement ? [] : $0.words.words }
  }

  /// False where two sets surely have nothing in common.
  private func pairsMayMeet() -> Bool {
    for (index, a) in required.enumerated() {
      for b in required[..<index] where !a.mayMeet(b) { return false }
    }
    return true
  }

  /// Texts that are likely members: those that the sets' languages suggest, then plain words.
  private func candidates() -> [UTF8Text] {
    var result: [UTF8Text] = []
    for set in required {
      for case .member(let language) in set.others.prefix(8) {
        result.append(UTF8Text(language.example))
      }
    }
    let globs = required.compactMap { $0.others.lazy.compactMap(\.glob).first }
    if let joint = Glob.example(of: globs) { result.append(UTF8Text(joint)) }
    return result + ["example", "sample", "other", "x", "0", ""]
  }
}

extension StringSet {
  /// `form` with the beginnings or ends in place of its own that languages of the set ask for.
  func fitted(to form: UTF8Text?) -> [ScalarValue] {
    guard let form else { return [] }
    return others.prefix(4).compactMap { alternative in
      guard let glob = alternative.glob, let first = glob.runs.first, let last = glob.runs.last,
        glob.runs.count == 2, first.count + last.count <= form.bytes.count
      else { return nil }
      let middle = form.bytes[first.count..<(form.bytes.count - last.count)]
      return .string(UTF8Text(first + middle + last))
    }
  }

  private static var comparedPairs: Int { 1024 }

  /// The work that it takes to look a text up.
  fileprivate var weight: Int {
    others.reduce(0) { sum, alternative in
      switch alternative {
      case .member(let language): sum + language.weight
      case .memberOfNone(let languages): languages.reduce(sum) { $0 + $1.weight }
      }
    }
  }

  /// False where the two surely have nothing in common.
  fileprivate func mayMeet(_ other: StringSet) -> Bool {
    guard !words.isComplement, !other.words.isComplement else { return true }
    if words.words.contains(where: { other.contains($0) != false }) { return true }
    if other.words.words.contains(where: { contains($0) != false }) { return true }
    if others.count * other.others.count > Self.comparedPairs { return true }
    return others.contains { a in other.others.contains { a.mayMeet($0) } }
  }
}

extension StringSet.Alternative {
  fileprivate var glob: Glob? {
    if case .member(let language) = self, case .glob(let glob) = language.kind { glob } else { nil }
  }

  fileprivate func mayMeet(_ other: Self) -> Bool {
    guard case .member(let a) = self, case .member(let b) = other else { return true }
    switch (a.kind, b.kind) {
    case (.glob(let a), .glob(let b)): return a.mayMeet(b)
    case (.addresses(let a), .addresses(let b)): return a.mayMeet(b)
    default: return true
    }
  }
}

extension Language {
  /// In steps of work.
  fileprivate var weight: Int {
    switch kind {
    case .glob(let glob): glob.runs.reduce(1) { $0 + $1.count / 16 }
    case .folded(let text): 1 + text.text.bytes.count / 2
    case .addresses, .length: 4
    }
  }

  /// A text that is likely a member.
  fileprivate var example: [UInt8] {
    switch kind {
    case .glob(let glob): glob.example
    case .folded(let text): text.example
    case .addresses(let range): range.example
    case .length(let min, _): [UInt8](repeating: UInt8(ascii: "x"), count: min)
    }
  }
}

extension Glob {
  /// A short text that matches, with something between runs that have text on both sides.
  fileprivate var example: [UInt8] {
    Array(runs.filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: "x")]))
  }

  /// False where their beginnings or their ends rule each other out.
  func mayMeet(_ other: Glob) -> Bool {
    Self.longest(runs[0], other.runs[0], atEnd: false) != nil
      && Self.longest(runs[runs.count - 1], other.runs[other.runs.count - 1], atEnd: true) != nil
  }

  /// A text that all `globs` match; each must have a star. Nil where there is none.
  static func example(of globs: [Glob]) -> [UInt8]? {
    guard !globs.isEmpty else { return nil }
    var first: [UInt8] = []
    var last: [UInt8] = []
    for glob in globs {
      guard let start = longest(first, glob.runs[0], atEnd: false),
        let end = longest(last, glob.runs[glob.runs.count - 1], atEnd: true)
      else { return nil }
      (first, last) = (start, end)
    }
    let inner = globs.flatMap { $0.runs.dropFirst().dropLast().joined() }
    return first + inner + last
  }

  /// The longer of two beginnings (or ends) of one text; nil where they contradict.
  private static func longest(_ a: [UInt8], _ b: [UInt8], atEnd: Bool) -> [UInt8]? {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    let part = atEnd ? long.suffix(short.count) : long.prefix(short.count)
    return part.elementsEqual(short) ? long : nil
  }
}
