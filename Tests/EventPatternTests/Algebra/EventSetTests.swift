import Testing

@testable import EventPattern

@Suite("Sets of events")
struct EventSetTests {
  @Test("an envelope field has one value")
  func envelope() {
    let a = events(["source": [.equals("a")]])
    let b = events(["source": [.equals("b")]])
    #expect(a.intersects(b) == .no)
    #expect(a.intersects(a) == .yes)
    #expect(a.contains(b) == .no)
    #expect(a.contains(a) == .yes)
    #expect(a.intersection(b).isEmpty == .yes)
    #expect(a.union(b).contains(b) == .yes)
    #expect(EventSet.everything.contains(a) == .yes)
    #expect(a.contains(.everything) == .no)
    #expect(EventSet.nothing.isEmpty == .yes)
    #expect(events(["source": [.exists(false)]]).isEmpty == .yes)
    #expect(events(["source": [.above(3)]]).isEmpty == .yes)
    #expect(events(["detail": [.exists(true)]]).isEmpty == .yes)
  }

  @Test("a field of the detail may be an array")
  func arrays() {
    let a = events(["detail.x": [.equals("a")]])
    let b = events(["detail.x": [.equals("b")]])
    let notA = events(["detail.x": [.anythingBut(.strings(["a"]))]])
    let absent = events(["detail.x": [.exists(false)]])
    #expect(a.intersects(b) == .yes)
    #expect(a.intersects(notA) == .yes)
    #expect(a.intersects(absent) == .no)
    #expect(a.union(notA).union(absent).contains(.everything) == .yes)
    #expect(a.union(absent).contains(.everything) == .no)
    #expect(a.intersection(b).witness()?.contains(#""detail":{"x":["a","b"]}"#) == true)
  }

  @Test("objects in arrays: requirements look at elements of their own, one requirement does not")
  func places() {
    let both = events(["detail.v.a": [.number(1)], "detail.v.b": [.number(2)]])
    let a = events(["detail.v.a": [.number(1)]])
    let b = events(["detail.v.b": [.number(2)]])
    #expect(both.contains(a.intersection(b)) == .no)
    #expect(a.intersection(b).contains(both) == .yes)
    let aAlone = events(["detail.v.a": [.number(1)], "detail.v.b": [.exists(false)]])
    #expect(aAlone.intersects(b) == .yes)
    #expect(aAlone.contains(aAlone) == .yes)
    // What stands beside the 1 must be there, and what stands beside the 2 must not.
    let other = events(["detail.v.a": [.number(2)], "detail.v.b": [.exists(false)]])
    let refused = events(["detail.v.a": [.number(1)], "detail.v.b": [.exists(false), .number(2)]])
    let split = a.intersection(other).subtracting(refused)
    #expect(split.isEmpty == .no)
    #expect(split.witness()?.contains(#"{"v":[{"a":1,"b":"#) == true)
  }

  @Test(arguments: [
    (ValueTest.prefix("ab"), ValueTest.prefix("abc"), Answer.no, Answer.yes),
    (.wildcard("a*"), .wildcard("a*b*"), .no, .yes),
    (.wildcard("*a*"), .wildcard("*b*"), .no, .no),
    (.above(3), .above(4), .no, .yes),
    (.atLeast(3), .above(3), .no, .yes),
    (.number(3), .atLeast(3), .yes, .no),
    (.equalsIgnoreCase("ab"), .equals("aB"), .no, .yes),
    (.anythingBut(.strings(["a"])), .prefix("b"), .no, .yes),
    (.anythingBut(.prefix(["a"])), .prefix("b"), .no, .yes),
    (.suffix("b"), .suffix("ab"), .no, .yes),
    (.prefix("a"), .suffix("a"), .no, .no),
    (.exists(true), .null, .no, .yes),
  ])
  func inside(a: ValueTest, b: ValueTest, aInB: Answer, bInA: Answer) {
    let setA = events(["detail.x": [a]])
    let setB = events(["detail.x": [b]])
    #expect(setA.contains(setB) == bInA)
    #expect(setB.contains(setA) == aInB)
  }

  @Test("a witness is a short readable event")
  func witness() {
    let set = events([
      "detail.weight": [.above(30)], "detail.kind": [.prefix("a")], "source": [.equals("parcels")],
    ])
    #expect(
      set.witness()
        == #"{"version":"0","id":"11111111-2222-3333-4444-555555555555","detail-type":"Example","#
        + #""source":"parcels","account":"123456789012","time":"2026-01-01T00:00:00Z","#
        + #""region":"us-east-1","resources":[],"detail":{"kind":"a","weight":31}}"#)
  }
}

@Suite("Witnesses")
struct WitnessTests {
  @Test(
    "show the field asked for in a text that reads well",
    arguments: [
      (#"{"time":[{"prefix":"2027-03"}]}"#, #""time":"2027-03-01T00:00:00Z""#),
      (#"{"account":[{"anything-but":"123456789012"}]}"#, #""account":"210987654321""#),
      (#"{"source":[{"prefix":"aws."}]}"#, #""source":"aws.""#),
      (#"{"detail":{"key":[{"wildcard":"in/*/photo*.jpg"}]}}"#, #"{"key":"in/x/photox.jpg"}"#),
      (#"{"detail":{"k":[{"exists":true}]}}"#, #"{"k":"example"}"#),
      (#"{"detail":{"k":[{"anything-but":["example"]}]}}"#, #"{"k":"sample"}"#),
      (#"{"detail":{"k":[{"numeric":[">",0.5,"<",0.75]}]}}"#, #"{"k":0.6}"#),
      (#"{"detail":{"k":["\u0001\"\\é"]}}"#, #"{"k":"\u0001\"\\é"}"#),
      (#"{"detail":{"a":["x"],"a.b":["y"]}}"#, #"{"a":["x",{"b":"y"}]}"#),
      (#"{"resources":["r"]}"#, #""resources":["r"]"#),
      (
        #"{"detail":{"n":[123456789012345678901234567891]}}"#,
        #"{"n":123456789012345678901234567891}"#
      ),
    ])
  func text(pattern: String, part: String) throws {
    let set = EventSet(try EventPattern(json: Array(pattern.utf8)))
    #expect(set.witness()?.contains(part) == true, "\(set.witness() ?? "none")")
  }

  @Test("have the shape: the most probable choice, formats, what is required and nothing else")
  func shaped() throws {
    let order = ObjectShape(properties: [
      .init("id", .string(StringShape(format: "uuid")), isRequired: true),
      .init("at", .string(StringShape(format: "date-time")), isRequired: true),
      .init("code", .string(StringShape(minLength: 2, maxLength: 2)), isRequired: true),
      .init("note", .string(StringShape()), isRequired: false),
      .init(
        "service",
        .choices([.init(.string("slow"), weight: 1), .init(.string("fast"), weight: 3)]),
        isRequired: true),
      .init(
        "lines",
        .array(
          of: .object(
            ObjectShape(properties: [
              .init("pieces", .number(NumberShape(isInteger: true)), isRequired: true)
            ]))), isRequired: true),
    ])
    let shape = ValueShape.object(
      ObjectShape(properties: [
        .init("source", .choices([.init(.string("shop"))]), isRequired: true),
        .init("detail", .object(order), isRequired: true),
      ]))
    let wanted = events(["detail.lines.pieces": [.above(7)]])
    let witness = EventSet(shape: shape).intersection(wanted).witness()
    let detail =
      #"{"id":"11111111-2222-3333-4444-555555555555","at":"2026-01-01T00:00:00Z","code":"xx","#
      + #""service":"fast","lines":[{"pieces":8}]}"#
    #expect(witness?.contains(#""source":"shop""#) == true)
    #expect(witness?.hasSuffix(#""detail":\#(detail)}"#) == true, "\(witness ?? "none")")
  }
}

@Suite("Sets that are out of the ordinary")
struct ExtremeSetTests {
  @Test("a path of thousands of keys is not decided, and does no harm")
  func deepPath() {
    let path = UTF8Text((0..<20_000).map { _ in "a" }.joined(separator: "."))
    let set = events([path: [.equals("x")]])
    #expect(set.isEmpty != .yes && set.isEmpty != .no)
    #expect(set.intersects(.everything) != .no)
    #expect(set.witness() == nil)
    #expect(set.intersection(events(["source": [.above(1)]])).isEmpty == .yes)
  }

  @Test("a shape nested without end in sight is not decided")
  func deepShape() {
    var shape = ValueShape.boolean
    for _ in 0..<500 {
      shape = .object(ObjectShape(properties: [.init("a", shape, isRequired: true)]))
    }
    let set = EventSet(shape: shape)
    #expect(set.isEmpty != .yes && set.isEmpty != .no)
    #expect(set.probability(under: shape) == 0...1)
  }

  @Test("hard questions end within their bound")
  func hard() {
    let wildcards = (0..<40).map { index in
      Wildcard(
        runs: ["", UTF8Text("a" + String(repeating: "b", count: index) + "a"), ""])
    }
    let none = events([
      "source": [
        .anythingBut(.wildcard(wildcards.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)))
      ]
    ])
    let all = wildcards.enumerated().filter { $0.offset % 2 == 1 }
      .map { events(["source": [.wildcard($0.element)]]) }
      .reduce(none) { $0.intersection($1) }
    let ends = events(["source": [.suffix("z")]]).union(
      events(["source": [.anythingBut(.suffix(["z"]))]]))
    if case .undecided = ends.contains(all) {} else { #expect(ends.contains(all) == .yes) }
  }

  @Test("thousands of alternatives are one set, and too many are none that is known")
  func many() {
    let sets = (0..<100).map { events(["source": [.equals(UTF8Text("s\($0)"))]]) }
    let union = sets.reduce(EventSet.nothing) { $0.union($1) }
    #expect(union.contains(sets[99]) == .yes)
    #expect(union.contains(.everything) == .no)
    #expect(EventSet.everything.subtracting(union).intersects(union) == .no)
    let kinds = (0..<100).map { events(["detail.k": [.equals(UTF8Text("k\($0)"))]]) }
      .reduce(EventSet.nothing) { $0.union($1) }
    let product = union.intersection(kinds)
    #expect(product.isEmpty != .yes && product.isEmpty != .no)
    #expect(product.witness() == nil)
  }

  @Test("documents without an envelope")
  func documents() throws {
    let body = EventSet(
      try EventPattern(json: Array(#"{"source":["a"],"v":{"x":[1]}}"#.utf8), dialect: .snsBody))
    let other = EventSet(
      try EventPattern(json: Array(#"{"source":["b"]}"#.utf8), dialect: .snsBody))
    #expect(body.intersects(other) == .yes)
    #expect(body.witness() == #"{"source":"a","v":{"x":1}}"#)
    #expect(body.intersection(other).intersects(.everything) == .no)
    #expect(EventSet.anyDocument.contains(body) == .yes)
    #expect(EventSet.anyDocument.contains(.everything) == .yes)
    #expect(EventSet.everything.contains(.anyDocument) == .yes, "asked about events")
    #expect(body.contains(events(["source": [.equals("a")], "v.x": [.number(1)]])) == .yes)
    #expect(events(["source": [.equals("a")]]).contains(body) == .yes)
    #expect(events(["source": [.equals("b")]]).contains(body) == .no)
  }

  @Test("numbers that no double holds equal only the same text")
  func inexactNumbers() {
    let long = events(["detail.n": [.number(PatternNumber(text: "9007199254740993", value: nil))]])
    let other = events(["detail.n": [.number(PatternNumber(text: "9007199254740995", value: nil))]])
    let rounded = events(["detail.n": [.number(9_007_199_254_740_992)]])
    let fraction = events(["detail.n": [.number(PatternNumber(text: "1e-400", value: nil))]])
    let notLong = events([
      "detail.n": [.anythingBut(.numbers([PatternNumber(text: "9007199254740993", value: nil)]))]
    ])
    #expect(long.contains(long) == .yes)
    #expect(other.contains(long) == .no)
    #expect(rounded.contains(long) == .no)
    #expect(notLong.contains(rounded) == .yes)
    #expect(notLong.contains(long) == .no)
    #expect(fraction.isEmpty == .yes)
    #expect(events(["detail.n": [.atLeast(0)]]).contains(long) == .no)
  }
}
