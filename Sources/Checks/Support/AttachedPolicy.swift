import AccessPolicy
import Diagnostics
import Topology

/// A policy where it stands.
struct AttachedPolicy {
  enum Kind {
    /// On a queue, topic, bus, function and the like.
    case resource
    case key
    /// Who may assume a role.
    case trust
    /// What a role may do.
    case identity
  }

  var kind: Kind
  var owner: ResourceInfo
  var statements: [PolicyStatement]

  /// What `action` of a statement reads as, in messages: `sqs:SendMessage`, `all but sns:Publish`.
  static func text(_ matched: PolicyStatement.Matched) -> String {
    let names = matched.patterns.prefix(3).map(\.value).joined(separator: ", ")
    let more = matched.patterns.count > 3 ? ", …" : ""
    return (matched.isInverted ? "all but " : "") + names + more
  }
}

extension Topology {
  /// Every policy of what is declared here, in the order of kinds and then of declaration.
  var attachedPolicies: [AttachedPolicy] {
    func attached(_ kind: AttachedPolicy.Kind, _ info: ResourceInfo, _ policy: [PolicyStatement])
      -> AttachedPolicy
    {
      AttachedPolicy(kind: kind, owner: info, statements: policy)
    }
    var all = buses.map { attached(.resource, $0.info, $0.policy) }
    all += topics.map { attached(.resource, $0.info, $0.policy) }
    all += queues.map { attached(.resource, $0.info, $0.policy) }
    all += functions.map { attached(.resource, $0.info, $0.policy) }
    all += apis.map { attached(.resource, $0.info, $0.policy) }
    all += streams.map { attached(.resource, $0.info, $0.policy) }
    all += buckets.map { attached(.resource, $0.info, $0.policy) }
    all += tables.map { attached(.resource, $0.info, $0.policy) }
    all += logGroups.map { attached(.resource, $0.info, $0.policy) }
    all += keys.map { attached(.key, $0.info, $0.policy) }
    all += roles.map { attached(.trust, $0.info, $0.trust) }
    all += roles.map { attached(.identity, $0.info, $0.policy) }
    return all.filter { !$0.owner.isExternal && !$0.statements.isEmpty }
  }
}
