/// A number of bytes; a mean may be fractional.
package struct ByteSize: Hashable, Comparable, Sendable {
  package var bytes: Double

  package init(bytes: Double) { self.bytes = bytes }

  package static func < (a: ByteSize, b: ByteSize) -> Bool { a.bytes < b.bytes }
}

/// The payload sizes of an event; a single figure stands for all three.
package struct SizeRange: Hashable, Sendable {
  package var min: ByteSize
  package var mean: ByteSize
  package var max: ByteSize

  package init(min: ByteSize, mean: ByteSize, max: ByteSize) {
    self.min = min
    self.mean = mean
    self.max = max
  }
}

/// So many events in so long: `120/s`, `2_000_000/day`, `1.5M/month` (a month is 730 hours).
package struct Rate: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case second = "s"
    case minute = "min"
    case hour = "h"
    case day
    case month

    package var seconds: Double {
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3_600
      case .day: 86_400
      case .month: 2_628_000
      }
    }
  }

  package var count: Double
  package var unit: Unit

  package init(_ count: Double, per unit: Unit) {
    self.count = count
    self.unit = unit
  }

  package var perSecond: Double { count / unit.seconds }
}

/// A rate as low, expected and high; a single figure stands for all three.
package struct RateRange: Hashable, Sendable {
  package var low: Rate
  package var expected: Rate
  package var high: Rate

  package init(low: Rate, expected: Rate, high: Rate) {
    self.low = low
    self.expected = expected
    self.high = high
  }
}
