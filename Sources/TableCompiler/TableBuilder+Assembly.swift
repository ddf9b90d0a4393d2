internal import EventMatcher

extension TableBuilder {
  /// Header, directory and sections as one file.
  func assemble(_ sections: [SectionWriter], digestText: UInt32, absentPaths: UInt32) -> [UInt8] {
    var offset = TableFormat.headerSize + Section.total * TableFormat.directoryEntrySize
    var directory = SectionWriter()
    var body: [UInt8] = []
    for section in Section.allCases {
      let bytes = sections[section.rawValue].bytes
      directory.u32(UInt32(section.rawValue), UInt32(section.recordSize))
      directory.u64(UInt64(offset))
      directory.u64(UInt64(bytes.count / section.recordSize))
      let padding = (8 - bytes.count % 8) % 8
      body += bytes
      body += repeatElement(0, count: padding)
      offset += bytes.count + padding
    }
    var covered = SectionWriter()
    covered.u64(UInt64(offset))
    covered.u32(UInt32(Section.total), digestText, absentPaths)
    while covered.bytes.count < TableFormat.headerSize - TableFormat.checksummedFrom {
      covered.u32(0)
    }
    covered.append(directory.bytes)
    covered.append(body)
    var header = SectionWriter()
    header.u64(TableFormat.magic)
    header.u32(TableFormat.version, 0)
    header.u64(tableChecksum(covered.bytes))
    header.append(covered.bytes)
    return header.bytes
  }
}
