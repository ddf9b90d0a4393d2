import Diagnostics
import Topology

extension Lowering {
  /// Reports `Ref` and `GetAtt` of things that no file declares.
  mutating func checkReferences() {
    let ids = Dictionary(grouping: resources, by: \.key.stack).mapValues { $0.map(\.key.id) }
    for (range, key) in system.references.sorted(by: { $0.key < $1.key }) {
      // What a condition leaves out is declared all the same.
      guard resource(key) == nil, system.nested[key] == nil, system.raw[key] == nil, !isHashed(key)
      else { continue }
      report(
        "unknown-reference", .error, "the template has no resource or parameter '\(key.id)'",
        at: range, help: didYouMean(key.id, in: ids[key.stack] ?? []))
    }
  }

  /// Whether it is a version, deployment or layer of SAM's, whose ids end in a hash.
  private func isHashed(_ key: ResourceKey) -> Bool {
    let hash = key.id.suffix(10)
    guard hash.count == 10, hash.allSatisfy({ $0.isHexDigit && !$0.isUppercase }),
      let whole = resource(ResourceKey(key.stack, String(key.id.dropLast(10))))
    else { return false }
    return whole.isGenerated || whole.type == "AWS::Lambda::LayerVersion"
  }
}
