import Diagnostics

extension EventPattern {
  /// `pattern/contradiction`: a combination of fields that no event has.
  func contradictions(_ shape: ValueShape?) -> [Diagnostic] {
    guard alternatives.count <= Self.examined else { return [] }
    let possible = shape.map { dialect.hasEnvelope ? EventSet(shape: $0) : EventSet(document: $0) }
    let impossible = alternatives.filter { alternative in
      var single = self
      single.alternatives = [alternative]
      let set = EventSet(single)
      return (possible.map { set.intersection($0) } ?? set).isEmpty == .yes
    }
    guard let first = impossible.first else { return [] }
    let whose = shape == nil ? "" : " of the declared shape"
    let isAll = impossible.count == alternatives.count
    let paths = first.fields.map { "'\($0.path)'" }.joined(separator: ", ")
    var finding = Diagnostic(
      "pattern/contradiction", .warning,
      isAll
        ? "no event\(whose) can match this pattern"
        : "no event\(whose) can match one combination of '$or' branches, on \(paths)",
      at: isAll ? range : first.fields.last?.range ?? range,
      help: "the tests exclude each other; remove one or move it to another rule")
    finding.related = first.fields.prefix(5).map { .init("tests '\($0.path)'", at: $0.range) }
    return [finding]
  }

  /// `pattern/matches-everything`: the rule sees every event of its bus.
  func matchesEverything() -> [Diagnostic] {
    guard dialect.hasEnvelope, alternatives.count <= Self.examined,
      alternatives.contains(where: { $0.fields.count <= 3 }),
      EventSet(self).contains(.everything) == .yes
    else { return [] }
    return [
      Diagnostic(
        "pattern/matches-everything", .info, "the pattern matches every event", at: range,
        help: "name the sources that are meant, unless an archive or audit of everything is")
    ]
  }

  /// `pattern/absent-parent`: a field that must be absent although another is asked for inside it.
  func absentParents() -> [Diagnostic] {
    var seen: Set<SourceRange> = []
    return alternatives.flatMap { alternative in
      alternative.fields.compactMap { field -> Diagnostic? in
        guard field.tests.allSatisfy({ $0 == .exists(false) }),
          let inner = alternative.fields.first(where: { $0.isInside(field) }),
          seen.insert(field.range).inserted
        else { return nil }
        var finding = Diagnostic(
          "pattern/absent-parent", .warning,
          "'\(field.path)' is to be absent, yet '\(inner.path)' is tested inside it",
          at: field.range,
          help: "'exists: false' only asks for no value there; an object there passes it")
        finding.related = [.init("tests '\(inner.path)'", at: inner.range)]
        return finding
      }
    }
  }

  /// Combinations that are examined one by one; of more, none.
  private static var examined: Int { 32 }
}

extension FieldTest {
  fileprivate func isInside(_ outer: FieldTest) -> Bool {
    path.bytes.starts(with: outer.path.bytes + [UInt8(ascii: ".")])
      && !tests.allSatisfy { $0 == .exists(false) }
  }
}
