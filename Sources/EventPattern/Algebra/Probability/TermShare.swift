/// The share of a shape's events that are in a term of a set.
struct TermShare {
  let problem: Problem
  let shape: ValueShape
  /// Shapes that every event in question has.
  let given: Term.Shape
  var work: Work

  init(_ term: Term, under shape: ValueShape, given: Term.Shape, work: Work) {
    problem = Problem(term)
    self.shape = shape
    self.given = given
    self.work = work
  }

  /// The events that meet what is required, less those in an excluded part.
  mutating func total() -> Share {
    var states = [PathState](repeating: PathState(), count: problem.paths.count)
    let root = problem.root
    for condition in root.required.joined() { states[condition.path].require(condition, source: 0) }
    var rest: [Problem.Part] = []
    for part in root.excluded {
      let open = part.required.joined().filter { !isImplied($0, by: states) }
      guard part.excluded.isEmpty, given.implies(part.shape), !part.isVague, open.count < 2 else {
        rest.append(part)
        continue
      }
      guard let only = open.first else { return .none }
      states[only.path].refuse(only, sources: [0])
    }
    let left = share(of: states).without(rest.map { share(of: $0, with: states) })
    let isKnown = given.implies(root.shape) && !root.isVague
    return isKnown ? left : Share(0, left.high)
  }

  private mutating func share(of part: Problem.Part, with states: [PathState]) -> Share {
    var joint = states
    for condition in part.required.joined() { joint[condition.path].require(condition, source: 0) }
    let all = share(of: joint)
    let isWhole = part.excluded.isEmpty && given.implies(part.shape) && !part.isVague
    return isWhole ? all : Share(0, all.high)
  }

  private mutating func share(of states: [PathState]) -> Share {
    var total = Share.all
    for (path, state) in zip(problem.paths, states) where !state.isFree {
      total = total.and(shape.share(of: state, at: path[...], &work))
    }
    return total
  }

  /// Whether the condition holds wherever the states do, as far as one path shows.
  private mutating func isImplied(_ condition: Problem.Condition, by states: [PathState]) -> Bool {
    var state = states[condition.path]
    state.refuse(condition, sources: [0])
    return shape.share(of: state, at: problem.paths[condition.path][...], &work) == .none
  }
}

extension PathState {
  /// Nothing is asked.
  fileprivate var isFree: Bool {
    mayBeAbsent && mayBePresent && needs.isEmpty && forbidden.isEmpty
  }
}
