internal import EventMatcher

extension TableBuilder {
  /// Header, directory and sections as one file; the fields are the header's last.
  func assemble(_ sections: [SectionWriter], header fields: [UInt32]) -> [UInt8] {
    var offset = TableFormat.headerSize + Section.total * TableFormat.directoryEntrySize
    var directory = SectionWriter()
    var body: [UInt8] = []
    for section in Section.allCases {
      let bytes = sections[section.rawValue].bytes
      directory.u32(UInt32(offset), UInt32(bytes.count / section.recordSize))
      let padding = (8 - bytes.count % 8) % 8
      body += bytes
      body += repeatElement(0, count: padding)
      offset += bytes.count + padding
    }
    var covered = SectionWriter()
    covered.u64(UInt64(offset))
    covered.u32(UInt32(Section.total))
    for field in fields { covered.u32(field) }
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
