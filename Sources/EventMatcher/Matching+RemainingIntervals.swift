/// Intervals where a path has many numbers: each is opened by the first number that it holds and then
/// passed over, so that numbers cost a search each and intervals one opening each.
extension Matching {
  /// What is left of the tree of intervals under a record in the event of `epoch`.
  struct Remaining: BitwiseCopyable {
    var epoch: UInt32
    /// The record's own interval has been opened.
    var isOpened: Bool
    /// The highest upper end of those not opened, −∞ for none.
    var highest: Double
  }

  /// Opens what is filed under the intervals that hold `number` and are not opened yet.
  mutating func openRemainingIntervals(_ number: Double, _ range: Range<Int>, _ table: Table) {
    if remaining.count == 0 {
      let none = Remaining(epoch: 0, isOpened: false, highest: 0)
      for _ in 0..<table.count(of: .intervals) { remaining.append(none) }
    }
    _ = openRemaining(number, range.lowerBound, range.upperBound, table)
  }

  /// The same for a part of the tree; returns its highest upper end that is left. The tree is
  /// balanced, so this is entered some thirty times deep at most.
  private mutating func openRemaining(_ number: Double, _ low: Int, _ high: Int, _ table: Table)
    -> Double
  {
    if low >= high { return -.infinity }
    let middle = low &+ (high &- low) / 2
    let record = table.record(.intervals, middle)
    var rest = remaining[middle]
    if rest.epoch != epoch {
      rest = Remaining(
        epoch: epoch, isOpened: false, highest: table.bytes.double(record &+ 16))
    }
    guard rest.highest >= number else { return rest.highest }
    var highest = openRemaining(number, low, middle, table)
    let begins = table.bytes.double(record) <= number
    let upper = table.bytes.double(record &+ 8)
    let posting = table.bytes.u32(record &+ 24)
    if !rest.isOpened, posting != 0 {
      if begins && number <= upper {
        open(posting)
        rest.isOpened = true
      } else if upper > highest {
        highest = upper
      }
    }
    let right =
      begins
      ? openRemaining(number, middle &+ 1, high, table) : highestRemaining(middle &+ 1, high, table)
    rest.highest = right > highest ? right : highest
    remaining[middle] = rest
    return rest.highest
  }

  private mutating func highestRemaining(_ low: Int, _ high: Int, _ table: Table) -> Double {
    if low >= high { return -.infinity }
    let middle = low &+ (high &- low) / 2
    if remaining[middle].epoch == epoch { return remaining[middle].highest }
    return table.bytes.double(table.record(.intervals, middle) &+ 16)
  }
}
