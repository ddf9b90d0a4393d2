import Diagnostics

extension PolicyStatement.Matched {
  /// Whether the patterns reach an action or a resource; `Not…` turns the answer round.
  func reaches(_ text: String, ignoringCase: Bool) -> Bool {
    let fits = patterns.contains {
      Wildcards.matches($0.value, text, ignoringCase: ignoringCase)
    }
    return fits != isInverted
  }
}

extension PolicyStatement {
  /// Whether the statement speaks of an action such as `sqs:SendMessage`; IAM takes its case as it
  /// comes.
  package func speaks(ofAction action: String) -> Bool {
    actions.reaches(action, ignoringCase: true)
  }

  /// Whether the statement speaks of a resource, named by its ARN or as the file names it. A
  /// statement without resources (a trust policy) speaks of the one that it is attached to.
  package func speaks(ofResource name: String) -> Bool {
    (resources.patterns.isEmpty && !resources.isInverted)
      || resources.reaches(name, ignoringCase: false)
  }

  /// Whether anyone at all is among the principals, conditions aside.
  package var namesEveryone: Bool {
    guard let principals else { return false }
    return principals.isInverted || principals.entries.contains(where: \.isEveryone)
  }

  /// Lets anyone at all in: an `Allow` for everyone that no condition narrows.
  package var isPublic: Bool {
    effect == .allow && namesEveryone && !conditions.contains(where: \.restrictsCaller)
  }
}

extension PolicyStatement.Principal {
  /// `"*"`, `{AWS: "*"}`, or an ARN with a wildcard where the account stands.
  package var isEveryone: Bool {
    switch kind {
    case .anyone: true
    case .aws: value.value == "*" || ARN(value.value)?.isAnyAccount == true
    case .service, .federated, .canonicalUser: value.value == "*"
    }
  }
}
