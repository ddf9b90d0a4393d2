import EventMatcher
import PatternOracle
import Testing

/// Nested arrays of numbers as of points on a map, against the pattern interpreter.
@Suite("Arrays of numbers")
struct CoordinatesTests {
  /// Few values, so that numbers often lie exactly on the ends of intervals.
  private static let numbers = [
    "0", "0.0", "-0.0", "1", "-1", "37.71234567890123", "37.71234567890124", "-122.41234567890123",
    "-122.41234567890122", "9007199254740993", "9007199254740992", "12345678901234567890",
    "0.30000000000000004", "0.3", "3e-1", "1.5E2", "150", "150.00", "123456789.123456789",
    "1234567890.5", "0.1234567890123456789", "0.12345678901234567891", "1e400", "10.0", "10",
  ]

  @Test(arguments: 1...UInt64(max(randomCases / 250, 1)))
  func giveEachRuleItsVerdict(seed: UInt64) throws {
    var random = PatternGenerator(seed: seed &+ 17_000)
    // Tests that hold for any value, or for none, forbid to leave values out: most tables lack them.
    let isMixed = seed % 4 == 0
    let patterns = (0..<12).map { _ in pattern(&random, isMixed: isMixed) }
    let table = try table(patterns)
    for _ in 0..<3 { try expectVerdicts(of: patterns, table, event(&random), "seed \(seed)") }
  }

  private func pattern(_ random: inout PatternGenerator, isMixed: Bool) -> String {
    var parts: [String] = []
    if random.next() % 2 == 0 { parts.append(#""type":["\#(kind(&random))"]"#) }
    let tests = (0...random.next() % 2).map { _ in test(&random, isMixed: isMixed) }
    parts.append("\"points\":[\(tests.joined(separator: ","))]")
    if random.next() % 3 == 0 {
      parts.append(#""rows":{"n":[\#(test(&random, isMixed: isMixed))],"k":["\#(kind(&random))"]}"#)
    }
    return "{\(parts.joined(separator: ","))}"
  }

  private func test(_ random: inout PatternGenerator, isMixed: Bool) -> String {
    if isMixed, random.next() % 4 == 0 {
      return [#"{"exists":true}"#, #"{"exists":false}"#, #"{"anything-but":[150,10]}"#][
        Int(random.next() % 3)]
    }
    // Limits of ranges must be within what the service compares.
    let limits = ["-122.41234567890123", "0", "0.3", "10", "37.71234567890123", "150"]
    let first = Int(random.next() % 5)
    let last = first + 1 + Int(random.next() % UInt64(5 - first))
    let sign = [">", ">="][Int(random.next() % 2)]
    return [
      Self.numbers[Int(random.next() % 16)],
      #"{"numeric":["=",\#(limits[first])]}"#,
      #"{"numeric":["\#(sign)",\#(limits[first])]}"#,
      #"{"numeric":["\#(sign)",\#(limits[first]),"<=",\#(limits[last])]}"#,
      #"{"numeric":["<",\#(limits[last])]}"#,
      "true", "\"a\"", #""10.0.0.1""#,
    ][Int(random.next() % 8)]
  }

  private func kind(_ random: inout PatternGenerator) -> String {
    ["a", "b"][Int(random.next() % 2)]
  }

  private func event(_ random: inout PatternGenerator) -> String {
    let type = #""type":"\#(kind(&random))""#
    let rows = (0..<random.next() % 30).map { _ in
      #"{"n":\#(scalar(&random)),"k":"\#(kind(&random))"}"#
    }
    let parts = [
      type, "\"points\":\(array(&random, depth: 0))", "\"rows\":[\(rows.joined(separator: ","))]",
    ]
    return "{\(parts.joined(separator: random.next() % 2 == 0 ? "," : ", "))}"
  }

  private func array(_ random: inout PatternGenerator, depth: Int) -> String {
    let separator = [",", ", ", " ,", ",\n  "][Int(random.next() % 4)]
    let items = (0..<random.next() % 12).map { _ in
      depth < 2 && random.next() % 3 == 0
        ? array(&random, depth: depth + 1) : scalar(&random)
    }
    return "[\(items.joined(separator: separator))]"
  }

  private func scalar(_ random: inout PatternGenerator) -> String {
    switch random.next() % 24 {
    case 0: "true"
    case 1: "\"a\""
    case 2: "\"10.0.0.1\""
    case 3: "null"
    default: Self.numbers[Int(random.next() % UInt64(Self.numbers.count))]
    }
  }
}
