package import Diagnostics
import FoundationEssentials
package import YAMLTree

extension PriceModel {
  /// Reads a price model from JSON or YAML. Every mistake is a `pricing/…` error at its place; after
  /// an error the result is nil.
  package static func read(_ root: YAMLNode, diagnostics: inout [Diagnostic]) -> PriceModel? {
    var reader = PriceModelReader()
    let model = reader.model(root)
    diagnostics += reader.diagnostics
    return reader.diagnostics.hasErrors ? nil : model
  }
}

private struct PriceModelReader {
  var diagnostics: [Diagnostic] = []

  static let modelKeys = [
    "name", "asOf", "region", "currency", "hoursPerMonth", "flat", "notes", "sources", "grades",
    "unpriced", "dimensions",
  ]
  static let dimensionKeys = [
    "id", "service", "meter", "summary", "unit", "per", "tiers", "grade", "sources", "alwaysFree",
    "note",
  ]

  mutating func model(_ root: YAMLNode) -> PriceModel? {
    guard root.kind == .mapping else {
      fail("a price model is a mapping with 'name' and 'dimensions'", at: root)
      return nil
    }
    refuseUnknownKeys(of: root, known: Self.modelKeys)
    if let currency = root["currency"], currency.text != "USD" {
      fail("prices are read in USD only, not '\(currency.text)'", at: currency)
    }
    var model = PriceModel(name: required("name", of: root), asOf: root["asOf"]?.text ?? "undated")
    model.region = root["region"]?.text
    model.isFlat = root["flat"]?.scalar == .boolean(true)
    if let hours = root["hoursPerMonth"] { model.hoursPerMonth = decimal(hours) }
    model.notes = root["notes"]?.elements.map(\.text) ?? []
    model.unpriced = root["unpriced"]?.elements.map(\.text) ?? []
    for (key, value) in root["sources"]?.entries ?? [] { model.sources[key.text] = value.text }
    guard let dimensions = root["dimensions"], dimensions.kind == .sequence else {
      fail("a price model needs a list 'dimensions'", at: root)
      return nil
    }
    model.dimensions = dimensions.elements.map { dimension($0) }
    return model
  }

  private mutating func dimension(_ node: YAMLNode) -> PriceModel.Dimension {
    refuseUnknownKeys(of: node, known: Self.dimensionKeys)
    let id = required("id", of: node)
    var dimension = PriceModel.Dimension(
      id: id, service: required("service", of: node), meter: node["meter"]?.text ?? id,
      summary: node["summary"]?.text ?? id, unit: required("unit", of: node), tiers: [],
      grade: .a)
    if let per = node["per"] { dimension.per = decimal(per) }
    if dimension.per <= 0 { fail("'per' must be above nought", at: node["per"] ?? node) }
    if let grade = node["grade"] {
      if let known = PriceModel.Grade(rawValue: grade.text) {
        dimension.grade = known
      } else {
        fail("a grade is 'A', 'B', 'C' or 'none', not '\(grade.text)'", at: grade)
      }
    }
    dimension.sources = node["sources"]?.elements.map(\.text) ?? []
    dimension.note = node["note"]?.text
    dimension.tiers = tiers(of: node, isCharged: dimension.grade == .a || dimension.grade == .b)
    return dimension
  }

  private mutating func tiers(of node: YAMLNode, isCharged: Bool) -> [PriceModel.Tier] {
    guard let list = node["tiers"], list.kind == .sequence else {
      fail("a dimension needs a list 'tiers', such as [{usd: \"0.0000004\"}]", at: node)
      return []
    }
    var tiers: [PriceModel.Tier] = []
    for element in list.elements {
      if let last = tiers.last, last.upTo == nil {
        fail("nothing may follow the tier without 'upTo'", at: element)
      }
      guard let price = element["usd"] else {
        fail("a tier needs 'usd', the price of one unit", at: element)
        continue
      }
      var ceiling: Decimal?
      if let upTo = element["upTo"], upTo.scalar != .null { ceiling = decimal(upTo) }
      if let ceiling, let before = tiers.last?.upTo, ceiling <= before {
        fail("tiers rise: \(ceiling) is not above \(before)", at: element)
      }
      tiers.append(.init(upTo: ceiling, price: decimal(price), text: price.text))
    }
    if isCharged, tiers.last.map({ $0.upTo != nil }) ?? true {
      fail("the last tier has no 'upTo': its price holds for all that is left", at: list)
    }
    return tiers
  }

  private mutating func decimal(_ node: YAMLNode) -> Decimal {
    let digits = node.text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    if digits, let value = Decimal(string: node.text), value >= 0 { return value }
    fail("expected a plain decimal number, not '\(node.text)'", at: node)
    return 0
  }

  private mutating func required(_ key: String, of node: YAMLNode) -> String {
    if let text = node[key]?.text, !text.isEmpty { return text }
    fail("'\(key)' is missing", at: node)
    return ""
  }

  private mutating func refuseUnknownKeys(of node: YAMLNode, known: [String]) {
    for (key, _) in node.entries where !known.contains(key.text) {
      let hint = didYouMean(key.text, in: known) ?? "known keys: \(known.joined(separator: ", "))"
      fail("unknown key '\(key.text)' in a price model: \(hint)", at: key)
    }
  }

  private mutating func fail(_ message: String, at node: YAMLNode) {
    diagnostics.append(Diagnostic("pricing/invalid-model", message, at: node.range))
  }
}
