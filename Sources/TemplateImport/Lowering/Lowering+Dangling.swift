import Diagnostics
import Topology

extension Lowering {
  /// Reports `Ref` and `GetAtt` of things that no file declares.
  mutating func checkReferences() {
    let ids = Dictionary(grouping: resources, by: \.key.stack).mapValues { $0.map(\.key.id) }
    for (range, key) in system.references.sorted(by: { $0.key < $1.key }) {
      guard resource(key) == nil, system.nested[key] == nil else { continue }
      report(
        "unknown-reference", .error, "the template has no resource or parameter '\(key.id)'",
        at: range, help: didYouMean(key.id, in: ids[key.stack] ?? []))
    }
  }
}
