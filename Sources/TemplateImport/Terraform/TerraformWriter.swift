import Diagnostics
import YAMLTree

/// Puts a plan's resources together: what Terraform has as resources of their own is often part of
/// another in CloudFormation.
struct TerraformWriter {
  let plan: TerraformPlan
  private(set) var resources: [SourceResource] = []
  private var positions: [ResourceKey: Int] = [:]
  private var byName: [String: Int] = [:]
  private var methods: [String: Int] = [:]
  /// What has a policy of its own resource.
  private var withPolicy: Set<ResourceKey> = []

  init(_ plan: TerraformPlan) { self.plan = plan }

  mutating func add(
    _ key: ResourceKey, _ type: String, _ properties: Value, _ instance: TerraformInstance
  ) {
    positions[key] = resources.count
    let name = "\(type) \(plan.system.physicalName(key))"
    if byName[name] == nil { byName[name] = resources.count }
    if type == "AWS::ApiGateway::Method" {
      let own = signature(
        properties["RestApiId"], properties["ResourceId"], properties["HttpMethod"])
      methods[own] = resources.count
    }
    for owner in (properties["Queues"] ?? properties["Topics"])?.elements ?? [] {
      if case .reference(let key, _) = owner.content { withPolicy.insert(key) }
    }
    resources.append(
      SourceResource(key, type, properties, nameRange: instance.range, range: instance.range))
  }

  /// A resource that Terraform has no counterpart for.
  mutating func make(
    _ type: String, _ suffix: String, _ properties: Value, _ instance: TerraformInstance
  ) {
    let key = ResourceKey(instance.key.stack, "\(instance.address)#\(suffix)")
    plan.system.declare(
      key, type, called: "\(plan.system.nativeName(instance.key)).\(suffix)")
    add(key, type, properties, instance)
    resources[resources.count - 1].isGenerated = true
  }

  /// The method of an API for a path and a verb.
  func method(_ api: Value?, _ path: Value?, _ verb: Value?) -> Int? {
    methods[signature(api, path, verb)]
  }

  private func signature(_ values: Value?...) -> String {
    values.map { $0.flatMap { plan.system.text($0, in: 0) } ?? "?" }.joined(separator: " ")
  }

  /// The resource that an attribute names, by reference or by its name.
  func owner(_ value: Value?, _ types: String...) -> Int? {
    guard let value else { return nil }
    if case .reference(let key, _) = value.content {
      return positions[key].flatMap { types.contains(resources[$0].type) ? $0 : nil }
    }
    guard let text = value.knownText else { return nil }
    let name = text.split { $0 == ":" || $0 == "/" }.last.map(String.init) ?? text
    return types.lazy.compactMap { byName["\($0) \(text)"] ?? byName["\($0) \(name)"] }.first
  }

  mutating func set(_ position: Int, _ key: String, _ value: Value?) {
    guard let value else { return }
    var entries = resources[position].properties.entries.filter { $0.key != key }
    entries.append(.init(key, at: value.range, value))
    let range = resources[position].properties.range
    resources[position].properties = Value(.mapping(entries), at: range)
  }

  /// Adds to a list.
  mutating func append(_ position: Int, _ key: String, _ value: Value) {
    let old = resources[position][key]
    set(position, key, .list((old?.elements ?? []) + [value], at: old?.range ?? value.range))
  }

  /// Tells of something that belongs to what the plan does not hold.
  func noteLoose(_ instance: TerraformInstance) {
    plan.system.note(
      unread: instance.address, 0, at: instance.range,
      help: "what it belongs to is not in this plan, so what it adds is taken to be unknown")
  }

  /// The policy that a queue or topic holds itself, where no resource of its own says it again.
  mutating func addInlinePolicy(_ block: TerraformBlock, _ instance: TerraformInstance) {
    let owners = [
      "aws_sqs_queue": ("AWS::SQS::QueuePolicy", "Queues"),
      "aws_sns_topic": ("AWS::SNS::TopicPolicy", "Topics"),
    ]
    guard let (type, key) = owners[instance.type],
      block.expressions?["policy"] != nil
        || block.expressions == nil, let policy = block.document("policy")
    else { return }
    if block.expressions == nil, withPolicy.contains(instance.key) { return }
    let owner = Value(.reference(instance.key, attribute: "Arn"), at: policy.range)
    make(
      type, "policy",
      .mapping(
        [(key, .list([owner], at: policy.range)), ("PolicyDocument", policy)], at: policy.range),
      instance)
  }
}
