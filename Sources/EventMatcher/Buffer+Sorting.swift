/// What elements are sorted by.
protocol Precedes: BitwiseCopyable {
  func precedes(_ other: Self) -> Bool
}

extension UInt32: Precedes {
  @inline(__always)
  func precedes(_ other: UInt32) -> Bool { self < other }
}

extension PathIndex.Entry: Precedes {
  @inline(__always)
  func precedes(_ other: PathIndex.Entry) -> Bool { isBelow(other.high, other.low) }
}

extension Buffer where Element: Precedes {
  /// Sorts the elements from `start` on: in place, without recursion, never worse than n log n.
  mutating func sort(from start: Int) {
    let count = self.count &- start
    if isSorted(from: start) { return }
    var root = count / 2
    while root > 0 {
      root &-= 1
      sink(root, count, start)
    }
    var end = count
    while end > 1 {
      end &-= 1
      let first = self[start]
      self[start] = self[start &+ end]
      self[start &+ end] = first
      sink(0, end, start)
    }
  }

  private func isSorted(from start: Int) -> Bool {
    var i = start &+ 1
    while i < count {
      if self[i].precedes(self[i &- 1]) { return false }
      i &+= 1
    }
    return true
  }

  /// Restores the heap of the first `count` elements under `root`.
  private mutating func sink(_ root: Int, _ count: Int, _ start: Int) {
    let element = self[start &+ root]
    var hole = root
    while true {
      var child = hole &* 2 &+ 1
      if child >= count { break }
      if child &+ 1 < count, self[start &+ child].precedes(self[start &+ child &+ 1]) {
        child &+= 1
      }
      if !element.precedes(self[start &+ child]) { break }
      self[start &+ hole] = self[start &+ child]
      hole = child
    }
    self[start &+ hole] = element
  }
}
