internal import CInterlock
internal import EventMatcher

extension TableError.Reason {
  var status: interlock_status {
    switch self {
    case .notATable: INTERLOCK_TABLE_NOT_A_TABLE
    case .unknownVersion: INTERLOCK_TABLE_UNKNOWN_VERSION
    case .unknownFeature: INTERLOCK_TABLE_UNKNOWN_FEATURE
    case .wrongLength: INTERLOCK_TABLE_WRONG_LENGTH
    case .wrongChecksum: INTERLOCK_TABLE_WRONG_CHECKSUM
    case .badSection: INTERLOCK_TABLE_BAD_SECTION
    case .badReference: INTERLOCK_TABLE_BAD_REFERENCE
    }
  }
}

extension EventError.Reason {
  var status: interlock_status {
    switch self {
    case .notAnObject: INTERLOCK_EVENT_NOT_AN_OBJECT
    case .unexpectedEnd: INTERLOCK_EVENT_UNEXPECTED_END
    case .unexpectedByte: INTERLOCK_EVENT_UNEXPECTED_BYTE
    case .controlCharacter: INTERLOCK_EVENT_CONTROL_CHARACTER
    case .badEscape: INTERLOCK_EVENT_BAD_ESCAPE
    case .badUTF8: INTERLOCK_EVENT_BAD_UTF8
    case .badNumber: INTERLOCK_EVENT_BAD_NUMBER
    case .badLiteral: INTERLOCK_EVENT_BAD_LITERAL
    case .tooDeep: INTERLOCK_EVENT_TOO_DEEP
    case .tooLong: INTERLOCK_EVENT_TOO_LONG
    case .tooManyCombinations: INTERLOCK_EVENT_TOO_MANY_COMBINATIONS
    }
  }
}

@c @implementation
public func interlock_error_text(_ status: Int32) -> UnsafePointer<CChar>? {
  unsafe UnsafeRawPointer(words(for: status).utf8Start).assumingMemoryBound(to: CChar.self)
}

private func words(for status: Int32) -> StaticString {
  switch status {
  case INTERLOCK_BAD_ARGUMENT.rawValue: return "an argument is missing or out of range"
  case INTERLOCK_UNKNOWN_OPTION.rawValue: return "an option that this version does not know"
  default: break
  }
  if status >= 0 { return "no error" }
  for reason in TableError.Reason.allCases where reason.status.rawValue == status {
    return reason.text
  }
  for reason in EventError.Reason.allCases where reason.status.rawValue == status {
    return reason.text
  }
  return "not a status of this version"
}

/// The version of the whole project; a test holds it to the program's.
let libraryVersion: StaticString = "0.1.0"

@c @implementation
public func interlock_version() -> UnsafePointer<CChar>? {
  unsafe UnsafeRawPointer(libraryVersion.utf8Start).assumingMemoryBound(to: CChar.self)
}

@c @implementation
public func interlock_table_format() -> UInt32 { TableFormat.version }
