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
      let matrix = members.map { row in
        members.map { rows[row][$0]?[keyPath: corner] ?? 0 }
      }
      let inflow = members.map { values[$0][keyPath: corner] }
      if let solution = eliminate(matrix, inflow) {
        for (member, value) in zip(members, solution) { values[member][keyPath: corner] = value }
      } else if found == nil || corner == \.expected {
        let onlyAtWorst = corner == \.high
        found = .init(nodes: members, gain: spectralRadius(of: matrix), onlyAtWorst: onlyAtWorst)
      }
    }
    for member in members where !isComplete { values[member].isComplete = false }
    return found
  }
}

/// Solves `x = s + M x` for one corner; nil where the gain reaches 1. A part of more unknowns than the
/// bound is taken to have no solution.
///
/// INVARIANT: `M` is not negative, so `I - M` can be eliminated without pivoting, and all pivots are
/// positive exactly if the spectral radius of `M` is below 1 (an M-matrix).
func eliminate(_ matrix: [[Double]], _ inflow: [Double]) -> [Double]? {
  let size = matrix.count
  guard size <= 300 else { return nil }
  var rows = matrix.enumerated().map { i, row in
    row.enumerated().map { j, value in (i == j ? 1 : 0) - value }
  }
  var right = inflow
  for pivot in 0..<size {
    guard rows[pivot][pivot] > 1e-12 else { return nil }
    for row in pivot + 1..<max(size, pivot + 1) where rows[row][pivot] != 0 {
      let factor = rows[row][pivot] / rows[pivot][pivot]
      for column in pivot..<size { rows[row][column] -= factor * rows[pivot][column] }
      right[row] -= factor * right[pivot]
    }
  }
  for row in (0..<size).reversed() {
    for column in row + 1..<max(size, row + 1) { right[row] -= rows[row][column] * right[column] }
    right[row] /= rows[row][row]
  }
  return right
}

/// The largest gain of a turn, by halving the interval in which `M / gain` stops being solvable.
func spectralRadius(of matrix: [[Double]]) -> Double {
  var low = 0.0
  var high = matrix.map { $0.reduce(0, +) }.max() ?? 0
  let nothing = Array(repeating: 0.0, count: matrix.count)
  for _ in 0..<50 where high - low > high * 1e-9 {
    let middle = (low + high) / 2
    let scaled = matrix.map { $0.map { $0 / middle } }
    if eliminate(scaled, nothing) == nil { low = middle } else { high = middle }
  }
  return high
}
