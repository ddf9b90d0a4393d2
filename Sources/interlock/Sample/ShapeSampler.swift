import EventPattern
import Reports

/// Writes JSON values that fit a shape, as likely as the shape says.
struct ShapeSampler {
  var random: RandomSource

  /// Deeper than this a shape gives only required fields and no array elements.
  private static let fullDepth = 12

  mutating func write(_ shape: ValueShape, to json: inout String, depth: Int = 0) {
    switch shape {
    case .null: json += "null"
    case .boolean: json += random.below(2) == 0 ? "false" : "true"
    case .any: json += JSONWriter.quoted(word(3...10))
    case .choices(let choices): json += scalar(pick(choices))
    case .string(let shape): json += JSONWriter.quoted(string(shape))
    case .number(let shape): json += number(shape)
    case .object(let shape): object(shape, to: &json, depth: depth)
    case .array(let element):
      let count = depth < Self.fullDepth ? 1 + random.below(3) : 0
      json += "["
      for i in 0..<count {
        if i > 0 { json += "," }
        write(element, to: &json, depth: depth + 1)
      }
      json += "]"
    case .union(let shapes):
      if shapes.isEmpty {
        json += "null"
      } else {
        write(shapes[random.below(shapes.count)], to: &json, depth: depth + 1)
      }
    }
  }

  /// Required fields always, the others four times in five.
  private mutating func object(_ shape: ObjectShape, to json: inout String, depth: Int) {
    json += "{"
    var isFirst = true
    for property in shape.properties {
      let isPresent = property.isRequired || (depth < Self.fullDepth && random.below(5) > 0)
      guard isPresent else { continue }
      json += "\(isFirst ? "" : ",")\(JSONWriter.quoted(property.name.description)):"
      isFirst = false
      write(property.shape, to: &json, depth: depth + 1)
    }
    json += "}"
  }

  private mutating func pick(_ choices: [ValueShape.Choice]) -> ScalarValue {
    if choices.isEmpty { return .null }
    return choices[WeightedChoice(choices.map(\.weight)).pick(&random)].value
  }

  private func scalar(_ value: ScalarValue) -> String {
    switch value {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.text.description
    case .string(let text): JSONWriter.quoted(text.description)
    }
  }

  private mutating func number(_ shape: NumberShape) -> String {
    let low = shape.range.lower?.value ?? min(0, (shape.range.upper?.value ?? 1_000) - 1_000)
    let high = shape.range.upper?.value ?? max(1_000, low + 1_000)
    if shape.isInteger { return integer(low, high, shape) }
    let hundredths = ((low + (high - low) * random.fraction()) * 100).rounded() / 100
    return text(of: shape.range.contains(hundredths) ? hundredths : (low + high) / 2)
  }

  private mutating func integer(_ low: Double, _ high: Double, _ shape: NumberShape) -> String {
    let first = low.rounded(.up) + (shape.range.contains(low.rounded(.up)) ? 0 : 1)
    let count = max(0, min(high, first + 0x1p50) - first)
    let value = (first + (count * random.fraction()).rounded(.down))
    return text(of: shape.range.contains(value) ? value : first)
  }

  private func text(of value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? "\(value)"
  }

  private mutating func string(_ shape: StringShape) -> String {
    switch shape.format {
    case "uuid": return uuid()
    case "date-time":
      return "2026-\(two(1, 12))-\(two(1, 28))T\(two(0, 23)):\(two(0, 59)):\(two(0, 59))Z"
    case "date": return "2026-\(two(1, 12))-\(two(1, 28))"
    case "time": return "\(two(0, 23)):\(two(0, 59)):\(two(0, 59))Z"
    case "ipv4": return (0..<4).map { _ in "\(random.below(256))" }.joined(separator: ".")
    case "email": return "\(word(4...9))@\(word(4...9)).example"
    case "uri", "uri-reference": return "https://\(word(4...9)).example/\(word(3...8))"
    default:
      let low = max(shape.minLength, 0)
      let high = shape.maxLength ?? max(low, 12)
      return word(min(max(low, min(3, high)), 4_096)...min(max(low, min(high, 16)), 4_096))
    }
  }

  mutating func uuid() -> String {
    let digits = (0..<32).map { i in
      i == 12 ? "4" : String(i == 16 ? 8 + random.below(4) : random.below(16), radix: 16)
    }
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { digits[$0].joined() }
    return parts.joined(separator: "-")
  }

  private mutating func two(_ low: Int, _ high: Int) -> String {
    let value = low + random.below(high - low + 1)
    return value < 10 ? "0\(value)" : "\(value)"
  }

  private mutating func word(_ lengths: ClosedRange<Int>) -> String {
    let count = lengths.lowerBound + random.below(lengths.count)
    var text = ""
    for _ in 0..<count {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(random.below(26))))
    }
    return text
  }
}

extension NumericRange {
  fileprivate func contains(_ value: Double) -> Bool {
    if let lower, value < lower.value || value == lower.value && !lower.isIncluded { return false }
    if let upper, value > upper.value || value == upper.value && !upper.isIncluded { return false }
    return true
  }
}
