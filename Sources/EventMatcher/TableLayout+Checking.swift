extension TableLayout {
  /// Reads header and directory, then checks every record; afterwards nothing in the table can lead
  /// a reader outside it or into an endless loop.
  init(checking bytes: Bytes) throws(TableError) {
    try Self.checkHeader(bytes)
    let sections = try Self.directory(bytes)
    self.init(sections)
    var check = TableCheck(table: Table(bytes: bytes, layout: self), sections: sections)
    digest = try check.digest()
    try check.all()
    absentPaths = try check.absentPaths()
  }

  private static func checkHeader(_ bytes: Bytes) throws(TableError) {
    guard bytes.count >= TableFormat.headerSize, bytes.u64(0) == TableFormat.magic else {
      throw TableError(.notATable, at: 0)
    }
    guard bytes.u32(8) == TableFormat.version else { throw TableError(.unknownVersion, at: 8) }
    guard bytes.u32(12) & ~TableFormat.knownFeatures == 0 else {
      throw TableError(.unknownFeature, at: 12)
    }
    guard bytes.u64(24) == UInt64(bytes.count) else { throw TableError(.wrongLength, at: 24) }
    guard bytes.u64(16) == bytes.checksum(TableFormat.checksummedFrom, bytes.count) else {
      throw TableError(.wrongChecksum, at: 16)
    }
  }

  /// Offset and record count of each section.
  private static func directory(_ bytes: Bytes) throws(TableError) -> [(offset: Int, count: Int)] {
    let entry = TableFormat.directoryEntrySize
    let behind = TableFormat.headerSize + Section.total * entry
    guard bytes.u32(32) == UInt32(Section.total), bytes.count >= behind else {
      throw TableError(.badSection, at: 32)
    }
    var sections: [(offset: Int, count: Int)] = []
    sections.reserveCapacity(Section.total)
    for section in Section.allCases {
      let at = TableFormat.headerSize + section.rawValue * entry
      let size = section.recordSize
      let (offset, count) = (bytes.u64(at + 8), bytes.u64(at + 16))
      guard bytes.u32(at) == UInt32(section.rawValue), bytes.u32(at + 4) == UInt32(size),
        offset >= UInt64(behind), offset % 8 == 0, offset <= UInt64(bytes.count),
        count <= (UInt64(bytes.count) - offset) / UInt64(size), count < 1 << 31
      else { throw TableError(.badSection, at: at) }
      sections.append((Int(offset), Int(count)))
    }
    return sections
  }
}
