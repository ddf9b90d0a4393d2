import AccessPolicy
import Diagnostics
import RoutingGraph
import Topology

/// A loop that no `emits` declares and that a role would allow.
struct RoleLoop: Rule {
  static let id = "loop/role-loop"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A function's role lets it write to what calls the function."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.functions.filter { !$0.info.isExternal }.flatMap { function in
      check(function, in: context)
    }
  }

  private func check(_ function: Function, in context: CheckContext) -> [Diagnostic] {
    let graph = context.graph
    guard let id = function.role?.value.resource, id.kind == .role,
      let role = context.topology.roles[id.name], !role.info.isExternal,
      let node = graph.index(of: function.id)
    else { return [] }
    let declared = Set(function.emits.compactMap(\.to.value.resource))
    var told: Set<ResourceID> = []
    return graph.incoming[node].compactMap { index in
      let edge = graph.edges[index]
      guard edge.isEnabled, edge.kind != .deadLetter, let source = graph.nodes[edge.from].resource,
        !declared.contains(source), told.insert(source).inserted,
        let statement = role.policy.first(where: { $0.allowsWriting(to: source) })
      else { return nil }
      return Self.finding(
        "'\(id)' lets '\(function.id)' write to '\(source)', which calls it",
        at: statement.range, about: function.id,
        related: [.init(HopStory(edge, in: graph).sentence, at: edge.range)],
        help: context.topology.isPartial
          ? "take the permission away if the function sends nothing there, else see that it stops"
          : "take the permission away, or declare with `emits` what the function sends there")
    }
  }
}

extension PolicyStatement {
  /// Whether it names `resource` and an action that sends to it or writes it; `*` alone names nothing.
  fileprivate func allowsWriting(to resource: ResourceID) -> Bool {
    guard effect == .allow, !actions.isInverted, !resources.isInverted,
      let writes = writingActions[resource.kind]
    else { return false }
    let isAction = actions.patterns.contains { pattern in
      writes.contains { matchesGlob(pattern.value.lowercased(), $0) }
    }
    return isAction && resources.patterns.contains { names(resource, $0.value) }
  }

  private func names(_ resource: ResourceID, _ pattern: String) -> Bool {
    if ResourceID(reference: pattern) == resource { return true }
    guard let arn = ARN(pattern) else { return false }
    let tail = arn.resource.hasSuffix("/*") ? arn.resource.dropLast(2) : arn.resource
    return tail == resource.name || tail.hasSuffix("/" + resource.name)
  }
}

/// The actions, in lower case, by which something gets into a resource.
private let writingActions: [ResourceKind: [String]] = [
  .queue: ["sqs:sendmessage"], .topic: ["sns:publish"],
  .stream: ["kinesis:putrecord", "kinesis:putrecords"], .bucket: ["s3:putobject"],
  .table: [
    "dynamodb:putitem", "dynamodb:updateitem", "dynamodb:deleteitem", "dynamodb:batchwriteitem",
  ],
]

/// `*` for any run of characters, `?` for one.
private func matchesGlob(_ pattern: String, _ text: String) -> Bool {
  let (pattern, text) = (Array(pattern.utf8), Array(text.utf8))
  var (p, t) = (0, 0)
  var retry: (p: Int, t: Int)?
  while t < text.count {
    if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
      retry = (p, t)
      p += 1
    } else if p < pattern.count, pattern[p] == text[t] || pattern[p] == UInt8(ascii: "?") {
      p += 1
      t += 1
    } else if let last = retry {
      p = last.p + 1
      t = last.t + 1
      retry = (last.p, t)
    } else {
      return false
    }
  }
  return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
}
