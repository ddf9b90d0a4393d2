/// Why bytes are not a table: where, and what is wrong there.
public struct TableError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable, CaseIterable {
    /// The first eight bytes are not those of a table.
    case notATable
    /// Written by a version that this reader does not know.
    case unknownVersion
    /// Needs a feature that this reader does not have.
    case unknownFeature
    /// The stated length is not the length of the bytes.
    case wrongLength
    /// The bytes were altered since they were written.
    case wrongChecksum
    /// A section lies outside the bytes, is misaligned or is not of whole records.
    case badSection
    /// A record refers to something that is not there.
    case badReference
  }

  public var reason: Reason
  /// Byte offset into the table.
  public var offset: Int

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// One line in lower case.
  public var message: String { reason.text.description }
}

extension TableError.Reason {
  /// One line in lower case, which the C library hands out as it lies in the program.
  package var text: StaticString {
    switch self {
    case .notATable: "not a rule table"
    case .unknownVersion: "the table is of a version that this program does not read"
    case .unknownFeature: "the table needs a feature that this program does not have"
    case .wrongLength: "the table is truncated or has bytes behind its end"
    case .wrongChecksum: "the table's bytes do not agree with its checksum"
    case .badSection: "a section of the table lies outside it"
    case .badReference: "a record of the table refers to something that is not there"
    }
  }
}
