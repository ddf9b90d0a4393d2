import CostModel
import FoundationEssentials
import Topology

extension CostReport {
  /// Exact figures as JSON numbers.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.field("model", model)
      writer.field("asOf", asOf)
      writer.field("currency", "USD")
      writer.field("total", total)
      writer.key("services")
      writer.array(byService, isLineByLine: true) { writer, sum in
        writer.object { writer in
          writer.field("service", sum.name)
          writer.field("amount", sum.amount)
        }
      }
      writer.key("lines")
      writer.array(lines, isLineByLine: true) { write($1, to: &$0) }
      writer.key("unpriced")
      writer.array(unpriced, isLineByLine: true) { writer, item in
        writer.object { writer in
          writer.field("resource", item.resource?.description)
          writer.field("what", item.what)
        }
      }
      writer.field("assumptions", assumptions)
      writer.field("notes", notes)
    }
    return writer.text + "\n"
  }

  private func write(_ line: CostLine, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("resource", line.resource?.description)
      writer.field("service", line.service)
      writer.field("dimension", line.dimension)
      writer.field("summary", line.summary)
      writer.field("quantity", line.quantity)
      writer.field("unit", line.unit)
      writer.field("unitPrice", line.unitPrice)
      writer.field("amount", line.amount)
    }
  }

  /// RFC 4180, one line of the estimate a record.
  var csv: String {
    let head = [
      "resource", "service", "dimension", "summary", "unit", "unit price", "quantity low",
      "quantity expected", "quantity high", "amount low", "amount expected", "amount high",
    ]
    let records = lines.map { line in
      [line.resourceName, line.service, line.dimension, line.summary, line.unit, line.unitPrice]
        + line.quantity.texts + line.amount.texts
    }
    return ([head] + records).map { $0.map(Self.csvField).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func csvField(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 < 0x20 }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Tables for a pull request.
  var markdown: String {
    var text = "## Monthly cost\n\nPrices of \(markdownCode(model)) as of \(markdownEscaped(asOf)).\n"
    text += Self.table("service", byService + [("**total**", total)], escaping: false)
    text += Self.table("resource", byResource, escaping: true)
    for (title, items) in [
      ("Prices", notes), ("Assumed", assumptions), ("Not priced", unpriced.map(\.text)),
    ] where !items.isEmpty {
      text += "\n### \(title)\n\n" + items.map { "- \(markdownEscaped($0))\n" }.joined()
    }
    return text
  }

  private static func table(
    _ head: String, _ rows: [(name: String, amount: Spread)], escaping: Bool
  ) -> String {
    var text = "\n| \(head) | low | expected | high |\n| --- | ---: | ---: | ---: |\n"
    for (name, amount) in rows {
      let cells = [amount.low, amount.expected, amount.high].map { markdownEscaped($0.money) }
      let name = escaping ? markdownCode(name) : name
      text += "| \(name) | \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }
}

extension Spread {
  fileprivate var texts: [String] { [low.description, expected.description, high.description] }
}

extension JSONWriter {
  fileprivate mutating func field(_ name: String, _ spread: Spread) {
    key(name)
    object { writer in
      for (name, value) in [
        ("low", spread.low), ("expected", spread.expected), ("high", spread.high),
      ] {
        writer.key(name)
        writer.raw(value.description)
      }
    }
  }
}
