import Synchronization

/// A set of texts that is more than a list of words; its automata are built when first needed.
final class Language: Sendable {
  enum Kind: Hashable, Sendable {
    case glob(Glob)
    case folded(FoldedText)
    case addresses(AddressRange)
    /// Between so many code points.
    case length(min: Int, max: Int?)
  }

  /// Accepts only members, and all members: the same automaton where membership is always decided.
  struct Automata: Sendable {
    let sure: ByteAutomaton
    let possible: ByteAutomaton
  }

  let kind: Kind
  private let cache = Mutex<Automata??>(nil)

  init(_ kind: Kind) { self.kind = kind }

  /// Whether `sure` and `possible` differ.
  var isVague: Bool {
    if case .addresses = kind { true } else { false }
  }

  /// Nil where it is not decided.
  func contains(_ text: [UInt8]) -> Bool? {
    switch kind {
    case .glob(let glob): glob.matches(text)
    case .folded(let folded): folded.matches(text)
    case .addresses(let range): range.contains(text)
    case .length(let min, let max):
      LengthLanguage(min: min, max: max).contains(text)
    }
  }

  /// Nil where they would be too large.
  var automata: Automata? {
    cache.withLock { cache in
      if let cache { return cache }
      let built = buildAutomata()
      cache = .some(built)
      return built
    }
  }

  private func buildAutomata() -> Automata? {
    let sure: ByteAutomaton? =
      switch kind {
      case .glob(let glob): glob.automaton
      case .folded(let folded): folded.automaton
      case .addresses(let range): range.sureAutomaton
      case .length(let min, let max): LengthLanguage(min: min, max: max).automaton
      }
    guard let sure else { return nil }
    guard case .addresses(let range) = kind else { return Automata(sure: sure, possible: sure) }
    return range.possibleAutomaton.map { Automata(sure: sure, possible: $0) }
  }
}

extension Language: Hashable {
  static func == (a: Language, b: Language) -> Bool { a === b || a.kind == b.kind }
  func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// Texts by their count of code points, as JSON Schema measures them.
struct LengthLanguage {
  let min: Int
  let max: Int?

  /// Longer texts are not told apart by automata.
  private static let countedLength = 1 << 16

  func contains(_ text: [UInt8]) -> Bool {
    let count = text.lazy.filter(Self.startsCodePoint).count
    return count >= min && count <= max ?? .max
  }

  var automaton: ByteAutomaton? {
    // Beyond the longer bound counting makes no difference.
    let bound = max ?? min
    guard bound < Self.countedLength else { return nil }
    let cap = bound + 1
    return ByteAutomaton(
      from: 0, classes: ByteClasses { Self.startsCodePoint($0) ? 1 : 0 },
      step: { Self.startsCodePoint($1) ? Swift.min($0 + 1, cap) : $0 },
      accepts: { $0 >= min && $0 <= max ?? .max })
  }

  private static func startsCodePoint(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
