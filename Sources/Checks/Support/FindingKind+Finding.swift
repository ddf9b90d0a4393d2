import Diagnostics
import Topology

extension FindingKind {
  /// A finding of this kind, with its usual severity unless told.
  static func finding(
    _ message: String, _ severity: Severity? = nil, at range: SourceRange,
    about resource: ResourceID? = nil, edge: Diagnostic.Edge? = nil,
    related: [Diagnostic.Related] = [], help: String? = nil
  ) -> Diagnostic {
    var finding = Diagnostic(id, severity ?? Self.severity, message, at: range, help: help)
    finding.resource = resource?.description ?? edge?.from
    finding.edge = edge
    finding.related = related
    return finding
  }
}
