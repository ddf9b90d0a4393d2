import AccessPolicy
import Diagnostics
import YAMLTree

extension StateMachine {
  static let record = Record<StateMachine>(resource: "a state machine") { record in
    record.field("role", \.role, .reference(.role), "The role that it runs as.")
    record.field("type", \.flavour, .words, "'standard' or 'express'; 'standard' if not said.")
    record.field(
      "definition", \.definition, .definition,
      "Amazon States Language: inline, as JSON text or the path of a file with it.",
      aka: ["definitionString", "definitionUri"])
    record.field(
      "transitions", \.transitions, .number(0, 1e9), "State transitions in a mean run.")
    record.field("duration", \.duration, .duration("s"), "The duration of a mean run.")
    record.field("memory", \.memory, .size("MiB"), "The memory of a mean express run.")
    record.field(
      "emits", \.emits, Form<Emission>.emission.list(), "What it sends on, for each run.")
    record.field(
      "validation", \.validatesInput, .boolean,
      "Whether what comes in is checked against its schema before it is processed.")
  }
}

extension API {
  static let record = Record<API>(resource: "an api") { record in
    record.field(
      "kind", \.flavour, .words, "'rest', 'http' or 'websocket'; 'http' if not said.",
      aka: ["protocolType"])
    record.field(
      "authorizer", \.authorizer, .authorizer,
      "Who may call: 'none', 'iam', 'jwt', 'cognito', 'apiKey' or 'function/…'.")
    record.field("routes", \.routes, Form<API.Route>.route.list(), "Its routes and what they call.")
    record.field(
      "emits", \.emits, Form<Emission>.emission.list(), "What it sends on, for each request.")
    record.field("policy", \.policy, .policy, "Who may call it: IAM's own grammar.")
    record.field(
      "validation", \.validatesInput, .boolean,
      "Whether a request is checked against its schema before it is processed.")
  }
}

extension Form<API.Route> {
  fileprivate static let route: Form = {
    let record = Record<API.Route>("a route") { record in
      record.field(
        "route", \.route, Form<String>.routeKey.located, "Method and path, or a route key.",
        aka: ["routeKey", "path"], required: true)
      record.field("to", \.to, .destination, "What is called.", aka: ["target"], required: true)
      record.field("event", \.event, .event, "The event that a request becomes.")
      record.field("role", \.role, .reference(.role), "The role that the call is made as.")
      record.field("authorizer", \.authorizer, .authorizer, "Who may call, if not as for the api.")
    }
    return record.form(named: "route") {
      API.Route(
        route: Located("", $0.range), to: .unread(at: $0.range), range: $0.range)
    }
  }()
}

extension Form<String> {
  fileprivate static let routeKey = string(
    "a route such as 'POST /pickups' or '$default'",
    .either([
      .sequence([
        .words(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY"]), " /",
        .repeated(.character(.visible), atLeast: 0, atMost: nil),
      ]),
      .sequence([
        .character(.init(ranges: ["$"..."$", "A"..."Z", "a"..."z", "_"..."_"])),
        .repeated(
          .character(.init(ranges: ["A"..."Z", "a"..."z", "0"..."9", "-"..."-", "_"..."_"])),
          atLeast: 0, atMost: nil),
      ]),
    ]), examples: ["POST /pickups", "$default"])
}

extension Form<Located<String>> {
  fileprivate static let authorizer: Form = {
    let words = ["none", "iam", "jwt", "cognito", "apiKey"]
    let function = Form<Reference>.reference(.function)
    return Form(.choice([.word(words), function.grammar])) { node, context in
      guard node.jsonType == .string else { return nil }
      if !words.contains(node.text), function.read(node, &context) == nil { return nil }
      return Located(node.text, node.range)
    }
  }()
}

extension Environment {
  static let record = Record<Environment>(resource: "an environment") { record in
    record.field(
      "class", \.environmentClass,
      Form<String>.word("micro", "small", "medium", "large", "xlarge", "2xlarge").located,
      "Its size.", aka: ["environmentClass"])
    record.add("workers", workers, "How many workers run, at least and at most.") {
      node, environment, _ in
      environment.minWorkers = node["min"]?.wholeNumber
      environment.maxWorkers = node["max"]?.wholeNumber
      return true
    }
    record.field(
      "role", \.role, .reference(.role), "The role that it runs as.", aka: ["executionRoleArn"])
    record.field("dags", \.dags, .dags, "The tasks that matter to events, and what starts them.")
  }

  private static let workers: Grammar = {
    var object = ObjectGrammar("a range of workers")
    object.add(
      .init(key: "min", grammar: .number(.integer(0, 10_000)), summary: "Workers that always run."))
    object.add(
      .init(key: "max", grammar: .number(.integer(0, 10_000)), summary: "Workers at peak."))
    return .object(object)
  }()
}

extension Form<[Environment.DAG]> {
  fileprivate static let dags: Form = {
    let record = Record<Environment.DAG>("a dag") { record in
      record.field(
        "schedule", \.schedule, .text, "When it runs: Airflow's own words or cron.")
      record.field(
        "triggers", \.triggers, Form<Reference>.origin.oneOrMany,
        "What starts it beside a schedule.")
      record.field("emits", \.emits, Form<Emission>.emission.list(), "What it sends, for each run.")
      record.allowNull()
    }
    let body = record.grammar
    var object = ObjectGrammar("a dag")
    object.others = .each(keys: .name, .definition(.init("dag") { body }))
    object.mayBeNull = true
    return Form(.object(object)) { node, context in
      node.entries.compactMap { key, value in
        var dag = Environment.DAG(
          name: Located(key.text, key.range), range: key.range.joined(value.range))
        return record.fill(&dag, from: value, &context) ? dag : nil
      }
    }
  }()
}
