import Diagnostics

/// One source line laid out for a terminal, cut to a window around what is marked.
struct SnippetLine {
  let number: Int
  /// Printable text of the window, with `...` where the line was cut.
  let text: String
  /// First and last cell of each mark, in `text`; a mark is at least one cell.
  let marks: [ClosedRange<Int>]

  /// Cells of source shown before a line is cut.
  static let maximumCells = 108

  /// `ranges` are byte ranges that start on the line; they are clipped to its end.
  init(_ file: SourceFile, line number: Int, marking ranges: [Range<Int>]) {
    let line = file.bytes(ofLine: number)
    let start = line.lowerBound
    var end = line.upperBound
    while end > start, Self.isBlank(file.bytes[end - 1]) { end -= 1 }
    let window = Self.window(in: start..<end, around: ranges.first?.lowerBound ?? start, file.bytes)
    var layout = Layout(text: window.lowerBound > start ? "..." : "")
    var offset = window.lowerBound
    var edges: [(first: Int?, last: Int?)] = ranges.map { _ in (nil, nil) }
    let marksEnd = ranges.map(\.upperBound).max() ?? 0
    for (scalar, length) in Self.scalars(of: file.bytes[window]) {
      if layout.cells > Self.maximumCells + 12, offset >= marksEnd { break }
      let cell = layout.cells
      layout.append(scalar)
      for (index, range) in ranges.enumerated() where range.contains(offset) {
        edges[index].first = edges[index].first ?? cell
        edges[index].last = max(cell, layout.cells - 1)
      }
      offset += length
    }
    self.number = number
    text = offset < end ? layout.text + "..." : layout.text
    marks = zip(ranges, edges).map { range, edge in
      let first = edge.first ?? (range.lowerBound < window.lowerBound ? 0 : layout.cells)
      return first...max(first, edge.last ?? first)
    }
  }

  /// Each character with the bytes that it stands for; bytes that are not UTF-8 are U+FFFD.
  private static func scalars(of bytes: ArraySlice<UInt8>) -> [(Unicode.Scalar, Int)] {
    var result: [(Unicode.Scalar, Int)] = []
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded): result.append((Unicode.UTF8.decode(encoded), encoded.count))
      case .error(let length): result.append(("\u{FFFD}", length))
      case .emptyInput: return result
      }
    }
  }

  private struct Layout {
    var text: String
    var cells: Int

    init(text: String) {
      self.text = text
      cells = text.utf8.count
    }

    mutating func append(_ scalar: Unicode.Scalar) {
      let glyph = Glyph(scalar, atCell: cells)
      text += glyph.text
      cells += glyph.width
    }
  }

  /// The whole line where it is short, else about `maximumCells` bytes with a third of them before
  /// the mark; cut between characters.
  private static func window(
    in line: Range<Int>, around mark: Int, _ bytes: [UInt8]
  ) -> Range<Int> {
    if line.count <= maximumCells { return line }
    let wanted = min(max(mark, line.lowerBound), line.upperBound)
    var low = max(line.lowerBound, wanted - maximumCells / 3)
    var high = min(line.upperBound, low + maximumCells)
    low = max(line.lowerBound, min(low, high - maximumCells))
    while low > line.lowerBound, bytes[low] & 0xC0 == 0x80 { low -= 1 }
    while high < line.upperBound, bytes[high] & 0xC0 == 0x80 { high += 1 }
    return low..<high
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09
  }
}
