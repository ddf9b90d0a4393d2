/// The shape of a table file, shared by its writer and its reader; grammar/table-format.md explains it.
package enum TableFormat {
  /// `ILKROUTE`.
  package static let magic: UInt64 = 0x4554_554F_524B_4C49
  package static let version: UInt32 = 1
  /// Bit by bit what a reader must understand; none is defined in this version.
  package static let knownFeatures: UInt32 = 0
  package static let headerSize = 48
  package static let directoryEntrySize = 8
  /// Where the bytes begin that the checksum covers: behind the checksum itself.
  package static let checksummedFrom = 24
  /// Zero bytes that end the heap and the file, so that whole words may be read at a text's end.
  package static let heapPadding = 8

  /// A posting that stands for one conjunction instead of a list of them.
  package static let inlinePosting: UInt32 = 1 << 31
}

/// The sections, in file order; the raw value is the id in the directory.
package enum Section: Int, CaseIterable, Sendable {
  case texts, rules, lists, atoms, nodes, nodeSlots, paths, extras, values, valueSlots
  case wildcards, foldings, intervals, networks, conditions, conjunctions, heap

  package static let total = 17

  /// Bytes of one record; where records are longer than one another, of the unit that numbers them.
  package var recordSize: Int {
    switch self {
    case .heap: 1
    case .lists, .atoms, .values: 4
    case .texts, .nodeSlots, .valueSlots, .conditions, .conjunctions: 8
    case .rules, .foldings: 12
    case .paths, .wildcards: 20
    case .nodes, .intervals: 32
    case .networks: 56
    case .extras: 60
    }
  }
}

/// What kind of text a value record holds, hence which lookup finds it.
package enum ValueKind: UInt32, CaseIterable, Sendable {
  /// A whole string.
  case string
  /// A number too long to compare, or `true`, `false`, `null`: the characters themselves.
  case bare
  case prefix
  case suffix
  /// As the three above, with ASCII letters in lower case.
  case folded
  case foldedPrefix
  case foldedSuffix
  /// A few bytes anywhere inside: leads to the wildcards that need them.
  case gram

  /// What keeps equal texts of different paths and kinds apart in the hash.
  @inline(__always)
  package static func seed(path: UInt32, kind: ValueKind) -> UInt64 {
    UInt64(path) &<< 3 | UInt64(kind.rawValue)
  }
}

/// Bytes of a value's record.
package enum ValueRecord {
  /// Bit of the first word: a list of wildcards stands behind the text.
  package static let leads: UInt32 = 1 << 31
  /// Path and kind, length, posting; the text follows, then the list of wildcards.
  package static let head = 12

  /// Units of 4 bytes that a record takes.
  package static func words(length: Int, leads: Bool) -> Int {
    head / 4 + (leads ? 1 : 0) + (length + 3) / 4
  }
}

/// A free slot: a tag behind all others, and no number.
package enum ValueSlot {
  package static let free = UInt32.max
}

/// Which grams of a string a path's wildcards ask for before they are tried.
package enum Sieve {
  package static let bytes: UInt32 = 1
  package static let triples: UInt32 = 2
  /// Bits of the set of a string's grams.
  package static let bits = 1024
  /// Grams that a wildcard asks for.
  package static let needs = 4
}

/// A reference to one thing that a scalar may be tested for: kind in the top four bits, index below.
package enum AtomKind: UInt32, CaseIterable, Sendable {
  /// A value record hit by the scalar.
  case value
  case wildcard
  case folding
  case interval
  case network
  /// Any scalar at all.
  case any
  /// Any scalar that none of a list of atoms hits; the index is the list.
  case excluding

  package static let shift: UInt32 = 28
  package static let indexMask: UInt32 = (1 << 28) - 1

  package func atom(_ index: UInt32) -> UInt32 { rawValue << Self.shift | index }
}

/// Bits of a path record's flags: which lookups its scalars need.
package enum PathFlags {
  package static let strings: UInt32 = 1
  package static let bare: UInt32 = 2
  /// Some extras record stands behind it.
  package static let extras: UInt32 = 4
  /// A scalar that hits nothing is as good as none: no test holds by absence, for any scalar or for
  /// all but some.
  package static let hitsOnly: UInt32 = 8
}

/// A length of prefixes or suffixes, with the byte that all of them have at their inner end.
package enum AffixLength {
  package static let lengthMask: UInt32 = (1 << 23) - 1
  package static let byteShift: UInt32 = 23
  /// Stands for the byte where not all have the same.
  package static let anyByte: UInt32 = 256
}

/// Bits of a condition's flags.
package enum ConditionFlags {
  /// Also holds where the path has no consistent value.
  package static let absence: UInt32 = 1
  /// A number that can be compared is not run through the networks.
  package static let numeric: UInt32 = 2
}

/// Bits of a conjunction's flags, above which its number of tests stands.
package enum ConjunctionFlags {
  /// Two of its paths go through one name, so arrays may tie their values together.
  package static let shared: UInt32 = 1
  /// One of its paths continues another.
  package static let nested: UInt32 = 2
  package static let countShift: UInt32 = 2
}

/// How an ignore-case test with letters beyond ASCII is anchored.
package enum FoldingKind: UInt32, CaseIterable, Sendable {
  case whole, prefix, suffix
}

/// Bits of a test's path.
package enum TestFlags {
  /// The payload is a condition, not a value record.
  package static let condition: UInt32 = 1 << 31
  /// Values under a key that is empty are seen: the rule's pattern names such a key.
  package static let followsEmpty: UInt32 = 1 << 30
  package static let pathMask: UInt32 = followsEmpty - 1
}
