/// Looks for a scalar that is in every set of one list and in none of another.
struct ValueSearch {
  var required: [ValueSet]
  var forbidden: [ValueSet]
  /// Tried first, in order.
  var preferred: [ScalarValue] = []

  /// `none` only where there surely is none.
  func run(_ work: inout Work) -> Search<ScalarValue> {
    for value in preferred where admits(value) == true { return .found(value) }
    let strings = StringSearch(
      required: required.map(\.strings), forbidden: forbidden.map(\.strings)
    ).run(&work)
    if case .found(let text) = strings { return .found(.string(text)) }
    let numbers = number()
    if case .found(let number) = numbers { return .found(.number(number)) }
    if let literal = literal() { return .found(literal) }
    if case .undecided = strings { return .undecided }
    if case .undecided = numbers { return .undecided }
    return .none
  }

  /// Nil where it is not decided.
  func admits(_ value: ScalarValue) -> Bool? {
    both(required.allHold { $0.contains(value) }, forbidden.noneHolds { $0.contains(value) })
  }

  private func number() -> Search<PatternNumber> {
    var allowed = NumberSet.all
    for set in required where !set.hasUnsureNumbers { allowed = allowed.intersection(set.numbers) }
    for set in forbidden { allowed = allowed.subtracting(set.numbers) }
    if allowed.isEmpty { return .none }
    // What is left may be in the sets that are not sure of their numbers; only their own are sure.
    if forbidden.contains(where: \.hasUnsureNumbers) { return .undecided }
    let unsure = required.filter(\.hasUnsureNumbers)
    for set in unsure { allowed = allowed.intersection(set.numbers) }
    if allowed.isEmpty { return unsure.isEmpty ? .none : .undecided }
    return allowed.simplest.map { .found($0) } ?? .undecided
  }

  private func literal() -> ScalarValue? {
    var allowed = ValueSet.Literals.all
    for set in required { allowed.formIntersection(set.literals) }
    for set in forbidden { allowed.subtract(set.literals) }
    if allowed.contains(.isTrue) { return .boolean(true) }
    if allowed.contains(.isFalse) { return .boolean(false) }
    return allowed.contains(.null) ? .null : nil
  }
}
