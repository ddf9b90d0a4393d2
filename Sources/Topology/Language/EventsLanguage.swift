import Diagnostics
import EventPattern
import YAMLTree

extension EventDeclaration {
  static let record = Record<EventDeclaration>("an event") { record in
    record.field("description", \.summary, .text, "What has happened when it is sent, in words.")
    record.field("owner", \.owner, .text, "Who answers for it: a team or a person.")
    record.field("version", \.version, .scalarText, "The version of its shape.")
    record.field(
      "source", \.source, .text, "The envelope's 'source', such as 'logistics.pickup'.")
    record.field(
      "detailType", \.detailType, .text, "The envelope's 'detail-type'.",
      aka: ["detail-type"])
    record.field(
      "detail", \.detail, .inlineSchema, "The shape of 'detail' as JSON Schema.")
    record.field(
      "schema", \.detail, .schemaFile, "A file with the shape of 'detail' as JSON Schema.")
    record.field(
      "size", \.size, .sizeRange, "The payload's mean size, or {min, mean, max}.")
    record.exclusive("detail", "schema")
    record.allowNull()
  }

  init(name: YAMLNode, range: SourceRange) {
    self.init(
      name: Located(name.text, name.range), source: nil, detailType: nil, detail: .any, size: nil,
      range: range)
  }
}

extension Form<SizeRange> {
  static let sizeRange: Form = {
    let size = Form<ByteSize>.size("B")
    let single = size.map { SizeRange(min: $0, mean: $0, max: $0) }
    var object = ObjectGrammar("a range of sizes")
    for (key, summary) in [
      ("min", "The smallest payload."), ("mean", "The mean payload."),
      ("max", "The largest payload."),
    ] {
      object.add(
        .init(key: key, grammar: size.grammar, summary: summary, isRequired: key == "mean"))
    }
    let range = Form(.object(object)) { node, context in
      guard let mean = node["mean"].flatMap({ size.read($0, &context) }) else { return nil }
      let least = node["min"].flatMap { size.read($0, &context) } ?? mean
      let most = node["max"].flatMap { size.read($0, &context) } ?? mean
      context.checkAscending([("min", least), ("mean", mean), ("max", most)], at: node)
      return SizeRange(min: least, mean: mean, max: most)
    }
    return single.or(range).named("sizeRange")
  }()
}

extension Form<RateRange> {
  static let rateRange: Form = {
    let rate = Form<Rate>.rate("/s")
    let single = rate.map { RateRange(low: $0, expected: $0, high: $0) }
    var object = ObjectGrammar("a range of rates")
    for (key, summary) in [
      ("low", "On a quiet day."), ("expected", "As a rule."), ("high", "On a busy day."),
    ] {
      object.add(
        .init(key: key, grammar: rate.grammar, summary: summary, isRequired: key == "expected"))
    }
    let range = Form(.object(object)) { node, context in
      guard let expected = node["expected"].flatMap({ rate.read($0, &context) }) else { return nil }
      let low = node["low"].flatMap { rate.read($0, &context) } ?? expected
      let high = node["high"].flatMap { rate.read($0, &context) } ?? expected
      context.checkAscending(
        [("low", low.perSecond), ("expected", expected.perSecond), ("high", high.perSecond)],
        at: node)
      return RateRange(low: low, expected: expected, high: high)
    }
    return single.or(range).named("rateRange")
  }()
}

extension ReadingContext {
  fileprivate mutating func checkAscending<Value: Comparable>(
    _ values: [(key: String, value: Value)], at node: YAMLNode
  ) {
    for (smaller, larger) in zip(values, values.dropFirst()) where smaller.value > larger.value {
      report(
        "topology/out-of-order", "'\(smaller.key)' must not be above '\(larger.key)'",
        at: node[smaller.key]?.range ?? node[larger.key]?.range ?? node.range)
    }
  }
}

extension Form<Emission> {
  static let emission: Form = {
    let record = Record<Emission>("an emission") { record in
      record.field("event", \.event, .event, "The event of the catalogue that is sent.")
      record.field(
        "to", \.to, .destination, "Where it is sent: 'bus/…', 'topic/…', 'queue/…', 'table/…'.",
        required: true)
      record.add(
        "rate", Form<RateRange>.rateRange.grammar, "How many: '120/s', or {low, expected, high}."
      ) { node, emission, context in
        guard let rate = Form<RateRange>.rateRange.read(node, &context) else { return false }
        emission.volume = .rate(rate)
        return true
      }
      record.add(
        "ratio", Form<Double>.number(0, 1e9).grammar,
        "How many for each invocation, run or request."
      ) { node, emission, context in
        guard let ratio = Form<Double>.number(0, 1e9).read(node, &context) else { return false }
        emission.volume = .ratio(ratio)
        return true
      }
      record.field("peak", \.peak, .factor, "The peak over the mean, such as '4x'.")
      record.field("step", \.step, .text, "The state, route or task that sends it.")
      record.field(
        "messageGroupId", \.messageGroupId, .text,
        "The message group where it is sent to a FIFO queue or topic.")
      record.exclusive("rate", "ratio")
    }
    return record.form(named: "emission") {
      Emission(event: nil, to: .unread(at: $0.range), volume: .undeclared, range: $0.range)
    }
  }()
}
