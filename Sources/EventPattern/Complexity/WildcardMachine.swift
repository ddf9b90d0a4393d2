/// The part of the service's byte automaton for one field that its measure of complexity looks at:
/// the wildcards of that field, as states that a value's bytes lead through.
///
/// Literal prefixes are shared as in a trie; each star is a state that loops; what follows a star
/// is shared only where the service shares it (event-ruler, `ByteMachine.java`).
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
    /// For all but a star the byte that leads to it.
    var byte: UInt8
    var parent: Int
    /// The wildcard patterns whose match can be reached from here, a bit each.
    var patterns: UInt16 = 0
    /// The star that directly follows, or -1.
    var star = -1
    /// Another follower of the same state on the same byte, or -1.
    var sibling = -1
    /// The last prefix that follows, and the one before this of its parent's, or -1.
    var lastPrefix = -1
    var previousPrefix = -1
  }

  private(set) var states = [State(kind: .prefix, byte: 0, parent: -1)]
  /// The last follower added, by state and byte.
  private var followers: [Int: Int] = [:]
  /// Matches by terminal state: which pattern, and what the caller files under it.
  private var matches: [Int: [(pattern: Int, next: Int)]] = [:]

  /// The last follower of a state on a byte, from where `sibling` leads to the others; or -1.
  func follower(of state: Int, on byte: UInt8) -> Int { followers[state << 8 | Int(byte)] ?? -1 }

  /// Adds one wildcard of pattern number `pattern`, below 16. Returns what is filed under its
  /// match: `next`, or what was filed there before, where the whole way is shared with an equal
  /// pattern.
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
    if states[state].star < 0 {
      states[state].star = states.count
      states.append(State(kind: .star, byte: 0, parent: state))
    }
    return states[state].star
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
    if canShare {
      var known = follower(of: state, on: byte)
      while known >= 0, states[known].kind != kind { known = states[known].sibling }
      if known >= 0 { return known }
    }
    return append(kind, to: state, on: byte)
  }

  private mutating func append(_ kind: Kind, to state: Int, on byte: UInt8) -> Int {
    var new = State(kind: kind, byte: byte, parent: state)
    new.sibling = follower(of: state, on: byte)
    if kind == .prefix {
      new.previousPrefix = states[state].lastPrefix
      states[state].lastPrefix = states.count
    }
    followers[state << 8 | Int(byte)] = states.count
    states.append(new)
    return states.count - 1
  }

  private mutating func match(at state: Int, pattern: Int, next: Int) -> Int {
    if let known = matches[state]?.first(where: { $0.pattern == pattern }) { return known.next }
    let match = append(.match, to: state, on: UInt8(ascii: "\""))
    states[match].patterns = 1 << UInt16(pattern)
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
    bytes.reserveCapacity(text.count + 1)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if let byte = UInt8(exactly: scalar.value), scalar.isASCII {
        let letter = byte | 0x20
        let isLetter = letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
        bytes.append((byte, !isLetter))
        continue
      }
      let hasCases =
        scalar.value <= 0xFFFF
        && scalar.properties.lowercaseMapping != scalar.properties.uppercaseMapping
      for (i, byte) in String(scalar).utf8.enumerated() { bytes.append((byte, i > 0 || !hasCases)) }
    }
  }
}
