internal import CInterlock
internal import EventMatcher

@c @implementation
public func interlock_matcher_new(
  _ table: OpaquePointer?, _ options: UInt32, _ matcher: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let table = unsafe opened(table), let matcher = unsafe matcher else {
    return INTERLOCK_BAD_ARGUMENT.rawValue
  }
  guard let checking = checking(options) else { return INTERLOCK_UNKNOWN_OPTION.rawValue }
  let place = UnsafeMutablePointer<EventMatcher>.allocate(capacity: 1)
  unsafe place.initialize(to: EventMatcher(table.pointee.rules, checking: checking))
  unsafe matcher.pointee = OpaquePointer(place)
  return INTERLOCK_OK.rawValue
}

@c @implementation
public func interlock_matcher_free(_ matcher: OpaquePointer?) {
  guard let place = unsafe UnsafeMutablePointer<EventMatcher>(matcher) else { return }
  unsafe place.deinitialize(count: 1).deallocate()
}

@c @implementation
public func interlock_match(
  _ matcher: OpaquePointer?, _ event: UnsafeRawPointer?, _ length: Int,
  _ rules: UnsafeMutablePointer<UInt32>?, _ capacity: Int, _ offset: UnsafeMutablePointer<Int>?
) -> Int32 {
  guard let matcher = unsafe UnsafeMutablePointer<EventMatcher>(matcher),
    length >= 0, unsafe event != nil || length == 0,
    capacity >= 0, unsafe rules != nil || capacity == 0
  else { return INTERLOCK_BAD_ARGUMENT.rawValue }
  let bytes = unsafe UnsafeBufferPointer(
    start: event?.assumingMemoryBound(to: UInt8.self), count: length)
  do throws(EventError) {
    let matched = try unsafe matcher.pointee.match(bytes.span)
    let stored = matched.count < capacity ? matched.count : capacity
    for i in 0..<stored { unsafe rules?[i] = matched[i] }
    return Int32(truncatingIfNeeded: matched.count)
  } catch {
    unsafe offset?.pointee = error.offset
    return error.reason.status.rawValue
  }
}

/// What the options of a matcher ask for; nil for any others and for both at once.
private func checking(_ options: UInt32) -> EventMatcher.Checking? {
  switch Int(truncatingIfNeeded: options) {
  case 0: .structure
  case Int(INTERLOCK_STRICT): .strict
  case Int(INTERLOCK_TRUSTING): .trusting
  default: nil
  }
}
