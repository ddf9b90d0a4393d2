extension ValueShape {
  /// The share of values of this shape in which `state` holds at `path`, below this place.
  func share(of state: PathState, at path: ArraySlice<UTF8Text>, _ work: inout Work) -> Share {
    let whenAbsent: Share = state.mayBeAbsent ? .all : .none
    switch self {
    case .any, .array: return .unknown
    case .union(let shapes):
      let shares = shapes.map { $0.share(of: state, at: path, &work) }
      return shares.dropFirst().reduce(shares.first ?? .unknown) { $0.or($1) }
    case .object(let fields):
      guard let name = path.first else { return whenAbsent }
      return fields.share(of: state, name, path.dropFirst(), &work, whenAbsent: whenAbsent)
    default:
      return path.isEmpty ? shareOfScalar(state, &work) : whenAbsent
    }
  }

  private func shareOfScalar(_ state: PathState, _ work: inout Work) -> Share {
    guard state.mayBePresent else { return .none }
    switch self {
    case .choices(let choices): return Self.share(of: choices, state)
    case .number(let shape):
      if let share = shape.share(state) { return share }
    default: break
    }
    return certainty(state, &work)
  }

  /// All or none where the algebra shows that, else nothing is known of how values are spread.
  private func certainty(_ state: PathState, _ work: inout Work) -> Share {
    guard let domain = ShapeNode.alternatives(of: self)?.first?.scalars else { return .unknown }
    let needs = state.needs.map(\.values)
    if case .none = ValueSearch(required: needs + domain, forbidden: state.forbidden).run(&work) {
      return .none
    }
    for need in needs {
      guard case .none = ValueSearch(required: domain, forbidden: [need]).run(&work) else {
        return .unknown
      }
    }
    for set in state.forbidden {
      guard case .none = ValueSearch(required: domain + [set], forbidden: []).run(&work) else {
        return .unknown
      }
    }
    return .all
  }

  private static func share(of choices: [Choice], _ state: PathState) -> Share {
    let total = choices.reduce(0) { $0 + max($1.weight, 0) }
    guard total > 0, total.isFinite else { return .unknown }
    let search = ValueSearch(required: state.needs.map(\.values), forbidden: state.forbidden)
    var (low, high) = (0.0, 0.0)
    for choice in choices {
      let answer = search.admits(choice.value)
      if answer != false { high += max(choice.weight, 0) }
      if answer == true { low += max(choice.weight, 0) }
    }
    return Share(low / total, high / total)
  }
}

extension ObjectShape {
  fileprivate func share(
    of state: PathState, _ name: UTF8Text, _ rest: ArraySlice<UTF8Text>, _ work: inout Work,
    whenAbsent: Share
  ) -> Share {
    // A name that holds a dot may stand for the path, too.
    let isAmbiguous = properties.contains {
      $0.name.bytes.contains(UInt8(ascii: ".")) && $0.name.segments.first == name
    }
    if isAmbiguous { return .unknown }
    guard let property = properties.first(where: { $0.name == name }) else {
      return isOpen ? .unknown : whenAbsent
    }
    let share = property.shape.share(of: state, at: rest, &work)
    return property.isRequired ? share : share.or(whenAbsent)
  }
}

extension NumberShape {
  /// Nil where the range has an open end: nothing is known of how such numbers are spread.
  fileprivate func share(_ state: PathState) -> Share? {
    guard range.lower != nil, range.upper != nil else { return nil }
    let whole = NumberSet(
      reals: isInteger ? .none : Intervals(range), integers: isInteger ? Intervals(range) : .none)
    var sure = whole
    var possible = whole
    for need in state.needs {
      sure = sure.intersection(need.values.numbers)
      if !need.values.hasUnsureNumbers { possible = possible.intersection(need.values.numbers) }
    }
    for set in state.forbidden {
      sure = set.hasUnsureNumbers ? .none : sure.subtracting(set.numbers)
      possible = possible.subtracting(set.numbers)
    }
    let total = whole.size
    guard total > 0, total.isFinite else { return nil }
    return Share(sure.size / total, possible.size / total)
  }
}

extension NumberSet {
  /// The length of the intervals, or of a set of integers their count.
  fileprivate var size: Double {
    let length = reals.list.reduce(0) { $0 + ($1.high - $1.low) }
    return integers.integers.list.reduce(length) { $0 + ($1.high - $1.low + 1) }
  }
}
