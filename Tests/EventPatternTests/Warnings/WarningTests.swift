import Diagnostics
import Testing

@testable import EventPattern

@Suite("What a careful reader says of valid patterns")
struct WarningTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var pattern: String
    var warnings: [String]
    var testDescription: String { pattern }

    init(_ pattern: String, _ warnings: String...) {
      self.pattern = pattern
      self.warnings = warnings
    }
  }

  static func warnings(
    _ pattern: String, _ dialect: PatternDialect = .eventBridge, shape: ValueShape? = nil
  ) throws -> [String] {
    let parsed = try #require(FilePattern(pattern).read(dialect).0)
    return parsed.warnings(shape: shape).map { "\($0.id): \($0.message)" }
  }

  static let plain = [
    Case("{source: [my.app], detail: {status: [done]}}"),
    Case(
      "{source: [my.app], detail-type: [{prefix: Order}], detail: {n: [{numeric: [\">\", 0]}]}}"),
    Case(
      "{source: [a], sources: [b]}",
      "pattern/unknown-field: an event has no field 'sources', so this can never match"),
    Case(
      "{source: [a], detailType: [b]}",
      "pattern/unknown-field: an event has no field 'detailType', so this can never match"),
    Case(
      "{source: [a], status.code: [b]}",
      "pattern/unknown-field: an event has no field 'status', so this can never match"),
    Case(
      "{detail-type: [a]}",
      "pattern/missing-source: the pattern does not test 'source', so events of any sender can match"
    ),
    Case(
      "{source: [a, b, a]}",
      "pattern/redundant-alternative: \"a\" is listed twice in 'source'"),
    Case(
      "{source: [abc, {prefix: a}]}",
      "pattern/redundant-alternative: \"abc\" is redundant beside {\"prefix\":\"a\"} in 'source'"),
    Case(
      "{source: [x], detail: {n: [1, 1.0]}}",
      "pattern/redundant-alternative: 1 is redundant beside 1.0 in 'detail.n'"),
    Case(
      "{source: [x], detail: {n: [5, {numeric: [\">\", 3]}]}}",
      "pattern/redundant-alternative: 5 is redundant beside {\"numeric\":[\">\",3]} in 'detail.n'"),
    Case(
      "{source: [x], detail: {v: [{wildcard: \"a*b\"}, {suffix: b}, {exists: false}]}}",
      "pattern/redundant-alternative: {\"wildcard\":\"a*b\"} is redundant beside {\"suffix\":\"b\"} in 'detail.v'"
    ),
    Case(
      "{source: [x], detail: {ip: [10.0.0.1, {cidr: 10.0.0.0/8}]}}",
      "pattern/redundant-alternative: \"10.0.0.1\" is redundant beside {\"cidr\":\"10.0.0.0/8\"} in 'detail.ip'"
    ),
    Case(
      "{source: [x], detail: {v: [{anything-but: a}, {anything-but: b}]}}",
      "pattern/accepts-any-value: the tests of 'detail.v' together accept every value"),
    Case(
      "{source: [x], detail: {v: [1.0000000000000001]}}",
      "pattern/never-matches: 1.0000000000000001 is not exact as a double-precision number, so no event can match it"
    ),
    Case("{source: [x], detail: {v: [9007199254740993]}}"),
    Case(
      "{source: [x], detail: {v: [{equals-ignore-case: a😀}]}}",
      "pattern/ignore-case: comparing without case, the service takes '😀' for two question marks"),
    Case(
      "{source: [x], detail: {a: [{exists: false}], a.b: [1]}}",
      "pattern/absent-parent: 'detail.a' is to be absent, yet 'detail.a.b' is tested inside it"),
    Case(
      "{source: [{prefix: \"\"}]}",
      "pattern/matches-everything: the pattern matches every event"),
    Case(
      "{source: [x], source.y: [1]}",
      "pattern/contradiction: no event can match this pattern"),
  ]

  @Test(arguments: plain) func ofPatternsAlone(_ wanted: Case) throws {
    #expect(try Self.warnings(wanted.pattern) == wanted.warnings)
  }

  static let shape = ValueShape.object(
    ObjectShape(properties: [
      .init("source", .choices([.init(.string("shop"))]), isRequired: true),
      .init(
        "detail",
        .object(
          ObjectShape(
            properties: [
              .init("weight", .number(NumberShape()), isRequired: true),
              .init("express", .boolean, isRequired: false),
              .init("id", .string(StringShape()), isRequired: true),
              .init(
                "service",
                .choices([.init(.string("standard")), .init(.string("express"))]),
                isRequired: true),
              .init("tags", .array(of: .string(StringShape())), isRequired: false),
              .init("a.b", .number(NumberShape()), isRequired: false),
              .init(
                "customer",
                .object(
                  ObjectShape(properties: [.init("name", .string(StringShape()), isRequired: true)])
                ),
                isRequired: true),
            ], isOpen: true)), isRequired: true),
    ]))

  static let shaped = [
    Case("{source: [shop], detail: {weight: [30], service: [express], tags: [x], free: [1]}}"),
    Case(
      "{source: [shop], detail: {weight: [\"30\"]}}",
      "pattern/type-mismatch: \"30\" can never match 'detail.weight', which is declared a number"),
    Case(
      "{source: [shop], detail: {express: [\"true\", true]}}",
      "pattern/type-mismatch: \"true\" can never match 'detail.express', which is declared true or false"
    ),
    Case(
      "{source: [shop], detail: {id: [42, {prefix: a}]}}",
      "pattern/type-mismatch: 42 can never match 'detail.id', which is declared a string"),
    Case(
      "{source: [shop], detail: {a.b: [\"1\", 1]}}",
      "pattern/type-mismatch: \"1\" can never match 'detail.a.b', which is declared a number"),
    Case(
      "{source: [shop], detail: {service: [expres, standard]}}",
      "pattern/undeclared-value: \"expres\" matches none of the values declared for 'detail.service'"
    ),
    Case(
      "{source: [shop], detail: {customer: [{exists: true}, {exists: false}]}}",
      "pattern/exists-on-object: 'detail.customer' is an object, so this test always passes"),
  ]

  @Test(arguments: shaped) func ofPatternsOnADeclaredShape(_ wanted: Case) throws {
    #expect(try Self.warnings(wanted.pattern, shape: Self.shape) == wanted.warnings)
  }

  @Test func aCombinationThatTheShapeExcludes() throws {
    let found = try Self.warnings(
      "{source: [shop], detail: {weight: [1], weight.x: [2]}}", shape: Self.shape)
    #expect(
      found == ["pattern/contradiction: no event of the declared shape can match this pattern"])
  }

  static let records = [
    Case("{body: {status: [done]}, messageAttributes: {a: {stringValue: [b]}}}"),
    Case(
      "{Body: [a]}",
      "pattern/unknown-field: a record of this source has no field 'Body', so this can never match"),
  ]

  @Test(arguments: records) func ofFiltersOnQueues(_ wanted: Case) throws {
    let found = try Self.warnings(wanted.pattern, .eventSourceMapping(from: .sqs))
    #expect(found == wanted.warnings)
  }

  static let streams = [
    Case("{eventName: [INSERT], dynamodb: {NewImage: {status: {S: [done]}}}}"),
    Case(
      "{dynamodb: {NewImage: {status: [done]}}}",
      "pattern/record-type: values in a stream record stand under the name of their type, not at 'dynamodb.NewImage.status'"
    ),
    Case(
      "{dynamodb: {NewImage: {n: {N: [{numeric: [\">\", 1]}]}}}}",
      "pattern/record-type: numbers in a stream record are strings, so this can never match 'dynamodb.NewImage.n.N'"
    ),
  ]

  @Test(arguments: streams) func ofFiltersOnStreams(_ wanted: Case) throws {
    let found = try Self.warnings(wanted.pattern, .eventSourceMapping(from: .dynamoDB))
    #expect(found == wanted.warnings)
  }

  @Test func ofSize() throws {
    func pattern(_ values: Int) -> String {
      let list = (0..<values).map { "v\(1000 + $0)" }.joined(separator: ", ")
      return "{source: [x], detail: {id: [\(list)]}}"
    }
    #expect(
      try Self.warnings(pattern(300)) == [
        "pattern/too-large: the pattern has 2434 bytes, EventBridge takes 2048 unless the quota is raised"
      ])
    #expect(
      try Self.warnings(pattern(600)) == [
        "pattern/too-large: the pattern has 4834 bytes, EventBridge takes 4096"
      ])
  }
}
