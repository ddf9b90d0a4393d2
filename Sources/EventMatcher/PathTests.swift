/// What a path record says of the tests there, and the extras behind it.
struct PathTests {
  let flags: UInt32
  private let record: Int
  private let table: Table

  @inline(__always)
  init(_ path: UInt32, _ table: Table) {
    self.table = table
    record = table.record(.paths, Int(path))
    flags = table.bytes.u32(record &+ 4)
  }

  /// Opened by any scalar.
  var anyPosting: UInt32 {
    @inline(__always) get { table.bytes.u32(record &+ 8) }
  }

  /// Opened where there is no scalar.
  var absentPosting: UInt32 {
    @inline(__always) get { table.bytes.u32(record &+ 12) }
  }

  @inline(__always)
  func has(_ flag: UInt32) -> Bool { flags & flag != 0 }

  var extras: Extras {
    @inline(__always) get {
      let index = Int(table.bytes.u32(record &+ 16))
      return Extras(at: table.record(.extras, index), table)
    }
  }
}

/// The lookups of a path beyond whole strings.
struct Extras {
  private let record: Int
  private let table: Table

  @inline(__always)
  init(at record: Int, _ table: Table) {
    self.record = record
    self.table = table
  }

  /// Distinct lengths of prefixes and suffixes, as `AffixLength`.
  var prefixLengths: UInt32 { table.bytes.u32(record) }
  var suffixLengths: UInt32 { table.bytes.u32(record &+ 4) }
  /// Whether some whole string is compared without regard to case.
  var hasFolded: Bool { table.bytes.u32(record &+ 8) != 0 }
  var foldedPrefixLengths: UInt32 { table.bytes.u32(record &+ 12) }
  var foldedSuffixLengths: UInt32 { table.bytes.u32(record &+ 16) }
  /// Distinct lengths of the grams that lead to wildcards.
  var gramLengths: UInt32 { table.bytes.u32(record &+ 20) }
  /// A text of bits in which every gram is noted.
  var gramFilter: UInt32 { table.bytes.u32(record &+ 48) }
  /// The byte with which every gram begins, 256 where not all begin alike.
  var gramStart: UInt32 { table.bytes.u32(record &+ 52) }
  /// The grams that its wildcards ask for, as `Sieve`; 0 where they ask for none.
  var sieve: UInt32 { table.bytes.u32(record &+ 56) }
  /// Wildcards that nothing leads to.
  var wildcards: UInt32 { table.bytes.u32(record &+ 24) }
  var foldings: UInt32 { table.bytes.u32(record &+ 28) }

  var intervals: Range<Int> { range(32) }
  var networks: Range<Int> { range(40) }
  var hasIntervals: Bool { table.bytes.u32(record &+ 36) != 0 }
  var hasNetworks: Bool { table.bytes.u32(record &+ 44) != 0 }

  /// Indices of the first record and of that behind the last.
  private func range(_ field: Int) -> Range<Int> {
    let start = Int(table.bytes.u32(record &+ field))
    return start..<start &+ Int(table.bytes.u32(record &+ field &+ 4))
  }
}
