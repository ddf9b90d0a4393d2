import Diagnostics
import YAMLTree

/// A number and a unit, as in `1.5MiB`.
private struct Quantity {
  var number: Double
  var unit: Substring

  /// Reads text that fits `pattern`, which sees to it that the number is finite.
  init?(_ text: String) {
    let digits = text.prefix { ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "_" }
    guard let number = Double(String(digits.filter { $0 != "_" })) else { return nil }
    self.number = number
    unit = text.dropFirst(digits.count)
  }

  /// At most twelve digits, which underscores may group, and a fraction.
  static let digits = TextPattern.sequence([
    .either([
      .repeated(.character(.digit), atLeast: 1, atMost: 12),
      .sequence([
        .repeated(.character(.digit), atLeast: 1, atMost: 3),
        .repeated(
          .sequence(["_", .repeated(.character(.digit), atLeast: 1, atMost: 3)]),
          atLeast: 1, atMost: 3),
      ]),
    ]),
    .optional(.sequence([".", .repeated(.character(.digit), atLeast: 1, atMost: 9)])),
  ])

  static func form<Value>(
    _ expectation: String, _ unit: String, _ pattern: TextPattern, examples: [String],
    _ value: @escaping @Sendable (Quantity) -> Value?
  ) -> Form<Value> {
    let grammar = TextGrammar(
      expectation: expectation, pattern: pattern, examples: examples, unit: unit)
    return Form(.text(grammar)) { node, _ in
      guard node.jsonType == .string, grammar.accepts(node.text) else { return nil }
      return Quantity(node.text).flatMap(value)
    }
  }
}

/// Seconds by unit.
private let durationUnits: [(name: String, seconds: Double)] = [
  ("ms", 0.001), ("s", 1), ("min", 60), ("m", 60), ("h", 3_600), ("d", 86_400), ("w", 604_800),
]

/// Bytes by unit.
private let sizeUnits: [(name: String, bytes: Double)] = [
  ("B", 1), ("KiB", 0x1p10), ("MiB", 0x1p20), ("GiB", 0x1p30), ("TiB", 0x1p40),
]

private let multipliers: [(name: Character, factor: Double)] = [
  ("k", 1e3), ("K", 1e3), ("M", 1e6), ("G", 1e9),
]

private let rateUnits: [(name: String, unit: Rate.Unit)] = [
  ("s", .second), ("min", .minute), ("h", .hour), ("d", .day), ("day", .day), ("month", .month),
]

extension Form<Duration> {
  /// `unit` is what AWS counts it in, offered where a plain number stands.
  static func duration(_ unit: String) -> Form<Duration> {
    Quantity.form(
      "a duration with its unit, such as 30s, 24h or 14d", unit,
      .sequence([Quantity.digits, .words(durationUnits.map(\.name))]),
      examples: ["250ms", "30s", "15min", "24h", "14d"]
    ) { quantity in
      durationUnits.first { $0.name == quantity.unit }
        .map { Duration(rounding: quantity.number * $0.seconds) }
    }
  }
}

extension Duration {
  /// Rounded to nanoseconds, so that 0.1 s is 100 ms and not what a double makes of it.
  /// INVARIANT: `seconds` is below 10^12 weeks, far inside an `Int64`.
  fileprivate init(rounding seconds: Double) {
    let whole = seconds.rounded(.down)
    let nanoseconds = ((seconds - whole) * 1e9).rounded()
    self.init(
      secondsComponent: Int64(whole), attosecondsComponent: Int64(nanoseconds) * 1_000_000_000)
  }
}

extension Form<ByteSize> {
  static func size(_ unit: String) -> Form<ByteSize> {
    Quantity.form(
      "a size with its unit, such as 256KiB or 1.5MiB", unit,
      .sequence([Quantity.digits, .words(sizeUnits.map(\.name))]),
      examples: ["512B", "256KiB", "1.5MiB", "10GiB"]
    ) { quantity in
      sizeUnits.first { $0.name == quantity.unit }
        .map { ByteSize(bytes: quantity.number * $0.bytes) }
    }
  }
}

extension Form<Rate> {
  static func rate(_ unit: String) -> Form<Rate> {
    Quantity.form(
      "a rate such as 120/s, 1.5k/s or 2_000_000/day", unit,
      .sequence([
        Quantity.digits, .optional(.words(multipliers.map { String($0.name) })), "/",
        .words(rateUnits.map(\.name)),
      ]), examples: ["120/s", "1.5k/s", "2_000_000/day", "1M/day"]
    ) { quantity in
      let parts = quantity.unit.split(separator: "/", omittingEmptySubsequences: false)
      guard let name = parts.last, let unit = rateUnits.first(where: { $0.name == name })?.unit
      else { return nil }
      let factor = multipliers.first { $0.name == parts[0].first }?.factor ?? 1
      return Rate(quantity.number * factor, per: unit)
    }
  }
}

extension Form<Double> {
  /// So many times: `4x`.
  static let factor: Form<Double> = Quantity.form(
    "a factor such as 4x", "x", .sequence([Quantity.digits, "x"]), examples: ["4x", "2.5x"]
  ) { $0.number }
}
