import Testing

@testable import EventPattern
@testable import PatternOracle

@Suite("The share of a shape's events in a set")
struct ProbabilityTests {
  static let parcel = ValueShape.object(
    ObjectShape(properties: [
      .init("source", .choices([.init(.string("parcels"))]), isRequired: true),
      .init(
        "detail",
        .object(
          ObjectShape(properties: [
            .init(
              "service",
              .choices([
                .init(.string("standard"), weight: 9), .init(.string("express"), weight: 1),
              ]), isRequired: true),
            .init("weight", .number(NumberShape(range: between(0, 1000))), isRequired: true),
            .init(
              "pieces", .number(NumberShape(isInteger: true, range: between(1, 10))),
              isRequired: true),
            .init("note", .string(StringShape()), isRequired: false),
            .init("fragile", .boolean, isRequired: true),
          ])), isRequired: true),
    ]))

  static func between(_ low: Double, _ high: Double) -> NumericRange {
    NumericRange(
      lower: .init(low, isIncluded: true), upper: .init(high, isIncluded: true))
  }

  @Test(arguments: [
    (#"{"detail":{"service":["express"]}}"#, 0.1, 0.1),
    (#"{"detail":{"service":["express","standard"]}}"#, 1, 1),
    (#"{"detail":{"service":[{"anything-but":"express"}]}}"#, 0.9, 0.9),
    (#"{"detail":{"weight":[{"numeric":["<",30]}]}}"#, 0.03, 0.03),
    (#"{"detail":{"pieces":[{"numeric":["<=",2]}]}}"#, 0.2, 0.2),
    (#"{"detail":{"service":["express"],"weight":[{"numeric":["<",30]}]}}"#, 0, 0.03),
    (#"{"detail":{"service":["standard"],"weight":[{"numeric":["<",300]}]}}"#, 0.2, 0.3),
    (#"{"$or":[{"detail":{"service":["express"]}},{"detail":{"service":["standard"]}}]}"#, 1, 1),
    (
      #"{"$or":[{"detail":{"weight":[{"numeric":["<",30]}]}},{"detail":{"weight":[{"numeric":["<",40]}]}}]}"#,
      0.04, 0.04
    ),
    (
      #"{"$or":[{"detail":{"service":["express"]}},{"detail":{"weight":[{"numeric":["<",30]}]}}]}"#,
      0.1, 0.13
    ),
    (#"{"source":["others"]}"#, 0, 0),
    (#"{"source":["parcels"]}"#, 1, 1),
    (#"{"detail":{"note":[{"exists":true}]}}"#, 0, 1),
    (#"{"detail":{"fragile":[true]}}"#, 0, 1),
    (#"{"detail":{"fragile":[true,false]}}"#, 1, 1),
    (#"{"detail":{"other":["x"]}}"#, 0, 1),
  ])
  func patterns(text: String, low: Double, high: Double) throws {
    let set = EventSet(try EventPattern(json: Array(text.utf8)))
    for set in [set, EventSet(shape: Self.parcel).intersection(set)] {
      let share = set.probability(under: Self.parcel)
      #expect(abs(share.lowerBound - low) < 1e-9 && abs(share.upperBound - high) < 1e-9, "\(share)")
    }
  }

  @Test("a difference is the rest")
  func differences() throws {
    let express = EventSet(
      try EventPattern(json: Array(#"{"detail":{"service":["express"]}}"#.utf8)))
    let rest = EventSet(shape: Self.parcel).subtracting(express)
    let share = rest.probability(under: Self.parcel)
    #expect(abs(share.lowerBound - 0.9) < 1e-9 && abs(share.upperBound - 0.9) < 1e-9)
  }

  @Test("the range holds the share seen among random events")
  func sampled() {
    // Independent choices are one of the joint distributions that the range must allow for.
    let weights = ["a": 1.0, "b": 2, "ab": 5]
    let choices = weights.sorted { $0.key < $1.key }.map {
      ValueShape.Choice(.string(UTF8Text($0.key)), weight: $0.value)
    }
    let shape = ValueShape.object(
      ObjectShape(properties: [
        .init(
          "detail",
          .object(
            ObjectShape(
              properties: [
                .init("a", .choices(choices), isRequired: true),
                .init("b", .choices(choices), isRequired: true),
              ], isOpen: false)), isRequired: true)
      ]))
    let events = ["a", "b", "ab"].flatMap { a in
      ["a", "b", "ab"].compactMap { b in
        JSONTree(#"{"source":"a","detail":{"a":"\#(a)","b":"\#(b)"}}"#, wholly: true).map {
          (event: $0, share: (weights[a] ?? 0) * (weights[b] ?? 0) / 64)
        }
      }
    }
    #expect(events.count == 9)
    var (checked, partial) = (0, 0)
    var world = SmallWorld(seed: 5)
    for _ in 0..<400 {
      let text = world.pattern()
      guard let pattern = try? EventPattern(json: Array(text.utf8)),
        let tree = JSONTree(text, wholly: true), let oracle = try? OraclePattern(tree),
        pattern.alternatives.allSatisfy({ $0.fields.allSatisfy { $0.path != "source" } })
      else { continue }
      let share = events.reduce(0) { $0 + (oracle.matches($1.event) ? $1.share : 0) }
      checked += 1
      if share > 0, share < 1 { partial += 1 }
      let range = EventSet(pattern).probability(under: shape)
      #expect(range.lowerBound <= share + 1e-9 && share - 1e-9 <= range.upperBound, "\(text)")
    }
    #expect(checked > 40 && partial > 20, "checked \(checked), partial \(partial)")
  }
}
