package import FoundationEssentials
package import Topology

/// A month's quantity on one meter of one resource, before any price.
package struct Usage: Sendable {
  package var resource: ResourceID
  /// What is counted: a dimension of the AWS list (`sqs.standard`) or a count that a flat model prices
  /// (`sqs.messages`).
  package var meter: String
  package var quantity: Spread

  package init(_ resource: ResourceID, _ meter: String, _ quantity: Spread) {
    self.resource = resource
    self.meter = meter
    self.quantity = quantity
  }
}

extension Spread {
  package static func * (a: Spread, factor: Decimal) -> Spread {
    Spread(low: a.low * factor, expected: a.expected * factor, high: a.high * factor)
  }

  package static func * (a: Spread, b: Spread) -> Spread {
    Spread(low: a.low * b.low, expected: a.expected * b.expected, high: a.high * b.high)
  }

  package static func / (a: Spread, divisor: Decimal) -> Spread {
    Spread(low: a.low / divisor, expected: a.expected / divisor, high: a.high / divisor)
  }

  package var isZero: Bool { high == 0 }

  package func map(_ change: (Decimal) -> Decimal) -> Spread {
    Spread(low: change(low), expected: change(expected), high: change(high))
  }
}
