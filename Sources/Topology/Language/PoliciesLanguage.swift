import AccessPolicy
import Diagnostics
import YAMLTree

extension Form<[PolicyStatement]> {
  /// An IAM policy as it is pasted: a list of statements, one alone, or a document. A reference may
  /// stand wherever IAM wants an ARN.
  static let policy = Form(.delegated(PolicyGrammar.definition)) { node, context in
    if node.isUnknown { return nil }
    let statements = context.collect { diagnostics in
      PolicyStatement.read(node, diagnostics: &diagnostics)
    }
    for statement in statements { context.checkReferences(of: statement) }
    return statements
  }
}

extension ReadingContext {
  fileprivate mutating func checkReferences(of statement: PolicyStatement) {
    for resource in statement.resources.patterns 
    where !resource.value.hasPrefix("arn:") && !resource.isSymbolic {
      if resource.value != "*" { checkPolicyResource(resource) }
    }
    for principal in statement.principals?.entries ?? [] where principal.kind == .aws {
      if !principal.value.isSymbolic, let id = ResourceID(reference: principal.value.value) {
        checkDeclared(id, at: principal.value.range)
      }
    }
  }

  /// A reference, or one with something behind it: `bucket/photos/*`, `table/parcels/index/*`,
  /// `logGroup/audit:*`.
  private mutating func checkPolicyResource(_ resource: Located<String>) {
    guard let id = ResourceID(reference: resource.value) else {
      report(
        "topology/bad-reference",
        "\(excerpt(resource.value)) is no ARN, no reference such as 'queue/express' and not '*'",
        at: resource.range)
      return
    }
    if names.declares(owner: id) { return }
    if Wildcards.hasWildcard(id.name) {
      checkGlob(resource.value, at: resource.range)
    } else {
      checkDeclared(id, at: resource.range)
    }
  }
}

extension NameIndex {
  /// Whether the name, or what stands before one of its slashes or colons, is declared.
  fileprivate func declares(owner id: ResourceID) -> Bool {
    var name = Substring(id.name)
    while true {
      if self[ResourceID(id.kind, String(name))] != nil { return true }
      guard let cut = name.lastIndex(where: { $0 == "/" || $0 == ":" }) else { return false }
      name = name[..<cut]
    }
  }
}

/// The structure of policies for the schema; the policy reader reports mistakes in IAM's words.
enum PolicyGrammar {
  static let definition = Grammar.Definition("policy") {
    .choice([
      .list(ListGrammar(element: .definition(statement), mayBeNull: true)), .definition(statement),
      .definition(document),
    ])
  }

  private static let document = Grammar.Definition("policyDocument") {
    var object = ObjectGrammar("a policy document")
    object.add(
      .init(
        key: "Version", grammar: .word(["2012-10-17", "2008-10-17"]),
        summary: "The version of IAM's policy language."))
    object.add(.init(key: "Id", grammar: text, summary: "A name for the policy."))
    object.add(
      .init(
        key: "Statement", grammar: .oneOrMany(.definition(statement)),
        summary: "One statement or a list of them.", isRequired: true))
    return .object(object)
  }

  private static let statement = Grammar.Definition("policyStatement") {
    var object = ObjectGrammar("a statement")
    for (key, grammar, summary) in statementFields {
      object.add(
        .init(key: key, grammar: grammar, summary: summary, isRequired: key == "Effect"))
    }
    object.exclusive = [
      ["Action", "NotAction"], ["Resource", "NotResource"], ["Principal", "NotPrincipal"],
    ]
    object.needed = [["Action", "NotAction"]]
    return .object(object)
  }

  private static let statementFields: [(String, Grammar, String)] = [
    ("Sid", text, "A name for the statement."),
    ("Effect", .word(["Allow", "Deny"]), "Whether the statement admits or refuses."),
    ("Principal", principal, "Who: '*', or kinds of principal with their names."),
    ("NotPrincipal", principal, "Everyone but these."),
    ("Action", texts, "What may be done, such as 'sqs:SendMessage'; '*' stands for anything."),
    ("NotAction", texts, "Everything but these actions."),
    ("Resource", texts, "On what: ARNs or references such as 'table/parcels'."),
    ("NotResource", texts, "On everything but these."),
    ("Condition", conditions, "Operators, and under them the keys that they test."),
  ]

  private static let text = Grammar.text(TextGrammar(expectation: "a text"))
  private static let texts = Grammar.choice([text, .list(of: text, atLeast: 1)])

  private static let principal: Grammar = {
    var object = ObjectGrammar("a principal")
    object.atLeast = 1
    let summaries = [
      ("AWS", "Accounts, roles and users: ARNs, account ids or references such as 'role/router'."),
      ("Service", "Services such as 'events.amazonaws.com'."),
      ("Federated", "Identity providers."), ("CanonicalUser", "S3's canonical user ids."),
    ]
    for (key, summary) in summaries {
      object.add(.init(key: key, grammar: texts, summary: summary))
    }
    return .choice([.word(["*"]), .object(object)])
  }()

  private static let conditions: Grammar = {
    let scalar = Grammar.choice([
      .text(TextGrammar(expectation: "a text", mayBeEmpty: true)), .number(NumberGrammar()),
      .boolean,
    ])
    var tests = ObjectGrammar("a condition's keys")
    tests.others = .each(keys: nil, .choice([scalar, .list(of: scalar)]))
    var object = ObjectGrammar("a condition")
    object.others = .each(keys: nil, .object(tests))
    return .object(object)
  }()
}
