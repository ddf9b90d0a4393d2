import Testing

@testable import YAMLTree

@Suite("Plain scalars follow the YAML 1.2 core schema")
struct ScalarTests {
  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func null(text: String) {
    #expect(Scalar(plain: text) == .null)
  }

  @Test(arguments: [
    ("true", true), ("True", true), ("TRUE", true),
    ("false", false), ("False", false), ("FALSE", false),
  ])
  func boolean(text: String, value: Bool) {
    #expect(Scalar(plain: text) == .boolean(value))
  }

  @Test(arguments: [
    "0", "-0", "+12", "-7", "007", "012345678901", "123456789012345678901234567890",
    "0o17", "0x1F", "0xabcdef",
  ])
  func integer(text: String) {
    #expect(Scalar(plain: text) == .integer(text))
  }

  @Test(arguments: [
    "1.0", "300.0", "-1.5", "+.5", ".5", "5.", "1e400", "1E+3", "1.e3", "-2.5e-10", "0e0",
    ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN",
  ])
  func float(text: String) {
    #expect(Scalar(plain: text) == .float(text))
  }

  @Test(arguments: [
    "no", "NO", "yes", "on", "off", "y", "n", "tRUE", "nULL", "none", "nan", "inf",
    "1_000", "0x", "0o", "0o8", "0xg", "-0x1", "0b1", "1:30", "2024-01-01", "1.2.3", "e5", "1e",
    "1e+", ".", "+", "-", "..", ".e1", "-.nan", ".Infx", "1 2", "٣", "<<", "0xé",
  ])
  func string(text: String) {
    #expect(Scalar(plain: text) == .string(text))
  }

  @Test(arguments: [
    ("'1'", Scalar.string("1")), ("\"true\"", .string("true")), ("|-\n  1\n", .string("1")),
    ("!!str 1", .string("1")), ("!!int '1'", .integer("1")), ("!!null ''", .null),
    ("!!bool \"true\"", .boolean(true)), ("!Ref 1", .string("1")), ("! 1", .string("1")),
  ])
  func styleAndTagDecide(text: String, expected: Scalar) {
    #expect(Outcome(text).root?.scalar == expected)
  }

  @Test func readsValues() throws {
    let root = try #require(
      Outcome("[0x1F, 0o17, -12, +3, 99999999999999999999, true, 'x', ~, 1.50, []]").root)
    let nodes = root.elements
    #expect(nodes.map(\.integer) == [31, 15, -12, 3, nil, nil, nil, nil, nil, nil])
    #expect(nodes.map(\.boolean) == [nil, nil, nil, nil, nil, true, nil, nil, nil, nil])
    #expect(nodes.map(\.string) == [nil, nil, nil, nil, nil, nil, "x", nil, nil, nil])
    #expect(
      nodes.map(\.isNull) == [false, false, false, false, false, false, false, true, false, false])
    #expect(nodes[8].number == "1.50")
    #expect(nodes[9].scalar == nil)
  }
}
