import Topology

/// Events per second, from the least to the most that the declarations allow.
package struct Volume: Hashable, Sendable {
  package var low: Double
  package var expected: Double
  package var high: Double
  /// As expected while every producer is at its declared peak.
  package var peak: Double
  /// False where a part of it is not declared and counts as 0.
  package var isComplete = true

  package init(low: Double, expected: Double, high: Double, peak: Double) {
    self.low = low
    self.expected = expected
    self.high = high
    self.peak = peak
  }

  package init(_ value: Double) { self.init(low: value, expected: value, high: value, peak: value) }

  init(_ range: RateRange, peak: Double) {
    self.init(
      low: range.low.perSecond, expected: range.expected.perSecond, high: range.high.perSecond,
      peak: range.expected.perSecond * peak)
  }

  /// A share of which only the ends are known: the upper end is expected.
  init(share range: ClosedRange<Double>) {
    self.init(
      low: range.lowerBound, expected: range.upperBound, high: range.upperBound,
      peak: range.upperBound)
  }

  package static let zero = Volume(0)
  static let one = Volume(1)
  static let upToOne = Volume(share: 0...1)

  package static func + (a: Volume, b: Volume) -> Volume {
    var sum = Volume(
      low: a.low + b.low, expected: a.expected + b.expected, high: a.high + b.high,
      peak: a.peak + b.peak)
    sum.isComplete = a.isComplete && b.isComplete
    return sum
  }

  package static func += (a: inout Volume, b: Volume) { a = a + b }

  package static func * (a: Volume, b: Volume) -> Volume {
    var product = Volume(
      low: a.low * b.low, expected: a.expected * b.expected, high: a.high * b.high,
      peak: a.peak * b.peak)
    product.isComplete = a.isComplete && b.isComplete
    return product
  }

  package static func / (a: Volume, b: Double) -> Volume { a * Volume(1 / b) }

  /// Events in a month of 730 hours.
  package var perMonth: (low: Double, expected: Double, high: Double) {
    let seconds = Rate.Unit.month.seconds
    return (low * seconds, expected * seconds, high * seconds)
  }

  static var corners: [WritableKeyPath<Volume, Double>] { [\.low, \.expected, \.high, \.peak] }
}
