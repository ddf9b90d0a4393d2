import Diagnostics
import YAMLTree

extension TerraformPlan {
  /// The document that a `data "aws_iam_policy_document"` comes to, from its blocks: its `json` is
  /// known only once the plan is carried out.
  func policyDocument(of instance: TerraformInstance, at range: SourceRange) -> Value {
    let whole = Value.unknown(unknownName("\(instance.address).json"), at: range)
    return system.once("document \(instance.address)") {
      policyDocument(TerraformBlock(self, instance), whole, at: range)
    } ?? whole
  }

  private func policyDocument(
    _ block: TerraformBlock, _ whole: Value, at range: SourceRange
  ) -> Value {
    guard block.expressions != nil else { return whole }
    var statements: [Value] = []
    for key in ["source_policy_documents", "override_policy_documents"] {
      guard let documents = block.list(key) else { continue }
      for document in documents.elements.map(known.document) {
        guard document.isMapping else { return whole }
        statements += document["Statement"]?.elements ?? []
      }
    }
    let own = block.blocks("statement")
    // Statements that a 'dynamic' block makes are told by nobody before they are read.
    if own.isEmpty, statements.isEmpty { return whole }
    statements += own.map { statement(of: $0) }
    return .mapping(
      [("Version", .text("2012-10-17", at: range)), ("Statement", .list(statements, at: range))],
      at: range)
  }

  private func statement(of block: TerraformBlock) -> Value {
    .mapping(
      [
        ("Sid", block["sid"]),
        ("Effect", block["effect"] ?? .text("Allow", at: block.range)),
        ("Action", block.list("actions")), ("NotAction", block.list("not_actions")),
        ("Resource", resources(block.list("resources"))),
        ("NotResource", block.list("not_resources")),
        ("Principal", principals(block.blocks("principals"))),
        ("NotPrincipal", principals(block.blocks("not_principals"))),
        ("Condition", conditions(block.blocks("condition"))),
      ], at: block.range)
  }

  /// A plan does not tell `"${aws_s3_bucket.b.arn}/*"` from `aws_s3_bucket.b.arn`, so of what has
  /// parts some may be meant beside the whole.
  private func resources(_ list: Value?) -> Value? {
    guard let list, list.isSequence else { return list }
    var elements: [Value] = []
    for element in list.elements {
      elements.append(element)
      if case .reference(let key, _) = element.content, Self.hasParts(key) {
        elements.append(.unknown(unknownName("\(key.id).part"), at: element.range))
      }
    }
    return .list(elements, at: list.range)
  }

  private static func hasParts(_ key: ResourceKey) -> Bool {
    guard let type = TerraformPath(key.id).parted.rest.first?.name else { return true }
    return [
      "aws_s3_bucket", "aws_dynamodb_table", "aws_cloudwatch_log_group", "aws_lambda_function",
      "aws_api_gateway_rest_api", "aws_apigatewayv2_api",
    ].contains(type)
  }

  private func principals(_ blocks: [TerraformBlock]) -> Value? {
    guard let first = blocks.first else { return nil }
    if blocks.contains(where: { $0.text("type") == "*" }) { return .text("*", at: first.range) }
    var byKind: [(String, [Value])] = []
    for block in blocks {
      let kind = block.text("type") ?? "AWS"
      let names = block.list("identifiers")?.elements ?? []
      if let position = byKind.firstIndex(where: { $0.0 == kind }) {
        byKind[position].1 += names
      } else {
        byKind.append((kind, names))
      }
    }
    let members: [(String, Value?)] = byKind.map { ($0.0, .list($0.1, at: first.range)) }
    return .mapping(members, at: first.range)
  }

  private func conditions(_ blocks: [TerraformBlock]) -> Value? {
    guard let first = blocks.first else { return nil }
    var tests: [(String, [(String, Value?)])] = []
    for block in blocks {
      guard let test = block.text("test"), let variable = block.text("variable") else { continue }
      let values = block.texts("values")
      if let position = tests.firstIndex(where: { $0.0 == test }) {
        tests[position].1.append((variable, values))
      } else {
        tests.append((test, [(variable, values)]))
      }
    }
    let members: [(String, Value?)] = tests.map { ($0.0, .mapping($0.1, at: first.range)) }
    return .mapping(members, at: first.range)
  }
}
