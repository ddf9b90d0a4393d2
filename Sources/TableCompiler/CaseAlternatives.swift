/// The two spellings of each UTF-16 unit of a pattern between which the service does not distinguish:
/// the unit in lower and in upper case, each by itself, so that `ß` is `ß` or `SS`.
///
/// A unit of a surrogate pair is no character by itself and becomes `?`.
func caseAlternatives(_ bytes: [UInt8]) -> [(lower: [UInt8], upper: [UInt8])] {
  var units: [(lower: [UInt8], upper: [UInt8])] = []
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    if scalar.value > 0xFFFF {
      let unknown = [UInt8(ascii: "?")]
      units += [(unknown, unknown), (unknown, unknown)]
    } else {
      let lower = Array(scalar.properties.lowercaseMapping.utf8)
      let upper = Array(scalar.properties.uppercaseMapping.utf8)
      units.append((lower, upper))
    }
  }
  return units
}
