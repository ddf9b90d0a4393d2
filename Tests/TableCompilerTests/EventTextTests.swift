import EventMatcher
import Foundation
import PatternOracle
import Testing

@Suite("Events however they are written")
struct EventTextTests {
  @Test(arguments: 1...6) func matchTheSame(seed: UInt64) throws {
    var random = PatternGenerator(seed: seed &+ 2000)
    let patterns = validPatterns(20, &random)
    let table = try table(patterns)
    for _ in 0..<20 {
      let event = random.event(near: patterns[Int(random.next() % 20)])
      let expected = try matches(table, event)
      #expect(try matches(table, spaced(event, &random)) == expected, "seed \(seed): \(event)")
      #expect(try matches(table, escaped(event)) == expected, "seed \(seed): \(event)")
    }
  }

  /// White space wherever JSON allows it.
  private func spaced(_ event: String, _ random: inout PatternGenerator) -> String {
    var result = ""
    var isInString = false
    var isEscaped = false
    for character in event.unicodeScalars {
      if !isInString, "{}[],:".unicodeScalars.contains(character) {
        let space = [" ", "\n", "\t", "\r\n", String(repeating: " ", count: 40)]
        result += space[Int(random.next() % 5)]
        result.unicodeScalars.append(character)
        result += space[Int(random.next() % 5)]
        continue
      }
      if character == "\"", !isEscaped { isInString.toggle() }
      isEscaped = character == "\\" && !isEscaped
      result.unicodeScalars.append(character)
    }
    return result
  }

  /// Every letter inside strings as an escape.
  private func escaped(_ event: String) -> String {
    var result = ""
    var isInString = false
    var isEscaped = false
    for unit in event.utf16 {
      let scalar = Unicode.Scalar(unit) ?? " "
      let isPlain = scalar.properties.isAlphabetic || unit > 0x7F
      if isInString, !isEscaped, isPlain {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        continue
      }
      if isEscaped, scalar == "u" { return event }
      if scalar == "\"", !isEscaped { isInString.toggle() }
      isEscaped = scalar == "\\" && !isEscaped
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
