extension PatternFault {
  /// The reason in the service's own words, without the sentence that it opens with; empty where it
  /// answers with an internal failure and no text.
  var reason: String {
    switch problem {
    case .syntax(let message): message
    case .notAnObject: "Filter is not an object"
    case .emptyObject: "Empty objects are not allowed"
    case .notAContainer(let name): "\"\(name)\" must be an object or an array"
    case .emptyArray: "Empty arrays are not allowed"
    case .nestedArray: "Match value must be String, number, true, false, or null"
    case .or(let problem): problem.reason
    case .reservedName(let name):
      "\(name) is Ruler reserved fieldName which cannot be used inside $or."
    case .emptyMatcher: "Match expression name not found"
    case .secondKey: "Only one key allowed in match expression"
    case .unknownOperator(let name), .unsupportedOperator(let name):
      "Unrecognized match type \(name)"
    case .notAString(let name): "\(name.calledInMessages) match pattern must be a string"
    case .existsNotBoolean: "exists match pattern must be either true or false."
    case .wildcardStars(let position): "Consecutive wildcard characters at pos \(position)"
    case .wildcardEscape(let position): "Invalid escape character at pos \(position)"
    case .emptyNested(let outer): "\(outer.capitalized) expression name not found"
    case .unsupportedNested(let outer, let name): "Unsupported \(outer.rawValue) pattern: \(name)"
    case .numeric(let problem): problem.reason
    case .anythingBut(let problem): problem.reason
    case .cidr(let problem): problem.reason
    case .tooManyCombinations: "Or operator is producing over 1000 rule combinations"
    case .tooComplex:
      "Rule is too complex - try using fewer wildcard characters or fewer repeating character "
        + "sequences after a wildcard character"
    case .internalFailure: ""
    case .policy(let problem): problem.reason
    }
  }
}

extension PatternOperator {
  /// The service calls `exactly` "exact", and says "prefix" of a CIDR block.
  fileprivate var calledInMessages: String {
    switch self {
    case .exactly: "exact"
    case .cidr: "prefix"
    default: rawValue
    }
  }

  fileprivate var capitalized: String {
    switch self {
    case .prefix: "Prefix"
    case .suffix: "Suffix"
    default: "Anything-But"
    }
  }
}

extension PatternFault.OrProblem {
  fileprivate var reason: String {
    switch self {
    case .notAnArray: "It must be an Array followed with $or."
    case .tooFew: "There must have at least 2 Objects in $or relationship."
    case .notAnObject: "Only JSON object is allowed in array of $or relationship."
    }
  }
}

extension PatternFault.NumericProblem {
  fileprivate var reason: String {
    switch self {
    case .notAnArray: "Value of numeric must be an array."
    case .member(let text): "Invalid member in numeric match: \(text)"
    case .operator(let text): "Unrecognized numeric range operator: \(text)"
    case .value(let name): "Value of \(name == "=" ? "equals" : name) must be numeric"
    case .rangeValue(let text): "Bad value in numeric range: \(text)"
    case .rangeOperator(let text): "Bad numeric range operator: \(text)"
    case .rangeTooLong: "Too many terms in numeric range expression"
    case .tooManyElements: "Too many elements in numeric expression"
    case .emptyInterval: "Bottom must be less than top"
    case .inexact(let text): "Cannot compare number : \(text)"
    }
  }
}

extension PatternFault.AnythingButProblem {
  fileprivate var reason: String {
    switch self {
    case .value: "Value of anything-but must be an array or single string/number value."
    case .listMember: "Inside anything but list, start|null|boolean is not supported."
    case .mixedList:
      "Inside anything but list, either all values are number or string, "
        + "mixed type is not supported"
    case .emptyAffix: "Null prefix/suffix not allowed"
    case .nestedMember(.equalsIgnoreCase):
      "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported."
    case .nestedMember(.wildcard): "wildcard match pattern must be a string"
    case .nestedMember: "prefix/suffix match pattern must be a string"
    }
  }
}

extension PatternFault.CIDRProblem {
  fileprivate var reason: String {
    switch self {
    case .slash: "Malformed CIDR, one '/' required"
    case .bitsNotInteger: "Malformed CIDR, mask bits must be an integer"
    case .bitsNegative: "Malformed CIDR, mask bits must not be negative"
    case .tooManyBitsV4: "IPv4 mask bits must be < 32"
    case .tooManyBitsV6: "IPv6 mask bits must be < 128"
    case .nonstandard(let address): "Nonstandard IP address: \(address)"
    case .invalid(let address): "Invalid IP address: \(address)"
    }
  }
}

extension PatternFault.PolicyProblem {
  fileprivate var reason: String {
    switch self {
    case .tooManyKeys(let limit): "Filter policy can not have more than \(limit) keys"
    case .nested: "Filter policy scope MessageAttributes does not support nested filter policy"
    case .tooManyCombinations: "Filter policy is too complex"
    }
  }
}
