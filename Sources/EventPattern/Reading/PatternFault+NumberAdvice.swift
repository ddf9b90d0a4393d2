extension PatternFault.NumericProblem {
  var advice: PatternAdvice {
    switch self {
    case .notAnArray:
      PatternAdvice(
        "'numeric' takes a list", "write for example {\"numeric\": [\">=\", 1, \"<\", 5]}")
    case .member:
      PatternAdvice(
        "'numeric' must begin with a comparison in quotes", "write for example [\">\", 0]")
    case .operator(let text):
      PatternAdvice("'\(text)' is not a comparison", "use '=', '<', '<=', '>' or '>='")
    case .value(let name): PatternAdvice("'\(name)' must be followed by a number without quotes")
    case .rangeValue:
      PatternAdvice(
        "a lower bound may be followed by '<' or '<=' in quotes only", "write [\">\", 0, \"<\", 5]")
    case .rangeOperator(let text):
      PatternAdvice(
        "'\(text)' cannot follow a lower bound", "write '<' or '<=' and the upper bound there")
    case .rangeTooLong:
      PatternAdvice("a numeric range ends after its upper bound", "write another object beside it")
    case .tooManyElements:
      PatternAdvice(
        "something follows where the operator must end",
        "in a numeric range the lower bound comes first; other alternatives need their own object")
    case .emptyInterval:
      PatternAdvice(
        "the lower bound must be less than the upper one", "write [\"=\", …] for a single number")
    case .inexact(let text):
      PatternAdvice(
        "'\(text)' is not exact as a double-precision number",
        "use at most 15 significant digits, or match it as a string if events carry one")
    }
  }
}

extension PatternFault.CIDRProblem {
  var advice: PatternAdvice {
    switch self {
    case .slash:
      PatternAdvice(
        "an address block must be an address, one '/' and a number", "write \"10.0.0.0/24\"")
    case .bitsNotInteger: PatternAdvice("what follows '/' must be a whole number")
    case .bitsNegative: PatternAdvice("what follows '/' must not be negative")
    case .tooManyBitsV4: tooManyBits(31, 4)
    case .tooManyBitsV6: tooManyBits(127, 6)
    case .nonstandard(let address):
      PatternAdvice(
        "'\(address)' is not an IP address",
        "an IPv4 address inside an IPv6 one must be written in hexadecimal")
    case .invalid(let address): PatternAdvice("'\(address)' is not a valid IP address")
    }
  }

  private func tooManyBits(_ most: Int, _ version: Int) -> PatternAdvice {
    PatternAdvice(
      "a block of IPv\(version) addresses has at most \(most) bits after '/'",
      "write a single address as a plain value, without '/'")
  }
}
