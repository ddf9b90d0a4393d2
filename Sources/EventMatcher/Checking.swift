extension EventMatcher {
  /// How much of an event is checked beyond what the rules look at, which always is.
  public enum Checking: Sendable {
    /// Structure: brackets, separators, keys and the ends of strings are right everywhere. What
    /// stands in values that no rule looks at is not checked: numbers, literals, escapes, UTF-8.
    case structure
    /// The event is exactly a JSON object as RFC 8259 has it.
    case strict
    /// The event is known to be well formed, without a key that comes twice in an object, is empty
    /// or holds a dot: reading may stop once all that rules look at has been seen.
    case trusting
  }
}

/// `EventMatcher.Checking` as types, so that each way to walk an event is compiled by itself.
protocol WalkMode: BitwiseCopyable {
  static var isStrict: Bool { get }
  static var isTrusting: Bool { get }
}

struct CheckingStructure: WalkMode {
  static var isStrict: Bool { @inline(__always) get { false } }
  static var isTrusting: Bool { @inline(__always) get { false } }
}

struct CheckingAll: WalkMode {
  static var isStrict: Bool { @inline(__always) get { true } }
  static var isTrusting: Bool { @inline(__always) get { false } }
}

struct Trusting: WalkMode {
  static var isStrict: Bool { @inline(__always) get { false } }
  static var isTrusting: Bool { @inline(__always) get { true } }
}
