internal import CInterlock
internal import EventMatcher

/// What an `interlock_table` points to.
@unsafe
struct OpenTable {
  let rules: RuleTable
  let start: UnsafeRawPointer
  /// The copy to be freed with the table, if one was asked for.
  let copy: UnsafeMutableRawPointer?
}

@c @implementation
public func interlock_table_open(
  _ bytes: UnsafeRawPointer?, _ length: Int, _ options: UInt32,
  _ table: UnsafeMutablePointer<OpaquePointer?>?, _ offset: UnsafeMutablePointer<Int>?
) -> Int32 {
  guard let table = unsafe table, length >= 0, unsafe bytes != nil || length == 0 else {
    return INTERLOCK_BAD_ARGUMENT.rawValue
  }
  let known = UInt32(truncatingIfNeeded: INTERLOCK_COPY)
  guard options & ~known == 0 else { return INTERLOCK_UNKNOWN_OPTION.rawValue }
  guard let bytes = unsafe bytes, length > 0 else {
    unsafe offset?.pointee = 0
    return INTERLOCK_TABLE_NOT_A_TABLE.rawValue
  }
  var copy: UnsafeMutableRawPointer?
  if options & known != 0 {
    unsafe copy = .allocate(byteCount: length, alignment: 8)
    unsafe copy?.copyMemory(from: bytes, byteCount: length)
  }
  let start = unsafe copy.map { UnsafeRawPointer($0) } ?? bytes
  do throws(TableError) {
    let rules = try RuleTable(unsafe TableBytes(borrowing: start, count: length))
    let place = UnsafeMutablePointer<OpenTable>.allocate(capacity: 1)
    unsafe place.initialize(to: OpenTable(rules: rules, start: start, copy: copy))
    unsafe table.pointee = OpaquePointer(place)
    return INTERLOCK_OK.rawValue
  } catch {
    unsafe copy?.deallocate()
    unsafe offset?.pointee = error.offset
    return error.reason.status.rawValue
  }
}

@c @implementation
public func interlock_table_close(_ table: OpaquePointer?) {
  guard let place = unsafe opened(table) else { return }
  let copy = unsafe place.pointee.copy
  unsafe place.deinitialize(count: 1).deallocate()
  unsafe copy?.deallocate()
}

@c @implementation
public func interlock_rule_count(_ table: OpaquePointer?) -> UInt32 {
  unsafe opened(table).map { unsafe UInt32(truncatingIfNeeded: $0.pointee.rules.ruleCount) } ?? 0
}

@c @implementation
public func interlock_rule_name(
  _ table: OpaquePointer?, _ rule: UInt32, _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<CChar>? {
  unsafe text(of: table, length) { rules in rules.namePlace(ofRule: Int(clamping: rule)) }
}

@c @implementation
public func interlock_rule_bus(
  _ table: OpaquePointer?, _ rule: UInt32, _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<CChar>? {
  unsafe text(of: table, length) { rules in rules.scopePlace(ofRule: Int(clamping: rule)) }
}

@c @implementation
public func interlock_target_count(_ table: OpaquePointer?, _ rule: UInt32) -> UInt32 {
  guard let place = unsafe opened(table) else { return 0 }
  let count = unsafe place.pointee.rules.targetCount(ofRule: Int(clamping: rule))
  return UInt32(truncatingIfNeeded: count)
}

@c @implementation
public func interlock_target(
  _ table: OpaquePointer?, _ rule: UInt32, _ index: UInt32, _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<CChar>? {
  unsafe text(of: table, length) { rules in
    rules.targetPlace(Int(clamping: index), ofRule: Int(clamping: rule))
  }
}

@c @implementation
public func interlock_table_digest(_ table: OpaquePointer?, _ length: UnsafeMutablePointer<Int>?)
  -> UnsafePointer<CChar>?
{
  unsafe text(of: table, length) { rules in rules.topologyDigestPlace }
}

func opened(_ table: OpaquePointer?) -> UnsafeMutablePointer<OpenTable>? {
  unsafe UnsafeMutablePointer(table)
}

/// The address of a text of the table, its length beside it; nil and 0 where there is none.
private func text(
  of table: OpaquePointer?, _ length: UnsafeMutablePointer<Int>?,
  _ place: (RuleTable) -> Range<Int>?
) -> UnsafePointer<CChar>? {
  guard let length = unsafe length else { return nil }
  guard let table = unsafe opened(table), let range = unsafe place(table.pointee.rules) else {
    unsafe length.pointee = 0
    return nil
  }
  unsafe length.pointee = range.count
  return unsafe (table.pointee.start + range.lowerBound).assumingMemoryBound(to: CChar.self)
}
