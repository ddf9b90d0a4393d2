/// The part of the service's byte automaton for one field that its measure of complexity looks at:
/// the wildcards of that field, as states that a value's bytes lead through.
///
/// Literal prefixes are shared as in a trie; each star is a state that loops; what follows a star is
/// shared only where the service shares it (event-ruler, `ByteMachine.java`).
struct WildcardMachine {
  enum Kind {
    /// Before any star: at most one such state is reached by a text.
    case prefix
    /// Stays, whatever follows.
    case star
    /// Follows a star.
    case literal
    /// The end of a wildcard.
    case match
  }

  struct State {
    var kind: Kind
    /// For a literal or match the byte that leads to it.
    var byte: UInt8
    var parent: Int
    /// The wildcard patterns whose match can be reached from here, a bit each.
    var patterns: UInt16 = 0
    /// The star that directly follows, or -1.
    var star = -1
  }

  private(set) var states = [State(kind: .prefix, byte: 0, parent: -1)]
  /// Followers by state and byte, in the order added.
  private var followers: [Int: [Int]] = [:]
  /// Matches by terminal state: which pattern, and what the caller files under it.
  private var matches: [Int: [(pattern: Int, next: Int)]] = [:]

  func followers(of state: Int, on byte: UInt8) -> [Int] {
    followers[state << 8 | Int(byte)] ?? []
  }

  /// Adds one wildcard of pattern number `pattern`, below 16. Returns what is filed under its match:
  /// `next`, or what was filed there before, where the whole way is shared with an equal pattern.
  mutating func add(_ wildcard: Wildcard, pattern: Int, next: Int) -> Int {
    var state = 0
    var way = [0]
    for (i, run) in wildcard.runs.enumerated() {
      if i > 0 {
        state = star(after: state)
        way.append(state)
      }
      let text = UnquotedRun(run.bytes, opens: i == 0)
      for (byte, isShared) in text.bytes {
        state = follower(of: state, on: byte, isShared: isShared)
        way.append(state)
      }
    }
    let bit = UInt16(1) << UInt16(pattern)
    for state in way { states[state].patterns |= bit }
    return match(at: state, pattern: pattern, next: next)
  }

  private mutating func star(after state: Int) -> Int {
    if states[state].star >= 0 { return states[state].star }
    states.append(State(kind: .star, byte: 0, parent: state))
    states[state].star = states.count - 1
    return states.count - 1
  }

  /// The state behind `byte`: an existing one where the service would use it again, else a new one.
  private mutating func follower(of state: Int, on byte: UInt8, isShared: Bool) -> Int {
    let kind: Kind = states[state].kind == .prefix ? .prefix : .literal
    let canShare =
      switch states[state].kind {
      case .prefix: true
      case .literal: isShared && states[state].star < 0
      default: isShared
      }
    let key = state << 8 | Int(byte)
    let existing = followers[key]?.first { states[$0].kind == kind }
    if canShare, let existing { return existing }
    states.append(State(kind: kind, byte: byte, parent: state))
    followers[key, default: []].append(states.count - 1)
    return states.count - 1
  }

  private mutating func match(at state: Int, pattern: Int, next: Int) -> Int {
    if let known = matches[state]?.first(where: { $0.pattern == pattern }) { return known.next }
    let quote = UInt8(ascii: "\"")
    states.append(
      State(kind: .match, byte: quote, parent: state, patterns: 1 << UInt16(pattern)))
    followers[state << 8 | Int(quote), default: []].append(states.count - 1)
    matches[state, default: []].append((pattern, next))
    if states[state].kind == .star {
      matches[states[state].parent, default: []].append((pattern, next))
    }
    return next
  }
}

/// The bytes of a literal run, each with whether the service would share the state behind it with
/// another wildcard after a star: it does not for the first byte of a character that has two cases.
private struct UnquotedRun {
  var bytes: [(UInt8, isShared: Bool)] = []

  /// `opens` stands for the quote at the start of every string value.
  init(_ text: [UInt8], opens: Bool) {
    if opens { bytes.append((UInt8(ascii: "\""), true)) }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let hasCases =
        scalar.value <= 0xFFFF
        && scalar.properties.lowercaseMapping != scalar.properties.uppercaseMapping
      for (i, byte) in String(scalar).utf8.enumerated() { bytes.append((byte, i > 0 || !hasCases)) }
    }
  }
}
