import Diagnostics
import Testing

@testable import YAMLTree

@Suite("A node can be written as minified JSON")
struct JSONTextTests {
  private func json(_ text: String) -> String? {
    var diagnostics: [Diagnostic] = []
    guard let written = Outcome(text).root?.json(diagnostics: &diagnostics) else {
      return diagnostics.first?.message
    }
    return String(decoding: written.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (
      "source: [a, b]\ndetail: {x: [{numeric: [\"<\", 30]}]}\n",
      "{\"source\":[\"a\",\"b\"],\"detail\":{\"x\":[{\"numeric\":[\"<\",30]}]}}"
    ),
    ("[~, true, False, no, '1', text]", "[null,true,false,\"no\",\"1\",\"text\"]"),
    (
      "[300.0, 1e400, -0, 1.50, 123456789012345678901]",
      "[300.0,1e400,-0,1.50,123456789012345678901]"
    ),
    (
      "[+1, .5, -.5, 5., 007, -007, 00, 1.e5, 0x1F, 0o17, 0xFFFFFFFFFFFFFFFF]",
      "[1,0.5,-0.5,5.0,7,-7,0,1.0e5,31,15,18446744073709551615]"
    ),
    ("{1: a, true: b, ~: c, '': d}", "{\"1\":\"a\",\"true\":\"b\",\"~\":\"c\",\"\":\"d\"}"),
    ("\"q\\\"b\\\\n\\n\\r\\t\\x01é😀\"", "\"q\\\"b\\\\n\\n\\r\\t\\u0001é😀\""),
    ("a: &x {k: 1}\nb: {<<: *x, l: *x}\n", "{\"a\":{\"k\":1},\"b\":{\"l\":{\"k\":1},\"k\":1}}"),
    ("[[], {}, !Ref x]", "[[],{},\"x\"]"),
    ("a:\n", "{\"a\":null}"),
    ("[.inf]", "'.inf' has no JSON form"), ("[-.INF]", "'-.INF' has no JSON form"),
    ("[.nan]", "'.nan' has no JSON form"),
    ("[0x10000000000000000]", "'0x10000000000000000' has no JSON form"),
  ])
  func asMinifiedText(text: String, expected: String) {
    #expect(json(text) == expected)
  }

  @Test func andReadsBackTheSame() throws {
    let text = "a: [1, 'x y', {b: ~}]\n\"c\\n\": |\n  d\n"
    let written = try #require(json(text))
    #expect(json(written) == written)
    #expect(Outcome(written).tree?.isJSON == true)
  }

  @Test func everyByteHasAPlace() throws {
    let outcome = Outcome("source: [shop]\ndetail:\n  state: [\"on\", 0x10]\n")
    var diagnostics: [Diagnostic] = []
    let written = try #require(outcome.root?.json(diagnostics: &diagnostics))
    let bytes = "{\"source\":[\"shop\"],\"detail\":{\"state\":[\"on\",16]}}"
    #expect(String(decoding: written.bytes, as: UTF8.self) == bytes)
    func source(of part: String) throws -> String {
      let part = Array(part.utf8)
      let starts = written.bytes.indices.filter { written.bytes[$0...].starts(with: part) }
      return outcome.source(written.range(at: try #require(starts.first)))
    }
    #expect(try source(of: "\"source\"") == "source")
    #expect(try source(of: "source\"") == "source")
    #expect(try source(of: "[\"shop\"") == "[shop]")
    #expect(try source(of: "\"shop\"") == "shop")
    #expect(try source(of: "],\"detail") == "[shop]")
    #expect(try source(of: "16") == "0x10")
    #expect(try source(of: "\"on\"") == "\"on\"")
    #expect(try source(of: "{\"state") == "state: [\"on\", 0x10]")
    #expect(outcome.source(written.range(at: bytes.utf8.count)).hasPrefix("source"))
  }
}
