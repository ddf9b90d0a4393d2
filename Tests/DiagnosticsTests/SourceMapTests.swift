import Testing

@testable import Diagnostics

@Suite("A byte offset is shown as line and column")
struct SourceMapTests {
  private func positions(_ text: String) -> [String] {
    let file = SourceFile(path: "f", bytes: Array(text.utf8))
    return (0...file.bytes.count).map { offset in
      let place = file.position(at: offset)
      return "\(place.line):\(place.column)"
    }
  }

  @Test(arguments: [
    ("", ["1:1"]),
    ("ab", ["1:1", "1:2", "1:3"]),
    ("a\nb", ["1:1", "1:2", "2:1", "2:2"]),
    ("a\r\nb", ["1:1", "1:2", "1:3", "2:1", "2:2"]),
    ("a\rb", ["1:1", "1:2", "2:1", "2:2"]),
    ("\n\r\n\r", ["1:1", "2:1", "2:2", "3:1", "4:1"]),
    ("a\n", ["1:1", "1:2", "2:1"]),
  ])
  func atEveryOffset(text: String, expected: [String]) {
    #expect(positions(text) == expected)
  }

  @Test func columnsCountCharactersOnLongLines() {
    let text = String(repeating: "aé😀", count: 1000)
    let file = SourceFile(path: "f", bytes: Array(text.utf8))
    var offset = 0
    for (i, scalar) in text.unicodeScalars.enumerated() {
      #expect(file.position(at: offset).column == i + 1)
      offset += UTF8.width(scalar)
    }
    #expect(file.position(at: offset).column == 3001)
  }

  @Test func offsetsOutsideTheFileAreHeldInside() {
    let file = SourceFile(path: "f", bytes: Array("ab\nc".utf8))
    #expect(file.position(at: 100) == (2, 2))
    #expect(file.position(at: -1) == (1, 1))
  }

  @Test(arguments: [
    ("a\nbc\r\nd\re", ["a", "bc", "d", "e"]), ("", [""]), ("a\n", ["a", ""]),
    ("\u{FEFF}é\n", ["é", ""]),
  ])
  func linesAreShownWithoutTheirBreaks(text: String, expected: [String]) {
    let file = SourceFile(path: "f", bytes: Array(text.utf8))
    #expect((1...expected.count).map(file.text(ofLine:)) == expected)
    #expect(file.lineStarts.count == expected.count)
    #expect(file.text(ofLine: 0) == "" && file.text(ofLine: expected.count + 1) == "")
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    let file = SourceFile(path: "f", bytes: [0xEF, 0xBB, 0xBF] + Array("ab".utf8))
    #expect(file.position(at: 0) == (1, 1))
    #expect(file.position(at: 3) == (1, 1))
    #expect(file.position(at: 4) == (1, 2))
  }

  @Test func utf16IsHeldAsUTF8() {
    let text = "é😀\nx"
    let units = Array(text.utf16)
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(SourceFile(path: "f", bytes: [0xFE, 0xFF] + big).bytes == Array(text.utf8))
    #expect(SourceFile(path: "f", bytes: [0xFF, 0xFE] + little).bytes == Array(text.utf8))
    #expect(SourceFile(path: "f", bytes: [0xFF, 0xFE, 0x3D, 0xD8]).bytes == Array("\u{FFFD}".utf8))
    #expect(SourceFile(path: "f", bytes: [0xFF, 0xFE, 0x61]).bytes == Array("\u{FFFD}".utf8))
    #expect(SourceFile(path: "f", bytes: [0xFF]).bytes == [0xFF])
  }

  @Test func bytesThatAreNoTextAreRepairedWhenShown() {
    #expect(SourceFile(path: "f", bytes: [0x61, 0xFF]).text(ofLine: 1) == "a\u{FFFD}")
  }

  @Test func rangesAreResolvedInTheirFile() {
    var map = SourceMap()
    let first = map.add(SourceFile(path: "a", bytes: Array("xy".utf8)))
    let second = map.add(SourceFile(path: "b", bytes: Array("x\néy".utf8)))
    #expect(first < second && map.files.map(\.path) == ["a", "b"])
    let shown = map.resolve(SourceRange(file: second, start: 2, end: 5))
    #expect(shown == ResolvedRange(path: "b", line: 2, column: 1, endLine: 2, endColumn: 3))
    #expect(map.resolve(SourceRange(file: first, start: 1, end: 1)).column == 2)
  }

  @Test func rangesNeverRunBackwards() {
    let range = SourceRange(file: FileID(0), start: 5, end: 3)
    #expect(range.start == 5 && range.end == 5)
    #expect(SourceRange(file: FileID(0), start: -1, end: .max).end == .max)
  }
}
