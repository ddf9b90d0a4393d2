extension Problem {
  /// Whether some excluded part follows, requirement by requirement, from what is required: then
  /// the values that a requirement picks are a choice for the part's, wherever they stand.
  func isPlainlyEmpty(_ work: inout Work) -> Bool {
    for part in root.excluded where part.excluded.isEmpty && !part.isVague {
      guard term.shape.implies(part.shape) else { continue }
      let isImplied = part.required.allSatisfy { wanted in
        root.required.contains { implies($0, wanted, &work) }
      }
      if isImplied { return true }
    }
    return false
  }

  private func implies(_ given: [Condition], _ wanted: [Condition], _ work: inout Work) -> Bool {
    wanted.allSatisfy { condition in
      given.contains { $0.path == condition.path && implies($0, condition, &work) }
    }
  }

  private func implies(_ given: Condition, _ wanted: Condition, _ work: inout Work) -> Bool {
    if given.admitsAbsence {
      // What is absent in the elements picked before must be absent in those that `wanted` picks.
      guard wanted.admitsAbsence,
        given.earlierPeers.isEmpty || given.earlierPeers == wanted.earlierPeers
      else { return false }
    }
    if given.values == wanted.values { return true }
    let domain = facts[given.path].domain
    let search = ValueSearch(required: [given.values] + domain, forbidden: [wanted.values])
    if case .none = search.run(&work) { return true }
    return false
  }
}
