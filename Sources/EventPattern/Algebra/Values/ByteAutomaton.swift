/// A complete deterministic automaton over bytes in one flat table; state 0 is the start.
struct ByteAutomaton: Sendable {
  let classes: ByteClasses
  /// `next[state * classes.count + class]`.
  private let next: [UInt32]
  private let isAccepting: [Bool]
  /// Whether some continuation from the state is accepted.
  private let canAccept: [Bool]
  /// Whether some continuation from the state (the empty one too) is not accepted.
  private let canReject: [Bool]

  /// Entries that one table may have.
  static let sizeLimit = 1 << 18

  /// Explores from `start`; a `step` of nil leads nowhere. Nil where the table grows beyond its
  /// limit, or where a step that is about to be taken is not affordable.
  init?<State: Hashable>(
    from start: State, classes: ByteClasses, isAffordable: (State) -> Bool = { _ in true },
    step: (State, UInt8) -> State?, accepts: (State) -> Bool
  ) {
    var numbers: [State?: UInt32] = [start: 0]
    var states: [State?] = [start]
    var next: [UInt32] = []
    var index = 0
    while index < states.count {
      let state = states[index]
      for byte in classes.representatives {
        if let state, !isAffordable(state) { return nil }
        let target = state.flatMap { step($0, byte) }
        if let known = numbers[target] {
          next.append(known)
          continue
        }
        guard next.count < Self.sizeLimit else { return nil }
        let number = UInt32(states.count)
        numbers[target] = number
        states.append(target)
        next.append(number)
      }
      index += 1
    }
    self.init(classes: classes, next: next, isAccepting: states.map { $0.map(accepts) ?? false })
  }

  private init(classes: ByteClasses, next: [UInt32], isAccepting: [Bool]) {
    self.classes = classes
    self.next = next
    self.isAccepting = isAccepting
    let sources = Self.sources(of: next, classCount: classes.count, stateCount: isAccepting.count)
    canAccept = Self.reaching(isAccepting, sources)
    canReject = Self.reaching(isAccepting.map { !$0 }, sources)
  }

  /// Entries of the table.
  var size: Int { next.count }

  func step(_ state: UInt32, _ byte: UInt8) -> UInt32 {
    next[Int(state) &* classes.count &+ Int(classes.classOf[Int(byte)])]
  }

  /// Whether the state is accepting (`polarity` true) or not (false).
  func ends(_ state: UInt32, as polarity: Bool) -> Bool {
    isAccepting[Int(state)] == polarity
  }

  /// Whether some continuation ends as `polarity`.
  func canEnd(_ state: UInt32, as polarity: Bool) -> Bool {
    polarity ? canAccept[Int(state)] : canReject[Int(state)]
  }

  func accepts(_ bytes: [UInt8]) -> Bool {
    var state: UInt32 = 0
    for byte in bytes { state = step(state, byte) }
    return isAccepting[Int(state)]
  }
}

extension ByteAutomaton {
  /// Per state the states that step to it, as one flat list with offsets.
  private static func sources(
    of next: [UInt32], classCount: Int, stateCount: Int
  ) -> (offsets: [Int], list: [UInt32]) {
    var offsets = [Int](repeating: 0, count: stateCount + 1)
    for target in next { offsets[Int(target) + 1] += 1 }
    for state in 0..<stateCount { offsets[state + 1] += offsets[state] }
    var fill = offsets
    var list = [UInt32](repeating: 0, count: next.count)
    for (index, target) in next.enumerated() {
      list[fill[Int(target)]] = UInt32(index / classCount)
      fill[Int(target)] += 1
    }
    return (offsets, list)
  }

  private static func reaching(
    _ goal: [Bool], _ sources: (offsets: [Int], list: [UInt32])
  ) -> [Bool] {
    var reaches = goal
    var pending = goal.indices.filter { goal[$0] }
    while let state = pending.popLast() {
      for index in sources.offsets[state]..<sources.offsets[state + 1] {
        let source = Int(sources.list[index])
        guard !reaches[source] else { continue }
        reaches[source] = true
        pending.append(source)
      }
    }
    return reaches
  }
}
