package import CostModel
import FoundationEssentials
import Topology

/// The formats of `cost --format`.
package enum CostFormat: String, CaseIterable, Sendable {
  case text, json, csv, markdown

  package func render(_ report: CostReport, palette: Palette = .plain) -> String {
    switch self {
    case .text: CostTable(report: report, palette: palette).text
    case .json: report.json
    case .csv: report.csv
    case .markdown: report.markdown
    }
  }
}

extension CostReport {
  /// Sums of the exact lines under each name, the dearest first.
  func sums(by name: (CostLine) -> String) -> [(name: String, amount: Spread)] {
    var order: [String] = []
    var sums: [String: Spread] = [:]
    for line in lines {
      let name = name(line)
      if sums[name] == nil { order.append(name) }
      sums[name] = (sums[name] ?? Spread(0)) + line.amount
    }
    return order.map { ($0, sums[$0] ?? Spread(0)) }.sorted { a, b in
      a.amount.expected != b.amount.expected
        ? a.amount.expected > b.amount.expected : a.name < b.name
    }
  }

  var byService: [(name: String, amount: Spread)] { sums { $0.service } }
  var byResource: [(name: String, amount: Spread)] { sums { $0.resourceName } }
}

extension CostLine {
  var resourceName: String { resource?.description ?? "(account)" }
}

extension CostReport.Unpriced {
  var text: String { resource.map { "\($0): \(what)" } ?? what }
}
