/// Builds an event of a shape that fulfils the states of all paths, or shows that there is none.
struct TreeBuilder {
  enum Built {
    case missing
    case value(JSONValue)
    case impossible
    case undecided
  }

  /// The paths that begin with the same `depth` segments: those at `low..<high`.
  struct Span {
    let low: Int
    let high: Int
    let depth: Int

    var isEmpty: Bool { low == high }
  }

  let problem: Problem
  let states: [PathState]
  let mode: Solver.Mode
  var work: Work

  init(_ problem: Problem, _ states: [PathState], _ mode: Solver.Mode, _ work: Work) {
    self.problem = problem
    self.states = states
    self.mode = mode
    self.work = work
  }

  mutating func buildEvent() -> Search<JSONValue> {
    let all = Span(low: 0, high: problem.paths.count, depth: 0)
    switch build(problem.term.shape.root, all, isRequired: true, source: nil) {
    case .value(let event): return .found(event)
    case .impossible: return .none
    case .missing, .undecided: return .undecided
    }
  }

  /// The value at a place; `source` limits the needs to one requirement's, inside an array's
  /// element.
  mutating func build(
    _ node: ShapeNode, _ span: Span, isRequired: Bool, source: Int?
  ) -> Built {
    let (own, kids) = split(span)
    let ownState = own.map { state(states[$0], for: source) }
    let needsOwn = ownState.map { !$0.mayBeAbsent } ?? false
    let needsKids = (kids.low..<kids.high).contains { !state(states[$0], for: source).mayBeAbsent }
    switch (needsOwn, needsKids) {
    case (false, false):
      return isRequired ? buildAnything(node, ownState, kids, source) : .missing
    case (true, false): return buildScalars(node, ownState ?? PathState())
    case (false, true): return buildObjects(node, kids, source)
    case (true, true): return buildMixed(node, ownState ?? PathState(), kids, source)
    }
  }

  /// The path that ends here, and those that go on.
  private func split(_ span: Span) -> (own: Int?, kids: Span) {
    guard !span.isEmpty, problem.paths[span.low].count == span.depth else { return (nil, span) }
    return (span.low, Span(low: span.low + 1, high: span.high, depth: span.depth))
  }

  private func state(_ state: PathState, for source: Int?) -> PathState {
    guard let source else { return state }
    var own = state
    own.needs = state.needs.filter { $0.source == source }
    if own.needs.isEmpty { own.mayBeAbsent = true }
    if state.absentFor.contains(source) { own.mayBePresent = false }
    return own
  }
}

extension TreeBuilder {
  /// Something must stand here, but no path needs a value.
  private mutating func buildAnything(
    _ node: ShapeNode, _ own: PathState?, _ kids: Span, _ source: Int?
  ) -> Built {
    var results = [buildScalar(node, own ?? PathState())]
    if case .value = results[0] { return results[0] }
    if let fields = node.object { results.append(buildObject(fields, kids, source)) }
    if node.array != nil { results.append(.value(.array([]))) }
    return Self.best(results)
  }

  /// One value for all needs, or several in an array.
  private mutating func buildScalars(_ node: ShapeNode, _ own: PathState) -> Built {
    guard let element = node.array, !node.isAny || own.needs.count > 1 else {
      return buildScalar(node, own)
    }
    let single = attempt(own) { $0.buildScalar(node, own) }
    if case .value = single { return single }
    let elements =
      node.isAny ? separateElements(element, own) : scalarElements(element, own)
    return Self.best([single, array(elements)])
  }

  /// Within a part of the work, where several values would do as well as one for several needs.
  private mutating func attempt(_ own: PathState, _ body: (inout Self) -> Built) -> Built {
    guard own.needs.count > 1 else { return body(&self) }
    var builder = self
    let result = work.attempt { part in
      builder.work = part
      let result = body(&builder)
      part = builder.work
      return result
    }
    return result
  }

  private mutating func buildScalar(_ node: ShapeNode, _ own: PathState) -> Built {
    guard let sets = node.scalars, own.mayBePresent else { return .impossible }
    let search = ValueSearch(
      required: own.needs.map(\.values) + sets, forbidden: own.forbidden,
      preferred: node.preferred + own.needs.flatMap { $0.values.strings.fitted(to: node.form) })
    switch search.run(&work) {
    case .found(let value): return .value(.scalar(value))
    case .none: return .impossible
    case .undecided: return .undecided
    }
  }

  /// Elements that together fulfil the needs: one where that will do.
  private mutating func scalarElements(_ element: ShapeNode, _ own: PathState) -> [Built] {
    let joint = attempt(own) { $0.buildElement(element, own) }
    if case .value = joint { return [joint] }
    return own.needs.count > 1 ? separateElements(element, own) : [joint]
  }

  private mutating func separateElements(_ element: ShapeNode, _ own: PathState) -> [Built] {
    own.needs.map { need in
      var single = own
      single.needs = [need]
      return buildElement(element, single)
    }
  }

  /// Arrays inside arrays only where the shape asks for them.
  private mutating func buildElement(_ element: ShapeNode, _ own: PathState) -> Built {
    element.isAny ? buildScalar(element, own) : buildScalars(element, own)
  }

  private func array(_ elements: [Built]) -> Built {
    var values: [JSONValue] = []
    var isUndecided = false
    for element in elements {
      switch element {
      case .value(let value): if !values.contains(value) { values.append(value) }
      case .undecided: isUndecided = true
      case .impossible: return .impossible
      case .missing: break
      }
    }
    return isUndecided ? .undecided : .value(.array(values))
  }

  /// What is known when one of `results` would do.
  private static func best(_ results: [Built]) -> Built {
    var isUndecided = false
    for result in results {
      switch result {
      case .value, .missing: return result
      case .undecided: isUndecided = true
      case .impossible: break
      }
    }
    return isUndecided ? .undecided : .impossible
  }
}

extension TreeBuilder {
  /// An object, or objects in an array where the requirements look at elements of their own.
  private mutating func buildObjects(
    _ node: ShapeNode, _ kids: Span, _ source: Int?
  ) -> Built {
    let sources = separateSources(kids, source)
    if let element = node.array, sources.count > 1 {
      return array(sources.map { buildObjects(element, kids, $0) })
    }
    let inner = node.array == nil ? source : sources.first ?? source
    var results: [Built] = []
    if let fields = node.object { results.append(buildObject(fields, kids, inner)) }
    if let last = results.last, case .value = last { return last }
    if let element = node.array, !node.isAny {
      results.append(array([buildObjects(element, kids, inner)]))
    }
    return Self.best(results)
  }

  private mutating func buildMixed(
    _ node: ShapeNode, _ own: PathState, _ kids: Span, _ source: Int?
  ) -> Built {
    guard let element = node.array else { return .impossible }
    if element.array != nil, !element.isAny { return .undecided }
    let sources = separateSources(kids, source)
    let objects: [Built] =
      sources.isEmpty
      ? [buildObjects(element, kids, source)] : sources.map { buildObjects(element, kids, $0) }
    return array(scalarElements(element, own) + objects)
  }

  /// The requirements that need something at `kids`, where each may look at an element of its own.
  private func separateSources(_ kids: Span, _ source: Int?) -> [Int] {
    guard mode != .simple, source == nil else { return [] }
    var sources: [Int] = []
    for path in kids.low..<kids.high where !states[path].mayBeAbsent {
      for need in states[path].needs where !sources.contains(need.source) {
        sources.append(need.source)
      }
    }
    return sources
  }

  private mutating func buildObject(
    _ fields: ShapeNode.Fields, _ kids: Span, _ source: Int?
  ) -> Built {
    var members: [JSONValue.Member] = []
    var isUndecided = false
    var groups = children(kids)
    func note(_ name: UTF8Text, _ built: Built) -> Bool {
      switch built {
      case .value(let value): members.append(JSONValue.Member(name: name, value: value))
      case .undecided: isUndecided = true
      case .impossible: return false
      case .missing: break
      }
      return true
    }
    for property in fields.properties {
      let here = groups.firstIndex { $0.name == property.name }.map { groups.remove(at: $0).span }
      let span = here ?? Span(low: kids.low, high: kids.low, depth: kids.depth + 1)
      let built = build(property.node, span, isRequired: property.isRequired, source: source)
      guard note(property.name, built) else { return .impossible }
    }
    for (name, span) in groups {
      let node = fields.isOpen ? ShapeNode.any : ShapeNode()
      let built = build(node, span, isRequired: false, source: source)
      if fields.isAmbiguous(name) {
        isUndecided = true
      } else if !note(name, built) {
        return .impossible
      }
    }
    return isUndecided ? .undecided : .value(.object(members))
  }

  /// The paths by their next segment.
  private func children(_ span: Span) -> [(name: UTF8Text, span: Span)] {
    var result: [(name: UTF8Text, span: Span)] = []
    var low = span.low
    while low < span.high {
      let name = problem.paths[low][span.depth]
      var high = low + 1
      while high < span.high, problem.paths[high][span.depth] == name { high += 1 }
      result.append((name, Span(low: low, high: high, depth: span.depth + 1)))
      low = high
    }
    return result
  }
}
