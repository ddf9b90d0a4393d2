extension ByteAutomaton {
  /// Where in a sorted list: the words that begin with what was read.
  private struct Shelf: Hashable {
    var low: Int
    var high: Int
    var depth: Int
  }

  /// Accepts `words`, which are sorted. Nil where they are too many.
  init?(words: [UTF8Text]) {
    self.init(
      from: Shelf(low: 0, high: words.count, depth: 0),
      classes: ByteClasses(distinguishing: words.lazy.flatMap(\.bytes)),
      step: { Self.step($0, $1, words) },
      accepts: { $0.low < $0.high && words[$0.low].bytes.count == $0.depth })
  }

  private static func step(_ shelf: Shelf, _ byte: UInt8, _ words: [UTF8Text]) -> Shelf? {
    func partition(from start: Int, _ isBefore: (UInt8) -> Bool) -> Int {
      var (low, high) = (start, shelf.high)
      while low < high {
        let middle = (low + high) / 2
        // A word that ends here sorts before all that go on.
        let bytes = words[middle].bytes
        if bytes.count == shelf.depth || isBefore(bytes[shelf.depth]) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
    let low = partition(from: shelf.low) { $0 < byte }
    let high = partition(from: low) { $0 <= byte }
    return low < high ? Shelf(low: low, high: high, depth: shelf.depth + 1) : nil
  }

  /// Accepts well-formed UTF-8 (Unicode 16, table 3-7), the only texts that an event can hold.
  static let wellFormedUTF8: ByteAutomaton? = ByteAutomaton(
    from: UTF8Place.boundary, classes: ByteClasses { UTF8Place.key($0) },
    step: { $0.step($1) }, accepts: { $0 == .boundary })

  private enum UTF8Place: Hashable {
    case boundary, oneMore, twoMore, threeMore, afterE0, afterED, afterF0, afterF4

    /// Bytes with the same key lead to the same places.
    static func key(_ byte: UInt8) -> UInt16 {
      switch byte {
      case ...0x7F: 0
      case 0x80...0x8F: 1
      case 0x90...0x9F: 2
      case 0xA0...0xBF: 3
      case 0xC2...0xDF: 4
      case 0xE1...0xEC, 0xEE...0xEF: 5
      case 0xF1...0xF3: 6
      case 0xE0, 0xED, 0xF0, 0xF4: UInt16(byte)
      default: 7
      }
    }

    func step(_ byte: UInt8) -> UTF8Place? {
      let isContinuation = (0x80...0xBF).contains(byte)
      switch self {
      case .boundary: return Self.lead(byte)
      case .oneMore: return isContinuation ? .boundary : nil
      case .twoMore: return isContinuation ? .oneMore : nil
      case .threeMore: return isContinuation ? .twoMore : nil
      case .afterE0: return (0xA0...0xBF).contains(byte) ? .oneMore : nil
      case .afterED: return (0x80...0x9F).contains(byte) ? .oneMore : nil
      case .afterF0: return (0x90...0xBF).contains(byte) ? .twoMore : nil
      case .afterF4: return (0x80...0x8F).contains(byte) ? .twoMore : nil
      }
    }

    private static func lead(_ byte: UInt8) -> UTF8Place? {
      switch byte {
      case ...0x7F: .boundary
      case 0xC2...0xDF: .oneMore
      case 0xE0: .afterE0
      case 0xED: .afterED
      case 0xE1...0xEF: .twoMore
      case 0xF0: .afterF0
      case 0xF1...0xF3: .threeMore
      case 0xF4: .afterF4
      default: nil
      }
    }
  }
}
