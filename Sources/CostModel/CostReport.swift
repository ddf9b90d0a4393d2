package import FoundationEssentials
package import Topology

/// A figure as low, expected and high; exact decimals.
package struct Spread: Hashable, Sendable {
  package var low: Decimal
  package var expected: Decimal
  package var high: Decimal

  package init(low: Decimal, expected: Decimal, high: Decimal) {
    self.low = low
    self.expected = expected
    self.high = high
  }

  package init(_ value: Decimal) { self.init(low: value, expected: value, high: value) }

  package static func + (a: Spread, b: Spread) -> Spread {
    Spread(low: a.low + b.low, expected: a.expected + b.expected, high: a.high + b.high)
  }
}

/// What one dimension of one resource costs in a month.
package struct CostLine: Sendable {
  /// Nil for what is not a declared resource.
  package var resource: ResourceID?
  /// `EventBridge`, `SQS`, `Lambda` …
  package var service: String
  /// The price model's dimension: `eventbridge.put.custom`.
  package var dimension: String
  /// `events in, 64 KiB each`.
  package var summary: String
  package var quantity: Spread
  package var unit: String
  /// US dollars for one unit at the first tier used, as the price list writes it.
  package var unitPrice: String
  /// Exact, not rounded.
  package var amount: Spread

  package init(
    resource: ResourceID?, service: String, dimension: String, summary: String, quantity: Spread,
    unit: String, unitPrice: String, amount: Spread
  ) {
    self.resource = resource
    self.service = service
    self.dimension = dimension
    self.summary = summary
    self.quantity = quantity
    self.unit = unit
    self.unitPrice = unitPrice
    self.amount = amount
  }
}

/// A monthly estimate with all that it rests on.
package struct CostReport: Sendable {
  package var model: String
  /// When the model's prices were read, and what it says of itself (`flat: no tiers, no free tier`).
  package var asOf: String
  package var notes: [String]
  package var lines: [CostLine]
  /// Resources or dimensions without a price, and why; never counted as zero.
  package var unpriced: [Unpriced]
  /// What had to be assumed (a rate, a size, a duration not declared).
  package var assumptions: [String]

  package init(
    model: String, asOf: String, notes: [String], lines: [CostLine], unpriced: [Unpriced],
    assumptions: [String]
  ) {
    self.model = model
    self.asOf = asOf
    self.notes = notes
    self.lines = lines
    self.unpriced = unpriced
    self.assumptions = assumptions
  }

  package struct Unpriced: Hashable, Sendable {
    package var resource: ResourceID?
    package var what: String

    package init(resource: ResourceID?, what: String) {
      self.resource = resource
      self.what = what
    }
  }

  /// The sum of the exact lines; round only when printing, half up, to cents.
  package var total: Spread { lines.reduce(Spread(0)) { $0 + $1.amount } }
}
