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
