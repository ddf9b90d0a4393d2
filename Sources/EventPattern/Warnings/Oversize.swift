import Diagnostics

extension EventPattern {
  /// `pattern/too-large`: over the service's limit, or over the part of it that needs no quota.
  func oversize() -> [Diagnostic] {
    guard byteCount > dialect.byteLimit else { return [] }
    let isHopeless = byteCount > dialect.maximumByteLimit
    let limit = isHopeless ? dialect.maximumByteLimit : dialect.byteLimit
    return [
      Diagnostic(
        "pattern/too-large", isHopeless ? .error : .warning,
        "the pattern has \(byteCount) bytes, \(dialect.service) takes \(limit)"
          + (isHopeless ? "" : " unless the quota is raised"),
        at: range, help: "use several rules, or 'prefix' and 'wildcard' in place of long lists")
    ]
  }
}
