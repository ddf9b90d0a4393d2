import AccessPolicy
import Diagnostics
import Topology

struct PublicAccess: Rule {
  static let id = "access/public"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A policy lets anybody in the world in."

  func check(_ context: CheckContext) -> [Diagnostic] {
    // An API is made for the world; who may call it is the matter of its authorizer.
    context.topology.attachedPolicies.filter { $0.kind != .identity && $0.owner.id.kind != .api }
      .flatMap { policy -> [Diagnostic] in
        if policy.statements.contains(where: shutsOut) { return [] }
        return policy.statements.filter { $0.isPublic && !asksForURL($0) }
          .map { finding($0, policy) }
      }
  }

  private func finding(_ statement: PolicyStatement, _ policy: AttachedPolicy) -> Diagnostic {
    let (id, actions) = (policy.owner.id, AttachedPolicy.text(statement.actions))
    let isInverted = statement.principals?.isInverted ?? false
    let who = isInverted ? "anybody but those in 'NotPrincipal'" : "anybody"
    var finding = Self.finding(
      "\(who) may use '\(id)' (\(actions)), for no condition narrows the statement",
      severity(statement, id), at: statement.principals?.range ?? statement.range, about: id,
      related: [.init("'\(id)' is declared here", at: policy.owner.nameRange)],
      help: "name the principal, or add `Condition: {StringEquals: {aws:SourceAccount:"
        + " \"\(policy.owner.account?.value ?? "ACCOUNT")\"}}`")
    finding.witness = Self.request(statement, id)
    return finding
  }

  /// Lets in only who is let in by the function's URL already, of which another statement speaks.
  private func asksForURL(_ statement: PolicyStatement) -> Bool {
    statement.conditions.contains { condition in
      condition.key.value.lowercased() == "lambda:invokedviafunctionurl"
        && condition.values.allSatisfy { $0.value.lowercased() == "true" }
    }
  }

  /// A `Deny` for everyone who is not who they should be makes up for what the others let in.
  private func shutsOut(_ statement: PolicyStatement) -> Bool {
    guard statement.effect == .deny, statement.namesEveryone else { return false }
    return statement.conditions.contains { condition in
      let test = ConditionOperator(condition.operator.value)
      guard test.name.contains("not") else { return false }
      let asked = test.name.hasPrefix("arn") ? "ArnLike" : "StringLike"
      return PolicyStatement.Condition(
        operator: Located(asked, condition.operator.range), key: condition.key,
        values: condition.values
      ).restrictsCaller
    }
  }

  /// A web site's files, or a function's URL, may be meant for everybody.
  private func severity(_ statement: PolicyStatement, _ id: ResourceID) -> Severity {
    let actions = statement.actions.patterns.map { $0.value.lowercased() }
    let isReading = actions.allSatisfy { $0.hasPrefix("s3:get") || $0.hasPrefix("s3:list") }
    if statement.actions.isInverted { return Self.severity }
    if id.kind == .bucket, isReading { return .warning }
    let isURL = actions.allSatisfy { $0 == "lambda:invokefunctionurl" }
    return id.kind == .function && isURL ? .warning : Self.severity
  }

  /// A request by a stranger that the statement admits.
  private static func request(_ statement: PolicyStatement, _ id: ResourceID) -> String? {
    let stated = statement.actions.patterns.first { !Wildcards.hasWildcard($0.value) }?.value
    let action = statement.actions.isInverted ? nil : stated
    guard let action = action ?? typical[id.kind], statement.speaks(ofAction: action) else {
      return nil
    }
    return
      #"{"principal":"arn:aws:iam::999999999999:root","action":"\#(action)","resource":"\#(id)"}"#
  }

  private static let typical: [ResourceKind: String] = [
    .queue: "sqs:SendMessage", .topic: "sns:Publish", .bus: "events:PutEvents",
    .function: "lambda:InvokeFunction", .bucket: "s3:GetObject", .key: "kms:Decrypt",
    .stream: "kinesis:PutRecord", .table: "dynamodb:GetItem", .logGroup: "logs:PutLogEvents",
    .role: "sts:AssumeRole",
  ]
}
