/// A strongly connected part of `x = s + M x`, for one corner of the volumes.
struct CyclicPart {
  /// By unknown, what feeds it; nothing is negative.
  var rows: [[(column: Int, factor: Double)]]

  /// Unknowns up to which a part is solved exactly; a larger one is iterated.
  private static let exactLimit = 300
  private static let roundLimit = 1_000

  /// The solution, or nil where a turn brings at least as much as it took.
  func solved(_ inflow: [Double]) -> [Double]? {
    rows.count <= Self.exactLimit ? eliminated(inflow, scale: 1) : iterated(inflow)
  }

  /// Events out of a turn for each into it, by halving the interval in which `M / gain` stops being
  /// solvable; for a part too large to say exactly, 1.
  var gain: Double {
    guard rows.count <= Self.exactLimit else { return 1 }
    var low = 0.0
    var high = rows.map { $0.reduce(0) { $0 + $1.factor } }.max() ?? 0
    let nothing = Array(repeating: 0.0, count: rows.count)
    for _ in 0..<50 where high - low > high * 1e-9 {
      let middle = (low + high) / 2
      if eliminated(nothing, scale: 1 / middle) == nil { low = middle } else { high = middle }
    }
    return high
  }

  /// INVARIANT: `M` is not negative, so `I - M` can be eliminated without pivoting, and all pivots are
  /// positive exactly if the spectral radius of `M` is below 1 (an M-matrix).
  private func eliminated(_ inflow: [Double], scale: Double) -> [Double]? {
    let size = rows.count
    var matrix = rows.enumerated().map { index, row in
      var line = Array(repeating: 0.0, count: size)
      for entry in row { line[entry.column] = -entry.factor * scale }
      line[index] += 1
      return line
    }
    var right = inflow
    for pivot in 0..<size {
      guard matrix[pivot][pivot] > 1e-12 else { return nil }
      for row in (pivot + 1)..<max(size, pivot + 1) where matrix[row][pivot] != 0 {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<size { matrix[row][column] -= factor * matrix[pivot][column] }
        right[row] -= factor * right[pivot]
      }
    }
    for row in (0..<size).reversed() {
      for column in (row + 1)..<max(size, row + 1) {
        right[row] -= matrix[row][column] * right[column]
      }
      right[row] /= matrix[row][row]
    }
    return right
  }

  private func iterated(_ inflow: [Double]) -> [Double]? {
    var values = inflow
    for _ in 0..<Self.roundLimit {
      var change = 0.0
      for (index, row) in rows.enumerated() {
        let value = row.reduce(inflow[index]) { $0 + $1.factor * values[$1.column] }
        change = max(change, abs(value - values[index]) / max(abs(value), 1e-30))
        values[index] = value
      }
      if change < 1e-12 { return values }
      guard change.isFinite else { return nil }
    }
    return nil
  }
}
