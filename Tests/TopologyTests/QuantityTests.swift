import Diagnostics
import Foundation
import Testing

@testable import Topology

@Suite("Quantities and other texts")
struct QuantityTests {
  private func queue(_ field: String, _ text: String) -> (queue: Queue?, report: [String]) {
    let result = read("queues: {q: {\(field): \(text)}}")
    return (result.topology.queues["q"], result.report)
  }

  @Test(
    "durations are read in their units",
    arguments: [
      ("0s", Duration.zero), ("1ms", .milliseconds(1)), ("250ms", .milliseconds(250)),
      ("0.1s", .milliseconds(100)), ("3.3s", .milliseconds(3300)), ("30s", .seconds(30)),
      ("5m", .seconds(300)), ("5min", .seconds(300)), ("1.5h", .seconds(5400)),
      ("24h", .seconds(86_400)), ("14d", .seconds(1_209_600)), ("2w", .seconds(1_209_600)),
      ("1_000s", .seconds(1000)), ("0.000001ms", .nanoseconds(1)),
      ("999999999999w", .seconds(999_999_999_999 * 604_800)), ("\"30s\"", .seconds(30)),
    ])
  func duration(_ text: String, _ expected: Duration) {
    let (queue, report) = queue("delay", text)
    #expect(report == [])
    #expect(queue?.delay?.value == expected)
  }

  @Test(
    "sizes are read in binary units",
    arguments: [
      ("0B", 0), ("512B", 512), ("256KiB", 262_144), ("1.5MiB", 1_572_864), ("2GiB", 0x1p31),
      ("3TiB", 3 * 0x1p40), ("1_024B", 1024),
    ])
  func size(_ text: String, _ expected: Double) {
    let (queue, report) = queue("maximumMessageSize", text)
    #expect(report == [])
    #expect(queue?.maximumMessageSize?.value.bytes == expected)
  }

  @Test(
    "rates are read with their multiplier and time",
    arguments: [
      ("120/s", Rate(120, per: .second)), ("1.5k/s", Rate(1500, per: .second)),
      ("2K/s", Rate(2000, per: .second)), ("2_000_000/day", Rate(2e6, per: .day)),
      ("1M/day", Rate(1e6, per: .day)), ("3G/month", Rate(3e9, per: .month)),
      ("7/min", Rate(7, per: .minute)), ("7/h", Rate(7, per: .hour)), ("7/d", Rate(7, per: .day)),
    ])
  func rate(_ text: String, _ expected: Rate) {
    let result = read("destinations: {d: {rateLimit: \(text)}}")
    #expect(result.report == [])
    #expect(result.topology.destinations["d"]?.rateLimit?.value == expected)
  }

  @Test(
    "what lacks a unit or has a wrong one is refused and left out",
    arguments: [
      "30", "-1s", "1e3s", "30 s", "s", ".5s", "5.s", "1__0s", "_1s", "1_s", "0x10s", "30S", "1y",
      "1h30m", "∞s", "１s", "[30s]", "{a: 30s}", "true", "1234567890123s", "1.0123456789s",
    ])
  func refusedDuration(_ text: String) {
    let (queue, report) = queue("delay", text)
    #expect(report.count == 1, "\(report)")
    #expect(queue != nil && queue?.delay == nil)
  }

  /// The matcher and the regular expression that editors get are two readings of one pattern.
  @Test("patterns match as their regular expressions do", arguments: patterns.indices)
  func agrees(_ index: Int) throws {
    let pattern = Self.patterns[index]
    let expression = try NSRegularExpression(pattern: pattern.regularExpression)
    var mutator = Mutator(seed: UInt64(index) + 7, keys: [], values: [])
    for _ in 0..<200 {
      var text = Self.samples[mutator.pick(Self.samples.count)]
      for _ in 0..<mutator.pick(3) { text = mutator.misspelt(text) }
      let all = NSRange(text.startIndex..., in: text)
      let expected = expression.firstMatch(in: text, range: all)?.range == all
      #expect(pattern.matches(text) == expected, "\(pattern.regularExpression) on '\(text)'")
    }
  }

  private static let samples = [
    "30s", "1.5h", "2_000_000/day", "1.5k/s", "256KiB", "4x", "us-east-1", "123456789012",
    "queue/express", "bus/default", "arn:aws:sqs:us-east-1:123456789012:express", "a@b.example",
    "https://example.com/x", "+491511234567", "rate(5 minutes)", "cron(0 3 * * ? *)",
    "POST /pickups", "$default", "producer/*", "s3:ObjectCreated:*", "$.detail.id", "",
  ]

  private static let patterns: [TextPattern] = {
    let grammars: [Grammar] = [
      Form<Duration>.duration("s").grammar, Form<ByteSize>.size("B").grammar,
      Form<Rate>.rate("/s").grammar, Form<Double>.factor.grammar, Form<String>.account.grammar,
      Form<String>.region.grammar, Form<Reference>.destination.grammar,
      Form<Reference>.subscriber.grammar, Form<Located<String>>.referenceGlob.grammar,
      Form<String>.schedule("rate", "cron", "at").grammar, .text(.name),
    ]
    let nested: [TextPattern] = [
      .repeated(.sequence(["a", .optional("b")]), atLeast: 2, atMost: 3),
      .either(["a", .sequence(["a", .some(.digit)]), ""]),
      .sequence([.repeated(.either(["s", "3"]), atLeast: 0, atMost: nil), "0s"]),
    ]
    return grammars.compactMap { grammar in
      if case .text(let text) = grammar.resolved { text.pattern } else { nil }
    } + nested
  }()

  @Test("long texts are matched in bounded time")
  func isBounded() {
    let long = String(repeating: "a", count: 200_000)
    #expect(TextPattern.arn.matches("arn:aws:sqs:us-east-1:123456789012:" + long))
    #expect(!TextPattern.reference([.queue]).matches("queue/" + long + " "))
  }
}
