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

  func matches(_ value: [UInt8]) -> Bool {
    var ends: Set<Int> = anchor == .suffix ? Set(0...value.count) : [0]
    for forms in units {
      var next: Set<Int> = []
      for end in ends {
        for form in forms where value[end...].starts(with: form) { next.insert(end + form.count) }
      }
      guard !next.isEmpty else { return false }
      ends = next
    }
    return anchor == .prefix || ends.contains(value.count)
  }
}

extension FoldedText {
  /// Inside one form of one unit; `offset` 0 of form 0 is the place before the unit.
  private struct Place: Hashable, Comparable {
    var unit: Int
    var form = 0
    var offset = 0

    static func < (a: Place, b: Place) -> Bool {
      (a.unit, a.form, a.offset) < (b.unit, b.form, b.offset)
    }
  }

  var automaton: ByteAutomaton? {
    ByteAutomaton(
      from: [Place(unit: 0)], classes: ByteClasses(distinguishing: units.joined().joined()),
      step: step, accepts: { $0.contains { $0.unit == units.count } })
  }

  private func step(_ places: [Place], _ byte: UInt8) -> [Place]? {
    if anchor == .prefix, places.contains(where: { $0.unit == units.count }) { return places }
    var next = Set(places.lazy.flatMap { after($0, byte) })
    if anchor == .suffix { next.insert(Place(unit: 0)) }
    return next.isEmpty ? nil : next.sorted()
  }

  private func after(_ place: Place, _ byte: UInt8) -> [Place] {
    guard place.unit < units.count else { return [] }
    let forms = units[place.unit]
    let choices = place.offset == 0 ? Array(forms.indices) : [place.form]
    return choices.compactMap { form in
      guard forms[form][place.offset] == byte else { return nil }
      return place.offset + 1 == forms[form].count
        ? Place(unit: place.unit + 1)
        : Place(unit: place.unit, form: form, offset: place.offset + 1)
    }
  }
}
