/// One Unicode scalar as a terminal shows it.
struct Glyph {
  var text: String
  /// Terminal cells: 0 for what combines, 2 for wide characters.
  var width: Int

  /// A tab reaches the next multiple of four cells from `cell`; what would steer the terminal or
  /// reorder its line is spelt out.
  init(_ scalar: Unicode.Scalar, atCell cell: Int = 0) {
    if scalar == "\t" {
      width = 4 - cell % 4
      text = String(repeating: " ", count: width)
    } else if Self.steersTerminal(scalar) {
      text = "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      width = text.utf8.count
    } else {
      text = String(scalar)
      width = Self.width(of: scalar)
    }
  }

  private static func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    // Direction marks, isolates, line and paragraph separators, zero-width space, byte order mark.
    case 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// East Asian Wide and Fullwidth blocks of Unicode's EastAsianWidth.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The text with everything spelt out that would steer a terminal; line breaks become spaces.
  package var printable: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var result = ""
    for scalar in unicodeScalars {
      result += scalar == "\n" || scalar == "\r" ? " " : Glyph(scalar).text
    }
    return result
  }

  /// Terminal cells of the printable text.
  package var cells: Int { unicodeScalars.reduce(0) { $0 + Glyph($1, atCell: $0).width } }
}
