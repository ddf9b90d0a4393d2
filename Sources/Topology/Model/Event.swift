package import Diagnostics
package import EventPattern

/// An entry of the catalogue: what events of one name look like.
package struct EventDeclaration: Sendable {
  package var name: Located<String>
  package var source: Located<String>?
  package var detailType: Located<String>?
  /// The shape of `detail`; `.any` where none is declared.
  package var detail: ValueShape
  package var size: SizeRange?
  package var summary: String?
  package var owner: String?
  package var version: String?
  package var range: SourceRange

  package init(
    name: Located<String>, source: Located<String>?, detailType: Located<String>?,
    detail: ValueShape, size: SizeRange?, range: SourceRange
  ) {
    self.name = name
    self.source = source
    self.detailType = detailType
    self.detail = detail
    self.size = size
    self.range = range
  }

  /// The shape of the whole envelope, `source` and `detail-type` included.
  package var envelope: ValueShape {
    func constant(_ text: Located<String>?) -> ValueShape {
      text.map { .choices([.init(.string(UTF8Text($0.value)))]) } ?? .string(StringShape())
    }
    return .object(
      ObjectShape(properties: [
        .init("source", constant(source), isRequired: true),
        .init("detail-type", constant(detailType), isRequired: true),
        .init("detail", detail, isRequired: true),
      ]))
  }
}

/// Something that a producer, function, state machine, API or DAG sends on.
package struct Emission: Sendable {
  /// The catalogue's name; nil where the target takes no catalogued event (a table, a bucket).
  package var event: Located<String>?
  package var to: Reference
  package var volume: Volume
  /// Peak over mean, 1 where not declared.
  package var peak: Double = 1
  /// The state, route or DAG that sends it, where declared.
  package var step: Located<String>?
  /// Set where the destination needs it (`queue/x.fifo`).
  package var messageGroupId: Located<String>?
  package var range: SourceRange

  package init(event: Located<String>?, to: Reference, volume: Volume, range: SourceRange) {
    self.event = event
    self.to = to
    self.volume = volume
    self.range = range
  }

  package enum Volume: Hashable, Sendable {
    /// From outside: so many in so long.
    case rate(RateRange)
    /// So many out for each invocation, run or request.
    case ratio(Double)
    case undeclared
  }
}
