/// `x = s + M x` with nothing negative in `s` and `M`, solved strongly connected part by part.
struct LinearSystem {
  var constants: [Volume]
  /// By unknown, the others that feed it.
  private var rows: [[Int: Volume]]

  init(size: Int) {
    constants = Array(repeating: .zero, count: size)
    rows = Array(repeating: [:], count: size)
  }

  mutating func add(_ factor: Volume, at unknown: Int, of other: Int) {
    guard factor.high > 0 || !factor.isComplete else { return }
    rows[unknown][other, default: .zero] += factor
  }

  /// The solution, and the parts that have none; there the feedback is left out.
  func solved() -> ([Volume], [Volumes.Amplification]) {
    var values = constants
    var amplifications: [Volumes.Amplification] = []
    let feeds = rows.map { $0.keys.sorted() }
    for part in stronglyConnectedComponents(count: rows.count, successors: { feeds[$0] }) {
      let members = part.sorted()
      let inside = Set(members)
      for unknown in members {
        for source in feeds[unknown] where !inside.contains(source) {
          if let factor = rows[unknown][source] { values[unknown] += factor * values[source] }
        }
      }
      guard members.count > 1 || rows[members[0]][members[0]] != nil else { continue }
      if let found = settle(members, &values) { amplifications.append(found) }
    }
    return (values, amplifications)
  }

  /// Solves one part whose inflow stands in `values`.
  private func settle(_ members: [Int], _ values: inout [Volume]) -> Volumes.Amplification? {
    var found: Volumes.Amplification?
    let isComplete = members.allSatisfy { values[$0].isComplete }
    for corner in Volume.corners {
      let part = part(members, corner)
      let inflow = members.map { values[$0][keyPath: corner] }
      if let solution = part.solved(inflow) {
        for (member, value) in zip(members, solution) { values[member][keyPath: corner] = value }
      } else if found == nil || corner == \.expected {
        found = .init(nodes: members, gain: part.gain, onlyAtWorst: corner == \.high)
      }
    }
    for member in members where !isComplete { values[member].isComplete = false }
    return found
  }

  private func part(_ members: [Int], _ corner: KeyPath<Volume, Double>) -> CyclicPart {
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    return CyclicPart(
      rows: members.map { member in
        rows[member].compactMap { other, factor in
          places[other].map { (column: $0, factor: factor[keyPath: corner]) }
        }
        .sorted { $0.column < $1.column }
      })
  }
}
