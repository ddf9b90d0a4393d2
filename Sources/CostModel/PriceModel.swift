package import FoundationEssentials

/// What a provider asks for, as data: dimensions with their tiers, each with a source and a grade.
package struct PriceModel: Sendable {
  package var name: String
  package var asOf: String
  package var region: String?
  /// No tiers and no free bands: one price a dimension.
  package var isFlat = false
  package var hoursPerMonth: Decimal = 730
  /// What a reader of a report must know of the model.
  package var notes: [String] = []
  package var sources: [String: String] = [:]
  /// What the model knowingly leaves out.
  package var unpriced: [String] = []
  package var dimensions: [Dimension] = []

  package init(name: String, asOf: String) {
    self.name = name
    self.asOf = asOf
  }

  /// One price: so much for `per` of what a meter counts.
  package struct Dimension: Sendable {
    package var id: String
    package var service: String
    /// The meter whose quantity it prices; most have the dimension's own name.
    package var meter: String
    package var summary: String
    package var unit: String
    /// How many of the meter's counts make one unit: 1,000,000 where the price is for a million.
    package var per: Decimal = 1
    package var tiers: [Tier]
    /// `A` (two sources or a price-list capture) to `C` (unverified); C and below are never charged.
    package var grade: Grade
    package var sources: [String] = []
    package var note: String?

    package init(
      id: String, service: String, meter: String, summary: String, unit: String, tiers: [Tier],
      grade: Grade
    ) {
      self.id = id
      self.service = service
      self.meter = meter
      self.summary = summary
      self.unit = unit
      self.tiers = tiers
      self.grade = grade
    }
  }

  package enum Grade: String, CaseIterable, Sendable {
    case a = "A"
    case b = "B"
    case c = "C"
    case none
  }

  package struct Tier: Sendable {
    /// Units a month up to which the price holds; nil for the last tier.
    package var upTo: Decimal?
    package var price: Decimal
    /// The price as the model writes it.
    package var text: String

    package init(upTo: Decimal?, price: Decimal, text: String) {
      self.upTo = upTo
      self.price = price
      self.text = text
    }
  }
}

extension PriceModel.Dimension {
  package var isCharged: Bool { (grade == .a || grade == .b) && !tiers.isEmpty }
  package var isFree: Bool { tiers.allSatisfy { $0.price == 0 } }

  /// The first price that is not nought, as the model writes it.
  package var firstPrice: String { (tiers.first { $0.price > 0 } ?? tiers[0]).text }

  /// What a month's units of the whole account cost: each tier takes its own part.
  package func amount(for units: Decimal) -> Decimal {
    var amount: Decimal = 0
    var floor: Decimal = 0
    for tier in tiers where units > floor {
      let ceiling = tier.upTo.map { min($0, units) } ?? units
      amount += (ceiling - floor) * tier.price
      floor = ceiling
    }
    return amount
  }
}
