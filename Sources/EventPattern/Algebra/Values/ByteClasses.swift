/// Bytes grouped by what an automaton can tell apart, so that its table has a column a group.
struct ByteClasses: Sendable {
  /// The class of each of the 256 bytes.
  private(set) var classOf: [UInt8]
  /// One byte of each class.
  private(set) var representatives: [UInt8]

  /// Each of `bytes` is a class of its own; all other bytes are one more.
  init(distinguishing bytes: some Sequence<UInt8>) {
    var isNamed = [Bool](repeating: false, count: 256)
    for byte in bytes { isNamed[Int(byte)] = true }
    self.init { isNamed[Int($0)] ? UInt16($0) : 256 }
  }

  /// Bytes are in one class where `key`, at most 256, gives the same number.
  init(by key: (UInt8) -> UInt16) {
    classOf = [UInt8](repeating: 0, count: 256)
    representatives = []
    var classes = [UInt8?](repeating: nil, count: 257)
    for byte in UInt8.min...UInt8.max {
      let key = min(Int(key(byte)), 256)
      let known = classes[key] ?? UInt8(truncatingIfNeeded: representatives.count)
      if classes[key] == nil {
        classes[key] = known
        representatives.append(byte)
      }
      classOf[Int(byte)] = known
    }
  }

  var count: Int { representatives.count }
}
