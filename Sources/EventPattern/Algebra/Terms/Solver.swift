/// Looks for an event of a term, or for the proof that there is none.
struct Solver {
  enum Mode {
    /// Only events whose arrays hold at most one object each: there, where a value stands in an
    /// array makes no difference to matching.
    case simple
    /// Every requirement may look at elements of its own; what depends on where values stand is
    /// left out of the conditions, so that `none` holds for all events, and tested on the event
    /// found.
    case spread
    /// As `spread`, but where values stand is taken to make no difference: only an event found
    /// counts.
    case guess
  }

  let problem: Problem
  let mode: Mode
  let mixedGroups: Set<Int>
  private(set) var work: Work
  private var states: [PathState]
  private var trail: [(path: Int, state: PathState)] = []
  private var nextSource = 0
  private var sawUndecided = false

  init(_ problem: Problem, _ mode: Mode, work: Work) {
    self.problem = problem
    self.mode = mode
    self.work = work
    mixedGroups = problem.mixedGroups
    states = [PathState](repeating: PathState(), count: problem.paths.count)
  }

  /// `none` covers all events in mode `spread`, and where no group is mixed in mode `simple`.
  mutating func run() -> Search<JSONValue> {
    guard activate(problem.root.required) else { return .none }
    for path in states.indices where !isPossible(path) { return .none }
    let open = problem.root.excluded.filter { isUsable($0) && !isRefuted($0) }
      .sorted { $0.conditionCount < $1.conditionCount }
    let result = solve(open)
    if case .none = result, sawUndecided { return .undecided }
    return result
  }

  /// Adds requirements that must hold; false where that is impossible.
  private mutating func activate(_ requirements: [[Problem.Condition]]) -> Bool {
    for requirement in requirements {
      let source = nextSource
      nextSource += 1
      for condition in requirement {
        let isLocal =
          mode != .simple && condition.admitsAbsence && !condition.earlierPeers.isEmpty
        if isLocal {
          change(condition.path) {
            if condition.values.isNone { $0.absentFor.append(source) }
          }
        } else if !require(condition, source) {
          return false
        }
      }
    }
    return true
  }

  private mutating func require(_ condition: Problem.Condition, _ source: Int) -> Bool {
    change(condition.path) { $0.require(condition, source: source) }
    return isPossible(condition.path)
  }

  private mutating func refuse(_ condition: Problem.Condition) -> Bool {
    let sources = refusing(condition)
    change(condition.path) { $0.refuse(condition, sources: sources) }
    return isPossible(condition.path)
  }

  /// Where something must stand so that absence is refused: in mode `guess` in the elements that the
  /// requirements look at from which the condition's own requirement picks, else anywhere.
  private mutating func refusing(_ condition: Problem.Condition) -> [Int] {
    if mode == .guess, condition.admitsAbsence {
      let picked = Set(condition.earlierPeers.flatMap { states[$0].needs.map(\.source) })
      let present = picked.subtracting(states[condition.path].absentFor)
      if !present.isEmpty { return present.sorted() }
    }
    nextSource += 1
    return [nextSource - 1]
  }

  private mutating func change(_ path: Int, _ body: (inout PathState) -> Void) {
    _ = work.spend(32)
    trail.append((path, states[path]))
    body(&states[path])
  }

  private mutating func undo(to mark: Int) {
    while trail.count > mark, let last = trail.popLast() { states[last.path] = last.state }
  }
}

extension Solver {
  /// A part that is being made false, in one way after the other. Kept on a stack of its own, as
  /// there may be thousands of parts.
  private struct Frame {
    let open: [Problem.Part]
    let index: Int
    let conditions: [Problem.Condition]
    let start: Int
    /// The trail's length with all conditions required whose refusal has been looked at.
    var mark: Int
    var nextWay = 0

    var part: Problem.Part { open[index] }
  }

  /// Makes each of the parts false, in every way there is.
  private mutating func solve(_ parts: [Problem.Part]) -> Search<JSONValue> {
    var stack: [Frame] = []
    var task: (open: [Problem.Part], index: Int)? = (parts, 0)
    while true {
      guard work.spend(64) else { return .undecided }
      if let (open, index) = task {
        if let frame = nextFrame(open, index) {
          stack.append(frame)
        } else if case .found(let event) = leaf() {
          return .found(event)
        }
      }
      guard var frame = stack.popLast() else { return .none }
      task = nextTask(&frame)
      if task == nil { undo(to: frame.start) } else { stack.append(frame) }
    }
  }

  /// The next part that is not false yet; nil where all are.
  private mutating func nextFrame(_ open: [Problem.Part], _ index: Int) -> Frame? {
    var (open, index) = (open, index)
    while index < open.count, isRefuted(open[index]) { index += 1 }
    guard index < open.count else { return nil }
    open.swapAt(index, tightest(of: open, from: index))
    return Frame(
      open: open, index: index, conditions: Array(open[index].required.joined()),
      start: trail.count, mark: trail.count)
  }

  /// Takes the next way to make the frame's part false; nil when there is none left.
  private mutating func nextTask(_ frame: inout Frame) -> (open: [Problem.Part], index: Int)? {
    undo(to: frame.mark)
    while frame.nextWay < frame.conditions.count {
      let condition = frame.conditions[frame.nextWay]
      if frame.nextWay > 0 {
        // The further ways are looked at where the conditions before hold.
        let source = nextSource
        nextSource += 1
        guard require(frame.conditions[frame.nextWay - 1], source) else { return nil }
        frame.mark = trail.count
      }
      frame.nextWay += 1
      if refuse(condition) { return (frame.open, frame.index + 1) }
      undo(to: frame.mark)
    }
    return nextTaskBeyondConditions(&frame)
  }

  /// All requirements of the part hold: it is false by what it leaves out, or by its shape.
  private mutating func nextTaskBeyondConditions(
    _ frame: inout Frame
  ) -> (open: [Problem.Part], index: Int)? {
    if frame.nextWay == frame.conditions.count, let last = frame.conditions.last {
      let source = nextSource
      nextSource += 1
      guard require(last, source) else { return nil }
      frame.mark = trail.count
    }
    let part = frame.part
    while frame.nextWay - frame.conditions.count < part.excluded.count {
      let inner = part.excluded[frame.nextWay - frame.conditions.count]
      frame.nextWay += 1
      if activate(inner.required) {
        return (Array(frame.open[(frame.index + 1)...]) + inner.excluded.filter(isUsable), 0)
      }
      undo(to: frame.mark)
    }
    let isLast = frame.nextWay == frame.conditions.count + part.excluded.count
    guard isLast, !problem.term.shape.implies(part.shape) else { return nil }
    frame.nextWay += 1
    return (frame.open, frame.index + 1)
  }

  /// Among the next open parts one with the fewest ways to make it false.
  private mutating func tightest(of open: [Problem.Part], from index: Int) -> Int {
    var best = (index: index, ways: Int.max)
    for candidate in index..<min(index + 24, open.count) where !isRefuted(open[candidate]) {
      let ways = waysToRefute(open[candidate])
      if ways < best.ways { best = (candidate, ways) }
      if ways < 2 { break }
    }
    return best.index
  }

  private mutating func waysToRefute(_ part: Problem.Part) -> Int {
    var ways = part.excluded.count
    for condition in part.required.joined() {
      let mark = trail.count
      if refuse(condition) { ways += 1 }
      undo(to: mark)
    }
    return ways
  }

  private mutating func leaf() -> Search<JSONValue> {
    var builder = TreeBuilder(problem, states, mode, work)
    let built = builder.buildEvent()
    work = builder.work
    switch built {
    case .found(let event) where problem.term.admits(event) == true: return .found(event)
    case .none: return .none
    case .found, .undecided:
      sawUndecided = true
      return .undecided
    }
  }

  /// Whether some condition of the part can no longer hold.
  private mutating func isRefuted(_ part: Problem.Part) -> Bool {
    for condition in part.required.joined() {
      let mark = trail.count
      let isPossible = require(condition, -1)
      undo(to: mark)
      if !isPossible { return true }
    }
    return false
  }

  /// In mode `spread`, a part that depends on where values stand is left for the test of the event.
  private func isUsable(_ part: Problem.Part) -> Bool {
    if part.isVague { return false }
    return mode != .spread || !problem.dependsOnPlaces(part, mixedGroups)
  }
}

extension Solver {
  /// False only where the path's state surely cannot be fulfilled.
  private mutating func isPossible(_ path: Int) -> Bool {
    let state = states[path]
    let facts = problem.facts[path]
    if state.mayBeAbsent, !facts.isAlwaysPresent { return true }
    guard state.mayBePresent, !facts.isImpossible else { return false }
    let jobs: [[ValueSet]] =
      facts.arrayDepth == nil ? [state.needs.map(\.values)] : state.needs.map { [$0.values] }
    var found: [ScalarValue] = []
    for (index, job) in jobs.enumerated() {
      let search = ValueSearch(
        required: job + facts.domain, forbidden: state.forbidden,
        preferred: state.found.indices.contains(index) ? [state.found[index]] : [])
      switch search.run(&work) {
      case .found(let value): found.append(value)
      case .none: return false
      case .undecided: return true
      }
    }
    states[path].found = found
    return true
  }
}

extension Problem.Part {
  fileprivate var conditionCount: Int { required.reduce(0) { $0 + $1.count } }
}
