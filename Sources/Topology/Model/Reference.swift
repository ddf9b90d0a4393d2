package import Diagnostics

/// Every kind of declared thing; the raw value is the word in references (`queue/express`).
package enum ResourceKind: String, CaseIterable, Comparable, Sendable {
  case producer, bus, topic, queue, function, stateMachine, api, stream, deliveryStream, bucket,
    table, cluster, broker, environment, pipe, schedule, destination, logGroup, alarm, key, role

  /// The top-level key that declares this kind.
  package var plural: String {
    switch self {
    case .bus: "buses"
    case .queue, .function, .api, .topic, .stream, .bucket, .table, .cluster, .broker, .pipe, .key,
      .role, .producer, .stateMachine, .deliveryStream, .environment, .schedule, .destination,
      .logGroup, .alarm:
      rawValue + "s"
    }
  }

  package static func < (a: ResourceKind, b: ResourceKind) -> Bool { a.rawValue < b.rawValue }
}

/// `kind/name`: how a declared thing is named everywhere, in files and in output.
package struct ResourceID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var kind: ResourceKind
  package var name: String

  package init(_ kind: ResourceKind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// Reads `kind/name`; nil for anything else.
  package init?(reference text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = ResourceKind(rawValue: String(parts[0])), !parts[1].isEmpty
    else { return nil }
    self.init(kind, String(parts[1]))
  }

  package var description: String { "\(kind.rawValue)/\(name)" }

  package static func < (a: ResourceID, b: ResourceID) -> Bool {
    (a.kind, a.name) < (b.kind, b.name)
  }
}

/// What a reference in a file points to, after resolution.
package enum ReferenceTarget: Hashable, Sendable {
  /// Declared in the topology, or `bus/default`.
  case resource(ResourceID)
  /// A full ARN of something outside the topology.
  case arn(String)
  /// An HTTP(S) endpoint, an e-mail address or a telephone number (SNS subscriptions).
  case endpoint(String)
  /// Known to exist but not to be told from the files (an import, a parameter without a default).
  /// `name` is what the files call it, where they do.
  case unknown(reason: String, name: String = "")

  /// How it is printed and named as a node: `queue/express`, the ARN, the endpoint, `unknown`.
  package var label: String {
    switch self {
    case .resource(let id): id.description
    case .arn(let text), .endpoint(let text): text
    case .unknown(_, let name): name.isEmpty ? "unknown" : Self.unknownPrefix + name
    }
  }

  package static let unknownPrefix = "unknown/"

  package var resource: ResourceID? {
    if case .resource(let id) = self { id } else { nil }
  }
}

package typealias Reference = Located<ReferenceTarget>
