import EventMatcher
import PatternOracle
import Testing

/// Arrays with more elements than are tried one by one, against the pattern interpreter.
@Suite("Arrays of many elements")
struct ManyElementsTests {
  @Test(arguments: 1...UInt64(max(randomCases / 150, 1))) func giveEachRuleItsVerdict(seed: UInt64) throws {
    var random = PatternGenerator(seed: seed &+ 9000)
    let patterns = (0..<30).map { _ in pattern(&random) }
    let table = try table(patterns)
    for _ in 0..<3 { try expectVerdicts(of: patterns, table, event(&random), "seed \(seed)") }
  }

  /// Tests on some fields of elements, of their inner elements, and outside.
  private func pattern(_ random: inout PatternGenerator) -> String {
    var fields: [String: [String]] = [:]
    for _ in 0...random.next() % 4 {
      let place = ["a", "a", "a.b", "a.b", "a.c", "d", "o"][Int(random.next() % 7)]
      let name = ["x", "y", "z"][Int(random.next() % 3)]
      let field = #""\#(name)":[\#(test(&random))]"#
      if fields[place]?.contains(where: { $0.hasPrefix("\"\(name)\"") }) ?? false { continue }
      fields[place, default: []].append(field)
    }
    let inner = ["b", "c"].compactMap { name in
      fields["a.\(name)"].map { "\"\(name)\":{\($0.joined(separator: ","))}" }
    }
    var parts: [String] = []
    let outer = (fields["a"] ?? []) + inner
    if !outer.isEmpty { parts.append("\"a\":{\(outer.joined(separator: ","))}") }
    for name in ["d", "o"] {
      if let tests = fields[name] { parts.append("\"\(name)\":{\(tests.joined(separator: ","))}") }
    }
    return "{\(parts.joined(separator: ","))}"
  }

  private func test(_ random: inout PatternGenerator) -> String {
    let n = Int(random.next() % 30)
    return [
      "\"s\(n)\"", "\"s\(n)\",\"s1\"", "\(n)", #"{"prefix":"s\#(n % 10)"}"#,
      #"{"numeric":[">",\#(n),"<",\#(n + 9)]}"#, #"{"numeric":[">",\#(n)]}"#,
      #"{"anything-but":["s\#(n)"]}"#, #"{"anything-but":["s1","s2","s3"]}"#,
      #"{"exists":false}"#, #"{"exists":true}"#, #"{"exists":false},"s\#(n)""#,
      #"{"wildcard":"*\#(n % 10)*"}"#, #"{"cidr":"10.0.0.\#(n)/31"}"#, #""10.0.0.\#(n)""#,
      #"{"suffix":"\#(n % 10)"}"#, #"{"equals-ignore-case":"S\#(n)"}"#,
    ][Int(random.next() % 16)]
  }

  private func event(_ random: inout PatternGenerator) -> String {
    var parts: [String] = []
    for name in ["a", "d"] {
      let count = 1 + random.next() % 60
      let elements = (0..<count).map { _ in element(&random, hasInner: name == "a") }
      parts.append("\"\(name)\":[\(elements.joined(separator: ","))]")
    }
    parts.append("\"o\":\(element(&random, hasInner: false))")
    if random.next() % 2 == 0 { parts.reverse() }
    return "{\(parts.joined(separator: ","))}"
  }

  private func element(_ random: inout PatternGenerator, hasInner: Bool) -> String {
    if random.next() % 24 == 0 { return "[\(element(&random, hasInner: hasInner))]" }
    var fields: [String] = []
    for name in ["x", "y", "z"] where random.next() % 4 != 0 {
      fields.append("\"\(name)\":\(value(&random))")
    }
    if hasInner {
      for name in ["b", "c"] where random.next() % 3 == 0 {
        let inner = (0...random.next() % 4).map { _ in element(&random, hasInner: false) }
        fields.append("\"\(name)\":[\(inner.joined(separator: ","))]")
      }
    }
    return "{\(fields.joined(separator: ","))}"
  }

  private func value(_ random: inout PatternGenerator) -> String {
    let n = random.next() % 30
    return ["\"s\(n)\"", "\"s\(n)\"", "\(n)", "\"10.0.0.\(n)\"", "[\(n),\"s1\"]", "null"][
      Int(random.next() % 6)]
  }
}
