import FoundationEssentials
import Topology

extension PriceModel {
  /// Prices a month's usage: each dimension's tiers take the whole account's quantity, and each
  /// resource bears its share of the result. What has no price is listed, never counted as nought.
  package func price(_ usages: [Usage]) -> (lines: [CostLine], unpriced: [CostReport.Unpriced]) {
    let byMeter = Dictionary(grouping: usages.filter { !$0.quantity.isZero }, by: \.meter)
    var lines: [CostLine] = []
    var unpriced: [CostReport.Unpriced] = []
    var priced: Set<ResourceID> = []
    for dimension in dimensions {
      guard let uses = byMeter[dimension.meter] else { continue }
      priced.formUnion(uses.map(\.resource))
      if !dimension.isCharged {
        let what = "\(dimension.summary): no price that could be verified"
        unpriced += uses.map { .init(resource: $0.resource, what: what) }
      } else if !dimension.isFree {
        lines += dimension.lines(for: uses)
      }
    }
    unpriced += Self.withoutPrice(usages, priced: priced, model: name)
    return (lines.sorted(by: Self.inOutputOrder), unpriced)
  }

  private static func withoutPrice(
    _ usages: [Usage], priced: Set<ResourceID>, model: String
  ) -> [CostReport.Unpriced] {
    var listed: Set<ResourceID> = []
    var unpriced: [CostReport.Unpriced] = []
    for usage in usages where !usage.quantity.isZero && !priced.contains(usage.resource) {
      guard listed.insert(usage.resource).inserted else { continue }
      unpriced.append(.init(resource: usage.resource, what: "'\(model)' has no price for it"))
    }
    return unpriced
  }

  private static func inOutputOrder(_ a: CostLine, _ b: CostLine) -> Bool {
    if let first = a.resource, let second = b.resource, first != second { return first < second }
    return a.dimension < b.dimension
  }
}

extension PriceModel.Dimension {
  /// One line a resource; its amount is its share of what the whole quantity costs.
  fileprivate func lines(for uses: [Usage]) -> [CostLine] {
    let units = uses.map { ($0.resource, $0.quantity / per) }
    let total = units.reduce(Spread(0)) { $0 + $1.1 }
    let cost = total.map(amount)
    return units.map { resource, quantity in
      CostLine(
        resource: resource, service: service, dimension: id, summary: summary,
        quantity: quantity, unit: unit, unitPrice: firstPrice,
        amount: Spread(
          low: share(quantity.low, of: total.low, cost: cost.low),
          expected: share(quantity.expected, of: total.expected, cost: cost.expected),
          high: share(quantity.high, of: total.high, cost: cost.high)))
    }
  }

  private func share(_ quantity: Decimal, of total: Decimal, cost: Decimal) -> Decimal {
    guard total > 0 else { return 0 }
    return quantity == total ? cost : cost * quantity / total
  }
}
