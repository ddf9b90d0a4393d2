import Diagnostics
import Topology
import YAMLTree

/// CloudWatch Logs.
enum LogGroupHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::Logs::LogGroup": group, "AWS::Logs::SubscriptionFilter": filter,
    "AWS::Logs::ResourcePolicy": policy, "AWS::Logs::Destination": destination,
  ]

  @Sendable private static func group(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "retention", lowering.duration(resource["RetentionInDays"], "d"))
    lowering.set(id, "encryption", lowering.encryption(resource["KmsKeyId"]))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    for statement in lowering.statements(resource["ResourcePolicyDocument"]) {
      lowering.native.append(id, "policy", statement)
    }
  }

  @Sendable private static func filter(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let group = lowering.owner(resource["LogGroupName"], .logGroup),
      let to = lowering.reference(
        lowering.function(resource["DestinationArn"]), .function, .stream, .deliveryStream)
    else { return }
    var subscription = YAMLDraft.mapping(at: resource.range)
    subscription.set("to", to)
    subscription.set("filterPattern", optional: lowering.label(resource["FilterPattern"]))
    subscription.set("role", optional: lowering.reference(resource["RoleArn"], .role))
    lowering.native.append(group, "subscriptions", subscription)
  }

  /// Where log groups of other accounts may send to: it passes on to one stream.
  @Sendable private static func destination(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard let target = resource["TargetArn"] else { return }
    lowering.emissions(
      of: resource, kind: "awsService", to: [(nil, target, [.stream, .deliveryStream])])
  }

  /// A policy of the region's log groups: each gets the statements that speak of it.
  @Sendable private static func policy(_ resource: SourceResource, _ lowering: inout Lowering) {
    let statements = lowering.statements(resource["PolicyDocument"])
    let groups = lowering.resources.filter { $0.type == "AWS::Logs::LogGroup" }
    for statement in statements {
      let spoken = texts(statement["Resource"])
      for group in groups {
        guard let id = lowering.id(of: group) else { continue }
        let name = lowering.system.physicalName(group.key)
        let isUnknown = statement.tag == YAMLNode.unknownTag
        if isUnknown || spoken.contains(where: { speaks($0, of: id, named: name) }) {
          lowering.native.append(id, "policy", statement)
        }
      }
    }
  }

  private static func texts(_ draft: YAMLDraft?) -> [String] {
    guard let draft else { return [] }
    if let text = draft.scalarText { return [text] }
    guard case .sequence(let elements) = draft.content else { return [] }
    return elements.compactMap(\.scalarText)
  }

  /// Whether the resource of a statement may be the log group: all that stands before the first part
  /// that is open must agree with its name.
  private static func speaks(_ text: String, of id: ResourceID, named name: String) -> Bool {
    if text == "*" || text == id.description || text.hasPrefix(id.description + ":") { return true }
    guard let place = text.firstRange(of: "log-group:") else {
      return text.hasPrefix("arn:") && text.hasSuffix("*") && text.contains(":logs:")
    }
    let rest = text[place.upperBound...]
    let fixed = String(rest.prefix { $0 != "*" && $0 != "$" && $0 != ":" })
    let known = String(name.prefix { $0 != "$" })
    let isOpen =
      fixed.count < rest.count && rest[rest.index(rest.startIndex, offsetBy: fixed.count)] != ":"
    if !isOpen { return fixed == name }
    return known.hasPrefix(fixed) || (known.count < name.count && fixed.hasPrefix(known))
  }
}
