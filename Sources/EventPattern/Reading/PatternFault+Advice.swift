import Diagnostics

/// What is wrong in this tool's words, and what to write instead.
struct PatternAdvice {
  var summary: String
  var help: String?

  init(_ summary: String, _ help: String? = nil) {
    self.summary = summary
    self.help = help
  }
}

extension PatternFault {
  /// `text` is the offending part as JSON.
  func advice(_ text: String, in dialect: PatternDialect) -> PatternAdvice {
    switch problem {
    case .syntax:
      PatternAdvice(
        "the pattern is not JSON", "check quotes, commas and brackets around this place")
    case .notAnObject:
      PatternAdvice(
        "a pattern must be an object that names fields", "write for example {\"source\": [\"…\"]}")
    case .emptyObject:
      PatternAdvice("an object in a pattern must name a field", "name one in it, or leave it out")
    case .notAContainer(let name):
      PatternAdvice(
        "the values for '\(name)' must stand in a list", "write [\(text)] instead of \(text)")
    case .emptyArray:
      PatternAdvice(
        "an empty list of values can never match",
        "list a value; {\"exists\": false} asks for a missing field")
    case .nestedArray:
      PatternAdvice("a list of values cannot hold a list", "put its values into the outer list")
    case .or(let problem): problem.advice
    case .reservedName(let name):
      PatternAdvice(
        "no field inside '$or' may be called '\(name)'",
        "an operator belongs into the list of a field: {\"field\": [{\"\(name)\": …}]}")
    case .emptyMatcher:
      PatternAdvice(
        "an empty object among values names no operator",
        "name one, for example {\"prefix\": \"…\"}, or remove the object")
    case .secondKey:
      PatternAdvice(
        "an object among values can hold one operator only",
        "write an object for each operator; any of them will do for a match")
    case .unknownOperator(let name): Self.unknown(name, dialect)
    case .unsupportedOperator(let name):
      PatternAdvice("'\(name)' is not supported in \(dialect.place)", dialect.operatorList)
    case .notAString(let name):
      PatternAdvice(
        "'\(name.rawValue)' takes one string",
        "write {\"\(name.rawValue)\": \"…\"}, and another object for each further string")
    case .existsNotBoolean: PatternAdvice("'exists' takes true or false")
    case .wildcardStars:
      PatternAdvice("two '*' in a row in a wildcard", "one '*' stands for any text already")
    case .wildcardEscape:
      PatternAdvice(
        "'\\' in a wildcard may stand before '*' and '\\' only",
        "in JSON write \"\\\\\\\\\" for one backslash and \"\\\\*\" for a star")
    case .emptyNested(let outer):
      PatternAdvice("the object under '\(outer.rawValue)' names no operator")
    case .unsupportedNested(let outer, let name): Self.unsupported(name, in: outer, dialect)
    case .numeric(let problem): problem.advice
    case .anythingBut(let problem): problem.advice
    case .cidr(let problem): problem.advice
    case .tooManyCombinations:
      PatternAdvice(
        "the branches of '$or' multiply to over \(dialect.combinationLimit) combinations",
        "use several rules, or one list of values where branches differ in one field only")
    case .tooComplex:
      PatternAdvice(
        "the wildcards of one field are too complex together",
        "use 'prefix' or 'suffix' where a star is at an end only, fewer stars, or several rules")
    case .internalFailure(let failure): failure.advice
    case .policy(let problem): problem.advice
    }
  }

  private static func unknown(_ name: String, _ dialect: PatternDialect) -> PatternAdvice {
    let names = dialect.operators.map(\.rawValue)
    return PatternAdvice(
      "'\(name)' is not an operator", didYouMean(name, in: names) ?? dialect.operatorList)
  }

  private static func unsupported(
    _ name: String, in outer: PatternOperator, _ dialect: PatternDialect
  ) -> PatternAdvice {
    let allowed =
      outer == .anythingBut ? dialect.negatedOperators.map(\.rawValue) : ["equals-ignore-case"]
    let list = allowed.sorted().map { "'\($0)'" }.joined(separator: ", ")
    return PatternAdvice(
      "'\(name)' is not supported inside '\(outer.rawValue)' in \(dialect.place)",
      allowed.isEmpty ? "list the values themselves" : "only \(list) can stand there")
  }
}

extension PatternFault.OrProblem {
  fileprivate var advice: PatternAdvice {
    switch self {
    case .notAnArray:
      PatternAdvice("'$or' must be a list of objects", "write \"$or\": [{…}, {…}]")
    case .tooFew:
      PatternAdvice(
        "'$or' needs at least two objects", "add one, or move the fields of the only one outside")
    case .notAnObject:
      PatternAdvice(
        "'$or' can list objects only", "wrap each alternative in an object that names its field")
    }
  }
}

extension PatternFault.AnythingButProblem {
  fileprivate var advice: PatternAdvice {
    switch self {
    case .value:
      PatternAdvice(
        "'anything-but' takes strings or numbers",
        "write {\"exists\": true} for any value at all; null and booleans cannot be excluded")
    case .listMember: PatternAdvice("'anything-but' can list strings or numbers only")
    case .mixedList:
      PatternAdvice(
        "'anything-but' needs a list of strings only or of numbers only",
        "list one kind; a second 'anything-but' beside it would let everything through")
    case .emptyAffix:
      PatternAdvice(
        "an empty text under 'anything-but' would exclude every string", "write the text to exclude"
      )
    case .nestedMember(let name):
      PatternAdvice("'\(name.rawValue)' inside 'anything-but' takes strings only")
    }
  }
}

extension PatternFault.InternalFailure {
  fileprivate var advice: PatternAdvice {
    switch self {
    case .emptyList:
      PatternAdvice("an empty list inside 'anything-but' excludes nothing", "list what to exclude")
    case .pointInterval:
      PatternAdvice(
        "nothing lies beyond the largest number", "write [\"=\", …], or leave the bound out")
    case .tooManyFields:
      PatternAdvice(
        "a combination of '$or' branches has more than \(PatternProgram.fieldLimit) fields",
        "test fewer fields, or use several rules")
    case .namesTooLong:
      PatternAdvice(
        "the joined names of this pattern's fields come to more than 4 MiB",
        "use shorter names, or several rules")
    }
  }
}

extension PatternFault.PolicyProblem {
  fileprivate var advice: PatternAdvice {
    switch self {
    case .tooManyKeys(let limit):
      PatternAdvice("a filter policy can have at most \(limit) names at its top")
    case .nested:
      PatternAdvice(
        "a filter policy on message attributes cannot have nested fields",
        "set the scope to MessageBody to look into the message")
    case .tooManyCombinations:
      PatternAdvice(
        "the values of a filter policy multiply to more than 150 combinations",
        "each list counts its values times its depth; use fewer values or several subscriptions")
    }
  }
}

extension PatternDialect {
  /// Where a pattern of this dialect stands, for messages.
  fileprivate var place: String {
    switch name {
    case Self.snsBody.name, Self.snsAttributes.name: "SNS filter policies"
    case Self.pipes.name: "filters of pipes"
    case Self.eventSourceMapping.name: "filters of event source mappings"
    default: "event patterns"
    }
  }

  /// Who reads it.
  var service: String {
    switch name {
    case Self.snsBody.name, Self.snsAttributes.name: "SNS"
    case Self.eventSourceMapping.name: "Lambda"
    default: "EventBridge"
    }
  }

  fileprivate var operatorList: String {
    let names = operators.map(\.rawValue).sorted().map { "'\($0)'" }
    return "the operators are \(names.joined(separator: ", "))"
  }
}
