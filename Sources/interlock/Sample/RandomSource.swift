/// A seeded source of chance (SplitMix64): one seed, one stream, on every machine.
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// In 0..<1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// In 0..<bound; nought where the bound is not positive.
  mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(next() % UInt64(bound)) : 0
  }
}

/// Chooses indices in proportion to their weights.
struct WeightedChoice {
  private var sums: [Double] = []

  /// Weights that are not positive and finite count as nought; if all do, every index is as likely.
  init(_ weights: [Double]) {
    let usable = weights.map { $0.isFinite && $0 > 0 ? $0 : 0 }
    let isEven = usable.allSatisfy { $0 == 0 }
    var sum = 0.0
    for weight in usable {
      sum += isEven ? 1 : weight
      sums.append(sum)
    }
  }

  /// The sum of the weights.
  var total: Double { sums.last ?? 0 }

  func pick(_ random: inout RandomSource) -> Int {
    let wanted = random.fraction() * total
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return max(0, low)
  }
}
