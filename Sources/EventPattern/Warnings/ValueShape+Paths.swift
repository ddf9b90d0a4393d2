/// What a shape says of the place that a path leads to, arrays being passed through.
struct PlaceShape {
  /// Scalars that can stand there.
  var scalars: [ValueShape] = []
  var hasObjects = false
  /// Something undeclared may stand there.
  var isOpen = false

  /// Whether everything that can stand there is known.
  var isKnown: Bool { !isOpen && (hasObjects || !scalars.isEmpty) }
}

extension ValueShape {
  func place(_ path: UTF8Text) -> PlaceShape {
    var place = PlaceShape()
    follow(path.bytes[...], into: &place, depth: 0)
    return place
  }

  /// A declared name may itself hold dots, so each name that the rest begins with is followed.
  private func follow(_ rest: ArraySlice<UInt8>?, into place: inout PlaceShape, depth: Int) {
    guard depth < 64 else {
      place.isOpen = true
      return
    }
    switch self {
    case .any: place.isOpen = true
    case .array(let element): element.follow(rest, into: &place, depth: depth + 1)
    case .union(let shapes):
      for shape in shapes { shape.follow(rest, into: &place, depth: depth + 1) }
    case .object(let object):
      guard let rest else {
        place.hasObjects = true
        return
      }
      var isDeclared = false
      for property in object.properties where rest.starts(with: property.name.bytes) {
        let inner = rest.dropFirst(property.name.bytes.count)
        guard inner.isEmpty || inner.first == UInt8(ascii: ".") else { continue }
        isDeclared = true
        property.shape.follow(
          inner.isEmpty ? nil : inner.dropFirst(), into: &place, depth: depth + 1)
      }
      if !isDeclared { place.isOpen = place.isOpen || object.isOpen }
    default: if rest == nil { place.scalars.append(self) }
    }
  }
}
