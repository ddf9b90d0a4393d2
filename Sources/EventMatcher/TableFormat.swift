/// The shape of a table file, shared by its writer and its reader; grammar/table-format.md explains it.
package enum TableFormat {
  /// `ILKROUTE`.
  package static let magic: UInt64 = 0x4554_554F_524B_4C49
  package static let version: UInt32 = 1
  /// Bit by bit what a reader must understand; none is defined in this version.
  package static let knownFeatures: UInt32 = 0
  package static let headerSize = 64
  package static let directoryEntrySize = 24
  /// Where the bytes begin that the checksum covers: behind the checksum itself.
  package static let checksummedFrom = 24
  /// Zero bytes that end the heap, so that whole words may be read at its end.
  package static let heapPadding = 32

  /// A posting that stands for one conjunction instead of a list of them.
  package static let inlinePosting: UInt32 = 1 << 31
}

/// The sections, in file order; the raw value is the id in the directory.
package enum Section: Int, CaseIterable, Sendable {
  case heap, texts, rules, lists, atoms, nodes, nodeSlots, paths, extras, values, valueSlots
  case wildcards, foldings, intervals, networks, conditions, tests, conjunctions

  package static let total = 18

  /// Bytes of one record.
  package var recordSize: Int {
    switch self {
    case .heap: 1
    case .lists, .atoms: 4
    case .texts, .nodeSlots, .valueSlots, .conditions, .tests: 8
    case .rules, .wildcards, .foldings: 12
    case .conjunctions: 16
    case .paths, .values: 20
    case .nodes, .intervals: 32
    case .networks, .extras: 56
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
  /// all but some, and each interval has something filed under it.
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

/// Bits of a conjunction's flags.
package enum ConjunctionFlags {
  /// Two of its paths go through one name, so arrays may tie their values together.
  package static let shared: UInt32 = 1
  /// One of its paths continues another.
  package static let nested: UInt32 = 2
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
