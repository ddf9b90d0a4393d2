/// A small system of buses and functions, made by chance, that can be written as a topology and
/// followed event by event.
struct RandomSystem {
  struct Rule {
    /// The values of `k` that it takes.
    var values: Set<Int>
    /// The event types that it takes; empty takes all.
    var types: Set<Int>
    var target: Target
  }

  enum Target: Equatable {
    case bus(Int)
    case function(Int)
  }

  struct Emission {
    var type: Int
    var bus: Int
    /// Thousandths of an event for each call.
    var ratio: Int
  }

  /// The values that `k` has in events of each type, all as likely.
  var types: [[Int]] = []
  var buses: [[Rule]] = []
  var functions: [[Emission]] = []
  /// A month's events of type and bus, from outside.
  var sources: [(type: Int, bus: Int, count: Int)] = []

  init(using random: inout SplitMix) {
    let values = Array(0..<4)
    types = (0..<3).map { _ in
      values.filter { _ in random.below(2) == 0 } + [4 + random.below(2)]
    }
    buses = (0..<3).map { _ in
      (0..<3).map { _ in
        Rule(
          values: Set((0..<6).filter { _ in random.below(2) == 0 } + [random.below(6)]),
          types: Set((0..<3).filter { _ in random.below(3) == 0 }),
          target: random.below(3) == 0 ? .bus(random.below(3)) : .function(random.below(3)))
      }
    }
    functions = (0..<3).map { _ in
      (0..<random.below(3)).map { _ in
        Emission(type: random.below(3), bus: random.below(3), ratio: 50 + random.below(100))
      }
    }
    sources = (0..<2).map { _ in (random.below(3), random.below(3), 600 * (1 + random.below(5))) }
  }

  var text: String {
    var lines = ["events:"]
    for (index, values) in types.enumerated() {
      let choices = values.map { "v\($0)" }.joined(separator: ", ")
      lines.append(
        "  T\(index): {source: s, detailType: T\(index), detail: {type: object, required: [k],"
          + " properties: {k: {enum: [\(choices)]}}}}")
    }
    lines += ["producers:", "  app:", "    kind: application", "    emits:"]
    lines += sources.map {
      "      - {event: T\($0.type), to: bus/b\($0.bus), rate: \($0.count)/month}"
    }
    lines.append("buses:")
    for (index, rules) in buses.enumerated() {
      lines += ["  b\(index):", "    rules:"]
      lines += rules.enumerated().map {
        "      r\($0): {\(pattern($1)), targets: [{to: \(name($1.target))}]}"
      }
    }
    lines.append("functions:")
    for (index, emissions) in functions.enumerated() {
      let emits = emissions.map {
        "{event: T\($0.type), to: bus/b\($0.bus), ratio: 0.\(String(1000 + $0.ratio).dropFirst())}"
      }
      lines.append("  f\(index): {emits: [\(emits.joined(separator: ", "))]}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func pattern(_ rule: Rule) -> String {
    let values = rule.values.sorted().map { "v\($0)" }.joined(separator: ", ")
    let types = rule.types.sorted().map { "T\($0)" }.joined(separator: ", ")
    let type = rule.types.isEmpty ? "" : "detail-type: [\(types)], "
    return "pattern: {\(type)detail: {k: [\(values)]}}"
  }

  private func name(_ target: Target) -> String {
    switch target {
    case .bus(let index): "bus/b\(index)"
    case .function(let index): "function/f\(index)"
    }
  }

  /// One event at a bus: calls `deliver` for each rule that takes it, and follows it over one hop.
  ///
  /// A bus that the event has already been on ends the way, as does a second hop.
  func follow(
    type: Int, value: Int, bus: Int, on way: [Int] = [], deliver: (Int, Int) -> Void
  ) {
    for (index, rule) in buses[bus].enumerated() where rule.values.contains(value) {
      guard rule.types.isEmpty || rule.types.contains(type) else { continue }
      guard case .bus(let next) = rule.target else {
        deliver(bus, index)
        continue
      }
      if !way.isEmpty { continue }
      deliver(bus, index)
      if next != bus {
        follow(type: type, value: value, bus: next, on: way + [bus], deliver: deliver)
      }
    }
  }
}

/// A generator that gives the same numbers for the same seed everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
