/// What is wrong with a pattern and where, before a dialect puts it in its service's words.
struct PatternFault: Error {
  var problem: Problem
  /// Bytes of the JSON text.
  var start: Int
  var end: Int

  init(_ problem: Problem, start: Int, end: Int) {
    self.problem = problem
    self.start = start
    self.end = end
  }

  enum Problem {
    case syntax(String)
    case notAnObject
    case emptyObject
    case notAContainer(name: String)
    case emptyArray
    case nestedArray
    case or(OrProblem)
    case reservedName(String)

    case emptyMatcher
    case secondKey
    case unknownOperator(String)
    case unsupportedOperator(String)
    case notAString(PatternOperator)
    case existsNotBoolean
    case wildcardStars(position: Int)
    case wildcardEscape(position: Int)

    case emptyNested(PatternOperator)
    case unsupportedNested(PatternOperator, name: String)

    case numeric(NumericProblem)
    case anythingBut(AnythingButProblem)
    case cidr(CIDRProblem)

    case tooManyCombinations
    case tooComplex
    case internalFailure(InternalFailure)
    case policy(PolicyProblem)
  }

  enum OrProblem { case notAnArray, tooFew, notAnObject }

  enum NumericProblem {
    case notAnArray
    case member(String)
    case `operator`(String)
    /// The operator whose value is no number.
    case value(String)
    case rangeValue(String)
    case rangeOperator(String)
    case rangeTooLong
    case tooManyElements
    case emptyInterval
    case inexact(String)
  }

  enum AnythingButProblem {
    case value
    case listMember
    case mixedList
    case emptyAffix
    case nestedMember(PatternOperator)
  }

  enum CIDRProblem {
    case slash, bitsNotInteger, bitsNegative, tooManyBitsV4, tooManyBitsV6
    case nonstandard(String)
    case invalid(String)
  }

  /// What makes the service fail without a text after the pattern was read.
  enum InternalFailure: Hashable {
    case emptyList
    case pointInterval
    case tooManyFields
    case namesTooLong
  }

  /// Bounds of SNS filter policies.
  enum PolicyProblem {
    case tooManyKeys(Int)
    case nested
    case tooManyCombinations
  }
}

/// The operators of a match object.
package enum PatternOperator: String, CaseIterable, Hashable, Sendable {
  case exactly, prefix, suffix, wildcard, numeric, cidr, exists
  case equalsIgnoreCase = "equals-ignore-case"
  case anythingBut = "anything-but"

  init?(_ name: [UInt8]) { self.init(rawValue: String(decoding: name, as: UTF8.self)) }
}
