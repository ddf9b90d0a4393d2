import YAMLTree

/// A function of templates, in its short form (`!Sub`) or its long one (`Fn::Sub:`).
enum Intrinsic: String {
  case ref = "Ref"
  case getAttribute = "Fn::GetAtt"
  case substitute = "Fn::Sub"
  case join = "Fn::Join"
  case select = "Fn::Select"
  case split = "Fn::Split"
  case `if` = "Fn::If"
  case findInMap = "Fn::FindInMap"
  case importValue = "Fn::ImportValue"
  case base64 = "Fn::Base64"
  case toJSONString = "Fn::ToJsonString"
  case transform = "Fn::Transform"
  case cidr = "Fn::Cidr"
  case zones = "Fn::GetAZs"
  case length = "Fn::Length"
  case embed = "Fn::Rain::Embed"
  case equals = "Fn::Equals"
  case and = "Fn::And"
  case or = "Fn::Or"
  case not = "Fn::Not"
  case condition = "Condition"

  /// `!GetAtt` and the like.
  init?(tag: String) {
    guard tag.hasPrefix("!") else { return nil }
    let name = String(tag.dropFirst())
    guard let known = Intrinsic(rawValue: name) ?? Intrinsic(rawValue: "Fn::" + name) else {
      return nil
    }
    self = known
  }

  /// The function that a node calls, and what it is called with.
  static func call(_ node: YAMLNode) -> (function: Intrinsic, argument: Argument)? {
    if let tag = node.tag, let function = Intrinsic(tag: tag) {
      return (function, Argument(node: node, isTagged: true))
    }
    guard node.kind == .mapping, node.count == 1, let entry = node.entries.first,
      let function = Intrinsic(rawValue: entry.key.text), function != .condition
    else { return nil }
    return (function, Argument(node: entry.value, isTagged: false))
  }

  /// What a function is called with.
  struct Argument {
    var node: YAMLNode
    /// The node carries the function's own tag, which must not be taken for a second call.
    var isTagged: Bool

    var elements: [YAMLNode] { node.elements }
  }
}
