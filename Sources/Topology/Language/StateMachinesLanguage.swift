import Diagnostics
import YAMLTree

extension Form<StateMachineDefinition> {
  /// Amazon States Language, inline, as JSON text or the path of a file.
  static let definition: Form = {
    let path = Form<String>.string(
      "the path of a file with Amazon States Language, or its JSON as a text")
    return Form(.choice([path.grammar, .definition(StatesLanguage.definition)])) { node, context in
      if node.isUnknown { return nil }
      guard node.kind == .scalar else { return context.stateMachine(node) }
      if node.text.first(where: { !$0.isWhitespace }) == "{" {
        return context.stateMachine(textOf: node)
      }
      guard path.read(node, &context) != nil,
        let root = context.file(
          namedAt: node, .definition(StatesLanguage.definition), as: "definition")
      else { return nil }
      return context.stateMachine(root)
    }
  }()
}

extension ReadingContext {
  /// A definition that was pasted as JSON text; its findings point into the text.
  fileprivate mutating func stateMachine(textOf node: YAMLNode) -> StateMachineDefinition? {
    let tree = collect { YAMLTree.read(textOf: node, diagnostics: &$0) }
    guard let root = tree?.documents.first else { return nil }
    checkStructure(of: root, .definition(StatesLanguage.definition), as: "the definition")
    return stateMachine(root)
  }
}

/// Amazon States Language as far as its structure goes; keys that it may gain are let stand.
enum StatesLanguage {
  static let definition = Grammar.Definition("stateMachineDefinition") {
    var object = ObjectGrammar("a state machine's definition")
    object.others = .allowed
    object.add(
      .init(key: "StartAt", grammar: text, summary: "The first state.", isRequired: true))
    object.add(.init(key: "States", grammar: states, summary: "The states.", isRequired: true))
    object.add(.init(key: "Comment", grammar: text, summary: "What it does, in words."))
    object.add(.init(key: "QueryLanguage", grammar: languages, summary: "How data is selected."))
    object.add(.init(key: "TimeoutSeconds", grammar: seconds, summary: "When a run is cut off."))
    object.add(.init(key: "Version", grammar: text, summary: "The language's version."))
    object.add(
      .init(key: "ProcessorConfig", grammar: .anything, summary: "How an iteration is run."))
    return .object(object)
  }

  static let types = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"]

  private static let text = Grammar.text(TextGrammar(expectation: "a text", mayBeEmpty: true))
  private static let name = Grammar.text(TextGrammar(expectation: "the name of a state"))
  private static let languages = Grammar.word(["JSONPath", "JSONata"])
  private static let seconds = Grammar.choice([.number(.integer()), text])
  private static let errors = Grammar.list(of: text, atLeast: 1)

  private static let states: Grammar = {
    var object = ObjectGrammar("states")
    object.others = .each(keys: nil, .definition(state))
    object.atLeast = 1
    return .object(object)
  }()

  private static let state = Grammar.Definition("state") {
    var object = ObjectGrammar("a state")
    object.others = .allowed
    object.add(.init(key: "Type", grammar: .word(types), summary: "Its kind.", isRequired: true))
    for (key, grammar, summary) in stateFields {
      object.add(.init(key: key, grammar: grammar, summary: summary))
    }
    for key in passedOver {
      object.add(.init(key: key, grammar: .anything, summary: "Data of a run; passed over."))
    }
    object.exclusive = [["Next", "End"]]
    return .object(object)
  }

  /// Keys that say which data a run handles, and so nothing of where it goes.
  private static let passedOver = [
    "InputPath", "OutputPath", "ResultPath", "ResultSelector", "Result", "Output", "Assign",
    "Credentials", "Items", "ItemsPath", "ItemSelector", "ItemReader", "ItemBatcher",
    "SecondsPath", "Timestamp", "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath",
    "MaxConcurrencyPath", "ToleratedFailureCount", "ToleratedFailureCountPath",
    "ToleratedFailurePercentage", "ToleratedFailurePercentagePath", "Label", "Error", "ErrorPath",
    "Cause", "CausePath",
  ]

  private static let stateFields: [(String, Grammar, String)] = [
    ("Comment", text, "What it does, in words."),
    ("QueryLanguage", languages, "How data is selected."),
    ("Resource", text, "A function ('function/…' or ARN) or a service integration."),
    ("Next", name, "The state that follows."),
    ("End", .boolean, "Whether the run, branch or iteration ends here."),
    ("Retry", .list(of: .definition(retry)), "How errors are tried again."),
    ("Catch", .list(of: .definition(catcher)), "Where errors lead."),
    ("Parameters", .anything, "What is passed to the resource (JSONPath)."),
    ("Arguments", .anything, "What is passed to the resource (JSONata)."),
    ("Choices", .list(of: .definition(choice), atLeast: 1), "Where each condition leads."),
    ("Default", name, "Where it leads when no condition holds."),
    (
      "Branches", .list(of: .definition(definition), atLeast: 1), "State machines run side by side."
    ),
    ("Iterator", .definition(definition), "The state machine run for each item."),
    ("ItemProcessor", .definition(definition), "The state machine run for each item."),
    ("TimeoutSeconds", seconds, "When the task is cut off."),
    ("HeartbeatSeconds", seconds, "How long the task may stay silent."),
    ("MaxConcurrency", seconds, "Iterations at once, at most."),
    ("ResultWriter", .anything, "Where a map writes its results."),
    ("Seconds", seconds, "How long it waits."),
  ]

  private static let retry = Grammar.Definition("stateRetry") {
    var object = ObjectGrammar("a retrier")
    object.others = .allowed
    object.add(
      .init(
        key: "ErrorEquals", grammar: errors, summary: "Errors: 'States.ALL' …", isRequired: true))
    for (key, grammar, summary) in [
      ("IntervalSeconds", Grammar.number(.integer(1, 99_999_999)), "Before the first try."),
      ("MaxAttempts", .number(.integer(0, 99_999_999)), "How often; 3 times if not said."),
      (
        "BackoffRate", .number(NumberGrammar(minimum: 1, maximum: 1e6)),
        "What the interval grows by."
      ),
      ("MaxDelaySeconds", .number(.integer(1, 31_622_400)), "The longest interval."),
      ("JitterStrategy", .word(["FULL", "NONE"]), "Whether intervals are spread at random."),
      ("Comment", text, "What it is for, in words."),
    ] {
      object.add(.init(key: key, grammar: grammar, summary: summary))
    }
    return .object(object)
  }

  private static let catcher = Grammar.Definition("stateCatch") {
    var object = ObjectGrammar("a catcher")
    object.others = .allowed
    object.add(
      .init(
        key: "ErrorEquals", grammar: errors, summary: "Errors: 'States.ALL' …", isRequired: true))
    object.add(
      .init(key: "Next", grammar: name, summary: "The state that follows.", isRequired: true))
    return .object(object)
  }

  private static let choice = Grammar.Definition("stateChoice") {
    var object = ObjectGrammar("a choice")
    object.others = .allowed
    object.add(
      .init(key: "Next", grammar: name, summary: "The state that follows.", isRequired: true))
    return .object(object)
  }
}
