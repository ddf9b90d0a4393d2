/// A set of finite doubles: closed intervals in ascending order with at least one double between
/// them.
struct Intervals: Hashable, Sendable {
  struct Interval: Hashable, Sendable {
    let low: Double
    let high: Double
  }

  private(set) var list: [Interval] = []

  static let none = Intervals()
  static let all = Intervals(
    low: -Double.greatestFiniteMagnitude, high: Double.greatestFiniteMagnitude)

  private init() {}

  /// Empty where `low` is above `high`.
  init(low: Double, high: Double) {
    // Adding zero turns -0 into 0, so that equal sets have equal bits.
    if low <= high { list = [Interval(low: low + 0, high: high + 0)] }
  }

  init(_ value: Double) { self.init(low: value, high: value) }

  /// An end that is left out moves to the next double.
  init(_ range: NumericRange) {
    let greatest = Double.greatestFiniteMagnitude
    let low = range.lower.map { $0.isIncluded ? $0.value : $0.value.nextUp } ?? -greatest
    let high = range.upper.map { $0.isIncluded ? $0.value : $0.value.nextDown } ?? greatest
    self.init(low: max(low, -greatest), high: min(high, greatest))
  }

  var isEmpty: Bool { list.isEmpty }

  func contains(_ value: Double) -> Bool {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].high < value { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].low <= value
  }

  var complement: Intervals {
    var result = Intervals()
    var low = -Double.greatestFiniteMagnitude
    for interval in list {
      result.append(low, interval.low.nextDown)
      low = interval.high.nextUp
    }
    result.append(low, Double.greatestFiniteMagnitude)
    return result
  }

  func intersection(_ other: Intervals) -> Intervals {
    var result = Intervals()
    var (a, b) = (0, 0)
    while a < list.count, b < other.list.count {
      result.append(max(list[a].low, other.list[b].low), min(list[a].high, other.list[b].high))
      if list[a].high < other.list[b].high { a += 1 } else { b += 1 }
    }
    return result
  }

  func union(_ other: Intervals) -> Intervals {
    if isEmpty { return other }
    return other.isEmpty ? self : Intervals(union: [self, other])
  }

  init(union sets: [Intervals]) {
    for interval in sets.flatMap(\.list).sorted(by: { $0.low < $1.low }) {
      if let last = list.last, last.high.nextUp >= interval.low {
        let high = max(last.high, interval.high)
        list[list.count - 1] = Interval(low: last.low, high: high)
      } else {
        list.append(interval)
      }
    }
  }

  func subtracting(_ other: Intervals) -> Intervals { intersection(other.complement) }

  private mutating func append(_ low: Double, _ high: Double) {
    if low <= high { list.append(Interval(low: low + 0, high: high + 0)) }
  }
}

extension Intervals {
  /// Only the intervals that hold an integer, cut down to their integers at the ends.
  var integers: Intervals {
    var result = Intervals()
    for interval in list { result.append(interval.low.rounded(.up), interval.high.rounded(.down)) }
    return result
  }

  /// The member that reads best: a small integer, else few decimals.
  var simplest: Double? {
    let candidates = list.map(Self.simplest)
    return candidates.min { Self.rank($0) < Self.rank($1) }
  }

  private static func rank(_ value: Double) -> (Int, Double) {
    (value == value.rounded() ? 0 : 1, value == 0 ? 1.5 : abs(value))
  }

  private static func simplest(in interval: Interval) -> Double {
    if interval.low <= 1, 1 <= interval.high { return 1 }
    if interval.low <= 0, 0 <= interval.high { return 0 }
    if interval.high < 0 {
      return -simplest(in: Interval(low: -interval.high, high: -interval.low))
    }
    var scale = 1.0
    for _ in 0..<17 {
      let candidate = (interval.low * scale).rounded(.up) / scale
      if interval.low <= candidate, candidate <= interval.high { return candidate }
      scale *= 10
    }
    return interval.low
  }
}
