import CostModel
import FoundationEssentials

/// A cost report for a terminal: by service, by resource with its lines, then what it rests on.
struct CostTable {
  let report: CostReport
  let palette: Palette

  private static let nameWidth = 46
  private static let moneyWidth = 13

  var text: String {
    let title = palette.paint("Monthly cost in US dollars", .emphasis)
    var text = "\(title), prices of '\(report.model.printable)' as of \(report.asOf.printable)\n\n"
    text += head("service")
    for (name, amount) in report.byService { text += row(name, amount) }
    text += rule + row("total", report.total, role: .emphasis) + "\n"
    text += head("resource")
    let lines = Dictionary(grouping: report.lines, by: \.resourceName)
    for (name, amount) in report.byResource {
      text += row(name, amount, role: .emphasis)
      for line in merged(lines[name] ?? []) { text += detail(line) }
    }
    text += section("Prices", report.notes) + section("Assumed", report.assumptions)
    return text + section("Not priced", report.unpriced.map(\.text))
  }

  private func head(_ name: String) -> String {
    let columns = ["low", "expected", "high"].map { right($0, Self.moneyWidth) }
    return palette.paint("  \(left(name, Self.nameWidth))\(columns.joined())", .faint) + "\n"
  }

  private var rule: String {
    let width = Self.nameWidth + 3 * Self.moneyWidth
    return palette.paint("  " + String(repeating: "─", count: width), .faint) + "\n"
  }

  private func row(_ name: String, _ amount: Spread, role: Palette.Role? = nil) -> String {
    let columns = [amount.low, amount.expected, amount.high].map { right($0.money, Self.moneyWidth) }
    let line = left(name.printable, Self.nameWidth) + columns.joined()
    return "  \(role.map { palette.paint(line, $0) } ?? line)\n"
  }

  /// Lines of one dimension as one, in the order of the first.
  private func merged(_ lines: [CostLine]) -> [CostLine] {
    var positions: [String: Int] = [:]
    var result: [CostLine] = []
    for line in lines {
      if let position = positions[line.dimension] {
        result[position].quantity = result[position].quantity + line.quantity
        result[position].amount = result[position].amount + line.amount
      } else {
        positions[line.dimension] = result.count
        result.append(line)
      }
    }
    return result
  }

  /// `    events in: 61.3 M at 1.00 a million`.
  private func detail(_ line: CostLine) -> String {
    let price = "\(line.quantity.expected.compact) \(line.unit) at \(line.unitPrice)"
    let text = "\(line.summary): \(price)".printable
    return "    \(palette.paint(text, .faint))\n"
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    if lines.isEmpty { return "" }
    let items = lines.map { "  - \($0.printable)\n" }
    return "\n\(palette.paint(title, .emphasis))\n\(items.joined())"
  }

  /// Padded to `width` cells; what is too long keeps its end apart by a blank.
  private func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.cells))
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.cells)) + text
  }
}
