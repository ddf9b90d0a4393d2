extension PatternProgram {
  /// The fields of each combination, if they pass what the service checks once the text is read;
  /// the checks are in its order.
  func checkedCombinations(in dialect: PatternDialect) throws(PatternFault) -> [[Int]] {
    try checkPolicy(dialect)
    let limit = dialect.combinationLimit
    if body.combinationCount(upTo: limit) > limit { throw fault(.tooManyCombinations) }
    let rules = combinations()
    try checkComplexity(of: rules)
    for rule in rules { try checkUse(of: rule) }
    return rules
  }

  /// The bounds that SNS adds.
  private func checkPolicy(_ dialect: PatternDialect) throws(PatternFault) {
    if let limit = dialect.keyLimit, topLevelKeys > limit {
      throw fault(.policy(.tooManyKeys(limit)))
    }
    if !dialect.allowsNesting, let nested = fields.first(where: { $0.depth > 1 }) {
      throw PatternFault(.policy(.nested), start: nested.start, end: nested.end)
    }
    if let limit = dialect.valueCombinationLimit,
      body.valueCombinations(of: fields, upTo: limit) > limit
    {
      throw fault(.policy(.tooManyCombinations))
    }
  }

  /// Only the combinations with a wildcard are weighed; they must first survive being put to use.
  private func checkComplexity(of rules: [[Int]]) throws(PatternFault) {
    let weighed = rules.filter { $0.contains { fields[$0].hasWildcard } }
    if weighed.isEmpty { return }
    for rule in weighed { try checkUse(of: rule) }
    var weighing = RuleWeighing(fields: fields)
    if weighing.isTooComplex(weighed) { throw fault(.tooComplex) }
  }

  /// Refuses what the service's compiler takes and its matcher then fails on.
  private func checkUse(of rule: [Int]) throws(PatternFault) {
    if rule.count > Self.fieldLimit { throw fault(.internalFailure(.tooManyFields)) }
    for field in rule {
      guard let failure = fields[field].failure else { continue }
      throw PatternFault(
        .internalFailure(failure), start: fields[field].start, end: fields[field].end)
    }
  }

  private func fault(_ problem: PatternFault.Problem) -> PatternFault {
    PatternFault(problem, start: start, end: end)
  }
}

extension PatternProgram.Field {
  fileprivate var hasWildcard: Bool {
    tests.contains { test in
      switch test {
      case .wildcard, .anythingBut(.wildcard): true
      default: false
      }
    }
  }
}
