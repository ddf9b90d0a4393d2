extension Table {
  /// Reads header and directory, then checks every record; afterwards nothing in the table can lead
  /// a reader outside it or into an endless loop.
  init(checking bytes: Bytes, count: Int) throws(TableError) {
    try Self.checkHeader(bytes, count)
    try Self.checkDirectory(bytes, total: count)
    self.init(bytes: bytes)
    var check = TableCheck(table: self)
    try check.all()
  }

  private static func checkHeader(_ bytes: Bytes, _ count: Int) throws(TableError) {
    guard count >= TableFormat.headerSize, bytes.u64(0) == TableFormat.magic else {
      throw TableError(.notATable, at: 0)
    }
    guard bytes.u32(8) == TableFormat.version else { throw TableError(.unknownVersion, at: 8) }
    guard bytes.u32(12) & ~TableFormat.knownFeatures == 0 else {
      throw TableError(.unknownFeature, at: 12)
    }
    guard bytes.u64(24) == UInt64(count) else { throw TableError(.wrongLength, at: 24) }
    guard bytes.u64(16) == bytes.checksum(TableFormat.checksummedFrom, count) else {
      throw TableError(.wrongChecksum, at: 16)
    }
  }

  /// Every section must lie within the bytes, aligned and of whole records.
  private static func checkDirectory(_ bytes: Bytes, total: Int) throws(TableError) {
    let entry = TableFormat.directoryEntrySize
    let behind = TableFormat.headerSize + Section.total * entry
    guard bytes.u32(32) == UInt32(Section.total), total >= behind else {
      throw TableError(.badSection, at: 32)
    }
    for section in Section.allCases {
      let at = TableFormat.headerSize + section.rawValue * entry
      let (offset, count) = (UInt64(bytes.u32(at)), UInt64(bytes.u32(at + 4)))
      let end = offset + count * UInt64(section.recordSize)
      // INVARIANT: words may be read behind every record's end, as behind the heap's texts.
      let padding = section == .heap ? 0 : UInt64(TableFormat.heapPadding)
      guard offset >= UInt64(behind), offset % 8 == 0, end + padding <= UInt64(total),
        count < 1 << 31
      else { throw TableError(.badSection, at: at) }
    }
  }
}
