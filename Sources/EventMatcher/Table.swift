/// A checked table as it lies in memory; its directory says where the sections are.
struct Table {
  let bytes: Bytes

  /// Where a section begins.
  ///
  /// INVARIANT: the check at load found it within the bytes.
  @inline(__always)
  func start(of section: Section) -> Int {
    Int(bytes.u32(entry(section)))
  }

  /// Number of the section's records.
  @inline(__always)
  func count(of section: Section) -> Int {
    Int(bytes.u32(entry(section) &+ 4))
  }

  @inline(__always)
  private func entry(_ section: Section) -> Int {
    TableFormat.headerSize &+ section.rawValue &* TableFormat.directoryEntrySize
  }

  /// The list of the paths that have something filed under their absence.
  var absentPaths: UInt32 { bytes.u32(40) }

  /// Number of value slots at which a search can begin.
  @inline(__always)
  var valueHomes: UInt32 { bytes.u32(44) }

  /// The digest of the source as a text.
  var digest: UInt32 { bytes.u32(36) }

  /// Where a record begins.
  @inline(__always)
  func record(_ section: Section, _ index: Int) -> Int {
    start(of: section) &+ index &* section.recordSize
  }

  /// Number of items of the list at `list`, whose items stand behind it.
  @inline(__always)
  func listCount(_ list: UInt32) -> Int {
    Int(bytes.u32(record(.lists, Int(list))))
  }

  @inline(__always)
  func listItem(_ list: UInt32, _ index: Int) -> UInt32 {
    bytes.u32(record(.lists, Int(list) &+ 1 &+ index))
  }

  /// The words of `lists` that are the items of the list at `list`.
  @inline(__always)
  func items(of list: UInt32) -> (start: Int, end: Int) {
    let start = Int(list) &+ 1
    return (start, start &+ listCount(list))
  }

  /// A word of `lists`.
  @inline(__always)
  func listItem(_ word: Int) -> UInt32 { bytes.u32(record(.lists, word)) }

  @inline(__always)
  func atomCount(_ list: UInt32) -> Int {
    Int(bytes.u32(record(.atoms, Int(list))))
  }

  @inline(__always)
  func atom(_ list: UInt32, _ index: Int) -> UInt32 {
    bytes.u32(record(.atoms, Int(list) &+ 1 &+ index))
  }

  /// Offset and length of a text in the bytes.
  @inline(__always)
  func text(_ index: UInt32) -> (offset: Int, length: Int) {
    let at = record(.texts, Int(index))
    return (start(of: .heap) &+ Int(bytes.u32(at)), Int(bytes.u32(at &+ 4)))
  }

  /// A text's bytes.
  func copy(ofText index: UInt32) -> [UInt8] {
    let (offset, length) = text(index)
    return (offset..<offset &+ length).map { bytes.u8($0) }
  }
}
