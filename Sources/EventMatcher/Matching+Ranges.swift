/// A path's intervals, and between which ends all lie that matter by themselves.
struct NumberRange {
  let intervals: Range<Int>
  private let lowest: Double
  private let highest: Double

  /// INVARIANT: there are some.
  @inline(__always)
  init(_ intervals: Range<Int>, _ table: Table) {
    self.intervals = intervals
    lowest = table.bytes.double(table.record(.intervals, intervals.lowerBound))
    let root = intervals.lowerBound &+ intervals.count &>> 1
    highest = table.bytes.double(table.record(.intervals, root) &+ 16)
  }

  /// Whether some interval may hold the number.
  @inline(__always)
  func reaches(_ number: Double) -> Bool { lowest <= number && number <= highest }
}

/// Intervals and networks are records sorted by their lower ends. A range of them is a balanced
/// tree: its middle is the root, which knows the highest upper end within the range.
extension Matching {
  /// More openings of intervals than this in one event, and each is opened no more than once.
  static let manyOpenings = 64

  /// Opens what is filed under the intervals that hold `number`; false where none does that matters
  /// by itself.
  @inline(never)
  mutating func openIntervals(_ number: Double, _ range: NumberRange, _ table: Table) -> Bool {
    if openings > Self.manyOpenings {
      // Some that hold it may be open already.
      openRemainingIntervals(number, range.intervals, table)
      return true
    }
    let before = openings
    openAllIntervals(number, range.intervals, table)
    return openings != before
  }

  @inline(__always)
  private mutating func openAllIntervals(_ number: Double, _ range: Range<Int>, _ table: Table) {
    openTree(range) {
      table.bytes.double(table.record(.intervals, $0) &+ 16) >= number
    } begins: {
      table.bytes.double(table.record(.intervals, $0)) <= number
    } posting: {
      let record = table.record(.intervals, $0)
      return number <= table.bytes.double(record &+ 8) ? table.bytes.u32(record &+ 24) : nil
    }
  }

  /// Whether a number that the test sees lies in the interval, from the occurrence `first` on.
  @inline(never)
  mutating func isMet(_ test: FieldTest, by interval: Int, from first: UInt32, _ table: Table)
    -> Bool
  {
    let record = table.record(.intervals, interval)
    let (low, high) = (table.bytes.double(record), table.bytes.double(record &+ 8))
    var i = first
    repeat {
      let occurrence = occurrences[Int(i)]
      if low <= occurrence.number, occurrence.number <= high, test.sees(occurrence) { return true }
      i = occurrence.next
    } while i != 0
    return false
  }

  /// Opens what is filed under the networks that may hold the address.
  mutating func openNetworks(_ address: Address, _ range: Range<Int>, _ table: Table) {
    openTree(range) {
      !table.bytes.pair(table.record(.networks, $0) &+ 32, isBelow: address.high, address.low)
    } begins: {
      table.bytes.pair(table.record(.networks, $0), isAtMost: address.high, address.low)
    } posting: {
      table.holds(address, network: $0) ? table.bytes.u32(table.record(.networks, $0) &+ 52) : nil
    }
  }

  /// Goes through the records that hold the point looked for, ascending. Of a record, `reaches`
  /// says whether some upper end under it is high enough, `begins` whether its own lower end is low
  /// enough, so that those behind it may be too; `posting`, asked where it begins, what is filed
  /// under it, nil where it ends before the point.
  @inline(__always)
  private mutating func openTree(
    _ range: Range<Int>, reaches: (Int) -> Bool, begins: (Int) -> Bool, posting: (Int) -> UInt32?
  ) {
    let base = states.count
    var (low, high) = (range.lowerBound, range.upperBound)
    while true {
      var middle = low &+ (high &- low) &>> 1
      if low < high, reaches(middle) {
        if !begins(middle) {
          high = middle
          continue
        }
        if low < middle, reaches(low &+ (middle &- low) &>> 1) {
          states.append(UInt32(truncatingIfNeeded: middle))
          states.append(UInt32(truncatingIfNeeded: high))
          high = middle
          continue
        }
      } else {
        if states.count == base { return }
        high = Int(states[states.count &- 1])
        middle = Int(states[states.count &- 2])
        states.removeLast(2)
      }
      if let found = posting(middle) {
        openings &+= 1
        open(found)
      }
      low = middle &+ 1
    }
  }
}

extension Table {
  /// Whether the network holds the address: digits are compared from the left, and a text that is
  /// shorter is inside only once it has left both ends of the network behind.
  func holds(_ address: Address, network: Int) -> Bool {
    let record = record(.networks, network)
    let digits = Int(bytes.u32(record &+ 48))
    let cut = address.digits < digits ? address.digits : digits
    let (high, low) = address.kept(cut)
    let lower = bytes.address(record).kept(cut)
    let upper = bytes.address(record &+ 16).kept(cut)
    if address.digits >= digits {
      return !isLess((high, low), lower) && !isLess(upper, (high, low))
    }
    return isLess(lower, (high, low)) && isLess((high, low), upper)
  }

  /// Whether the interval holds the number.
  @inline(__always)
  func holds(_ number: Double, interval: Int) -> Bool {
    let record = record(.intervals, interval)
    return bytes.double(record) <= number && number <= bytes.double(record &+ 8)
  }
}

extension Address {
  /// The first `count` digits, zero behind them.
  func kept(_ count: Int) -> (high: UInt64, low: UInt64) {
    if count == 0 { return (0, 0) }
    if count <= 16 {
      return (high & (.max &<< UInt64(truncatingIfNeeded: 64 &- 4 &* count)), 0)
    }
    return (high, low & (.max &<< UInt64(truncatingIfNeeded: 128 &- 4 &* count)))
  }
}

private func isLess(_ a: (high: UInt64, low: UInt64), _ b: (high: UInt64, low: UInt64)) -> Bool {
  a.high < b.high || (a.high == b.high && a.low < b.low)
}

extension Bytes {
  @inline(__always)
  func double(_ at: Int) -> Double { Double(bitPattern: u64(at)) }

  fileprivate func address(_ at: Int) -> Address {
    Address(high: u64(at), low: u64(at &+ 8), digits: 32)
  }

  fileprivate func pair(_ at: Int, isBelow high: UInt64, _ low: UInt64) -> Bool {
    isLess((u64(at), u64(at &+ 8)), (high, low))
  }

  fileprivate func pair(_ at: Int, isAtMost high: UInt64, _ low: UInt64) -> Bool {
    !isLess((high, low), (u64(at), u64(at &+ 8)))
  }
}
