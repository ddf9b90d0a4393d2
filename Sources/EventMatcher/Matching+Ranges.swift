extension Matching {
  /// Opens what is filed under the intervals that hold `number`.
  ///
  /// The records are sorted by their lower ends and form a balanced tree: the middle of a range is
  /// its root and knows the highest upper end within the range.
  mutating func openIntervals(_ number: Double, _ range: Range<Int>, _ table: Table) {
    openTree(range) { middle in
      let record = table.record(.intervals, middle)
      let low = table.bytes.double(record)
      return Branch(
        canHold: table.bytes.double(record &+ 16) >= number,
        begins: low <= number,
        holds: low <= number && number <= table.bytes.double(record &+ 8),
        posting: table.bytes.u32(record &+ 24))
    }
  }

  /// Opens what is filed under the networks that may hold the address.
  mutating func openNetworks(_ address: Address, _ range: Range<Int>, _ table: Table) {
    openTree(range) { middle in
      let record = table.record(.networks, middle)
      let begins = table.bytes.pair(record, isAtMost: address.high, address.low)
      return Branch(
        canHold: !table.bytes.pair(record &+ 32, isBelow: address.high, address.low),
        begins: begins,
        holds: begins && table.holds(address, network: middle),
        posting: table.bytes.u32(record &+ 52))
    }
  }

  /// What a record of such a tree says of the point looked for.
  private struct Branch {
    /// Some upper end in the range is high enough.
    var canHold: Bool
    /// Its own lower end is low enough, so those behind it may be too.
    var begins: Bool
    var holds: Bool
    var posting: UInt32
  }

  @inline(__always)
  private mutating func openTree(_ range: Range<Int>, _ look: (Int) -> Branch) {
    let base = states.count
    var (low, high) = (range.lowerBound, range.upperBound)
    while true {
      if low < high {
        let middle = low &+ (high &- low) / 2
        let branch = look(middle)
        if branch.canHold {
          if branch.holds { open(branch.posting) }
          if branch.begins {
            states.append(UInt32(truncatingIfNeeded: middle &+ 1))
            states.append(UInt32(truncatingIfNeeded: high))
          }
          high = middle
          continue
        }
      }
      if states.count == base { return }
      high = Int(states[states.count &- 1])
      low = Int(states[states.count &- 2])
      states.removeLast(2)
    }
  }
}

extension Table {
  /// Whether the network holds the address: digits are compared from the left, and a text that is
  /// shorter is inside only once it has left both ends of the network behind.
  func holds(_ address: Address, network: Int) -> Bool {
    let record = record(.networks, network)
    let digits = Int(bytes.u32(record &+ 48))
    let cut = address.digits < digits ? address.digits : digits
    let (high, low) = address.kept(cut)
    let lower = bytes.address(record).kept(cut)
    let upper = bytes.address(record &+ 16).kept(cut)
    if address.digits >= digits {
      return !isLess((high, low), lower) && !isLess(upper, (high, low))
    }
    return isLess(lower, (high, low)) && isLess((high, low), upper)
  }

  /// Whether the interval holds the number.
  @inline(__always)
  func holds(_ number: Double, interval: Int) -> Bool {
    let record = record(.intervals, interval)
    return bytes.double(record) <= number && number <= bytes.double(record &+ 8)
  }
}

extension Address {
  /// The first `count` digits, zero behind them.
  func kept(_ count: Int) -> (high: UInt64, low: UInt64) {
    if count == 0 { return (0, 0) }
    if count <= 16 {
      return (high & (.max &<< UInt64(truncatingIfNeeded: 64 &- 4 &* count)), 0)
    }
    return (high, low & (.max &<< UInt64(truncatingIfNeeded: 128 &- 4 &* count)))
  }
}

private func isLess(_ a: (high: UInt64, low: UInt64), _ b: (high: UInt64, low: UInt64)) -> Bool {
  a.high < b.high || (a.high == b.high && a.low < b.low)
}

extension Bytes {
  @inline(__always)
  func double(_ at: Int) -> Double { Double(bitPattern: u64(at)) }

  fileprivate func address(_ at: Int) -> Address {
    Address(high: u64(at), low: u64(at &+ 8), digits: 32)
  }

  fileprivate func pair(_ at: Int, isBelow high: UInt64, _ low: UInt64) -> Bool {
    isLess((u64(at), u64(at &+ 8)), (high, low))
  }

  fileprivate func pair(_ at: Int, isAtMost high: UInt64, _ low: UInt64) -> Bool {
    !isLess((high, low), (u64(at), u64(at &+ 8)))
  }
}
