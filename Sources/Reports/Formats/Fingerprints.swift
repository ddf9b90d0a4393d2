import Diagnostics

extension LintReport {
  /// One name per finding that survives moved lines and files: rule, resource, route and message; equal
  /// ones are told apart by their order.
  package var fingerprints: [String] {
    var seen: [UInt64: Int] = [:]
    return findings.map { finding in
      let edge = finding.edge.map { [$0.from, $0.rule ?? "", $0.to] } ?? []
      let parts = [finding.id, finding.resource ?? "", finding.message]
      let hash = Self.hash(parts + edge)
      let order = seen[hash, default: 0]
      seen[hash] = order + 1
      return hexadecimal(hash &+ UInt64(order) &* 0x9E37_79B9_7F4A_7C15, digits: 16)
    }
  }

  /// FNV-1a over the parts, a zero byte after each.
  private static func hash(_ parts: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = hash &* 0x100_0000_01B3
    }
    return hash
  }
}
