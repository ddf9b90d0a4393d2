/// Columns of equal width for a terminal; the last one is not padded.
package struct TextTable {
  private var rows: [(cells: [String], role: Palette.Role?)] = []

  package init() {}

  package mutating func add(_ cells: [String], _ role: Palette.Role? = nil) {
    rows.append((cells.map(\.printable), role))
  }

  package func render(_ palette: Palette) -> String {
    var widths: [Int] = []
    for row in rows {
      for (i, cell) in row.cells.enumerated() {
        if i == widths.count { widths.append(0) }
        widths[i] = max(widths[i], cell.cells)
      }
    }
    var text = ""
    for row in rows {
      var line = ""
      for (i, cell) in row.cells.enumerated() {
        line += cell
        if i < row.cells.count - 1 {
          line += String(repeating: " ", count: widths[i] - cell.cells + 2)
        }
      }
      text += (row.role.map { palette.paint(line, $0) } ?? line) + "\n"
    }
    return text
  }
}
