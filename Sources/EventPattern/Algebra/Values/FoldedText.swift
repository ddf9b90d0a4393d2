/// Text matched ignoring case, as the service does it: each UTF-16 unit of the *pattern* stands for
/// its lower-case or its upper-case form, which may be several characters; the value is never
/// folded.
struct FoldedText: Hashable, Sendable {
  enum Anchor: Hashable, Sendable { case whole, prefix, suffix }

  let text: UTF8Text
  let anchor: Anchor
  /// For each unit in turn its possible forms, none of them empty.
  private let units: [[[UInt8]]]

  init(_ text: UTF8Text, _ anchor: Anchor) {
    self.text = text
    self.anchor = anchor
    units = text.description.unicodeScalars.flatMap(Self.forms)
  }

  /// A surrogate alone has no UTF-8: the service's encoder puts `?` in its place.
  private static func forms(of scalar: Unicode.Scalar) -> [[[UInt8]]] {
    guard scalar.value <= 0xFFFF else { return [[[0x3F]], [[0x3F]]] }
    let lower = Array(scalar.properties.lowercaseMapping.utf8)
    let upper = Array(scalar.properties.uppercaseMapping.utf8)
    return lower == upper ? [[lower]] : [[lower, upper]]
  }

  /// A short text that matches.
  var example: [UInt8] { units.flatMap { $0[0] } }

  /// A suffix is followed from its end, so that few places come into question at a time.
  func matches(_ value: [UInt8]) -> Bool {
    anchor == .suffix
      ? Self.match(units.reversed(), value.count) { form, end in
        value[..<end].suffix(form.count).elementsEqual(form) ? end - form.count : nil
      } != nil
      : Self.match(units, 0) { form, start in
        value[start...].starts(with: form) ? start + form.count : nil
      }.map { anchor == .prefix || $0.contains(value.count) } ?? false
  }

  /// The places where all units, one after the other, can have led; nil where there is none.
  private static func match(
    _ units: some Sequence<[[UInt8]]>, _ start: Int, _ step: ([UInt8], Int) -> Int?
  ) -> [Int]? {
    var places = [start]
    for forms in units {
      var next: [Int] = []
      for place in places {
        for form in forms {
          if let reached = step(form, place), !next.contains(reached) { next.append(reached) }
        }
      }
      if next.isEmpty { return nil }
      places = next
    }
    return places
  }
}

extension FoldedText {
  /// All forms of all units, byte after byte; the place behind the last stands for the end.
  private struct Places {
    private(set) var bytes: [UInt8] = []
    /// The first bytes of the forms of each unit, and the end.
    private(set) var starts: [[UInt32]] = []
    /// For the last byte of a form the unit that follows it.
    private(set) var following: [Int?] = []

    init(_ units: [[[UInt8]]]) {
      for (unit, forms) in units.enumerated() {
        starts.append([])
        for form in forms {
          starts[unit].append(UInt32(bytes.count))
          bytes += form
          following += [Int?](repeating: nil, count: form.count - 1) + [unit + 1]
        }
      }
      starts.append([UInt32(bytes.count)])
    }

    var end: UInt32 { UInt32(bytes.count) }
  }

  /// Places looked at while an automaton is built, some tens of milliseconds' worth.
  private static let buildLimit = 1_000_000

  /// Accepts what matches; nil where that would take too large a table or too long.
  var automaton: ByteAutomaton? {
    let places = Places(units)
    var left = Self.buildLimit
    return ByteAutomaton(
      from: places.starts[0], classes: ByteClasses(distinguishing: places.bytes),
      isAffordable: { state in
        left -= state.count
        return left > 0
      },
      step: { step($0, $1, places) }, accepts: { $0.last == places.end })
  }

  /// `state` holds the places of the bytes that may come next, sorted.
  private func step(_ state: [UInt32], _ byte: UInt8, _ places: Places) -> [UInt32]? {
    if anchor == .prefix, state.last == places.end { return state }
    var next = anchor == .suffix ? places.starts[0] : []
    for place in state where place < places.end && places.bytes[Int(place)] == byte {
      if let unit = places.following[Int(place)] {
        next += places.starts[unit]
      } else {
        next.append(place + 1)
      }
    }
    guard !next.isEmpty else { return nil }
    next.sort()
    var last: UInt32?
    next.removeAll { place in
      defer { last = place }
      return place == last
    }
    return next
  }
}
