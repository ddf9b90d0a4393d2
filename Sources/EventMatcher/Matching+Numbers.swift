extension Matching {
  /// Classifies a number that is plain, and so compared as its double, and with one that is an
  /// element of an array those right behind it. Returns where the last ends, 0 where there is none.
  @inline(__always)
  mutating func addNumbers(_ place: Place, _ start: Int, isElement: Bool, _ table: Table) -> Int {
    let text = self.text.bytes
    let tests = PathTests(place.path, table)
    let isCompared = tests.has(PathFlags.extras) && tests.extras.hasIntervals
    let range = isCompared ? NumberRange(tests.extras.intervals, table) : nil
    let hasNetworks = tests.has(PathFlags.extras) && tests.extras.hasNetworks
    let areAllNoted = hasNetworks || !tests.has(PathFlags.hitsOnly)
    var (p, end) = (start, 0)
    while true {
      let number = range == nil ? (text.plainNumber(p).end, .nan) : text.plainNumberValue(p)
      if number.0 == 0 { return end }
      end = number.0
      var (isHit, address) = (false, UInt32(0))
      if let range, range.reaches(number.1) { isHit = openIntervals(number.1, range, table) }
      if hasNetworks { address = addAddress(at: p, tests.extras, table) }
      if isHit || areAllNoted {
        add(
          place, tests, exact: 0, hitStart: hits.count, address: address, number: number.1,
          isHit: isHit)
      }
      if !isElement || text.u8(end) != UInt8(ascii: ",") { return end }
      p = text.u8(end &+ 1) == UInt8(ascii: " ") ? end &+ 2 : end &+ 1
    }
  }

  /// Classifies the digits of a plain number as an address's.
  @inline(never)
  private mutating func addAddress(at start: Int, _ extras: Extras, _ table: Table) -> UInt32 {
    let text = self.text.bytes
    let number = text.plainNumber(start)
    return add(
      number.isInteger
        ? Address(integer: text, start, number.end, isComparable: true)
        : Address(reprinted: text.plainNumberValue(start).value), extras, table)
  }

  /// Classifies any other number.
  @inline(never)
  mutating func addNumber(
    _ place: Place, _ start: Int, _ end: Int, _ isInteger: Bool, _ table: Table
  ) {
    let text = self.text.bytes
    let tests = PathTests(place.path, table)
    if tests.flags & (PathFlags.bare | PathFlags.extras) == 0 {
      return add(place, tests, exact: 0, hitStart: hits.count, address: 0)
    }
    let number = Decimal(text, start, end).comparable(text, start, end)
    var exact: UInt32 = 0
    if number == nil, isInteger, tests.has(PathFlags.bare) {
      exact = table.value(place.path, .bare, start, end &- start, text)
      openValue(exact, table)
    }
    var address: UInt32 = 0
    var isHit = false
    if tests.has(PathFlags.extras) {
      let extras = tests.extras
      if let number, extras.hasIntervals {
        let range = NumberRange(extras.intervals, table)
        isHit = range.reaches(number) && openIntervals(number, range, table)
      }
      if extras.hasNetworks {
        if isInteger {
          let digits = Address(integer: text, start, end, isComparable: number != nil)
          address = add(digits, extras, table)
        } else if let number {
          address = add(Address(reprinted: number), extras, table)
        }
      }
    }
    add(
      place, tests, exact: exact, hitStart: hits.count, address: address, number: number ?? .nan,
      isHit: isHit)
  }
}
