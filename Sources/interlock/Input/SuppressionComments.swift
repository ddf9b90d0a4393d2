import Checks
import Diagnostics
import YAMLTree

/// The comments of a file that speak to Interlock; text in quotes and block scalars is no comment.
func suppressionComments(of file: SourceFile, id: FileID, _ roots: [YAMLNode]) -> [SourceComment] {
  let lines = linesNaming(Array("interlock:".utf8), in: file)
  if lines.isEmpty { return [] }
  let scalars = quotedRuns(of: roots)
  return lines.compactMap { line in
    guard let start = commentStart(on: line, of: file, outside: scalars) else { return nil }
    let text = file.bytes[start..<end(of: line, in: file)]
    return SourceComment(
      String(decoding: text, as: UTF8.self),
      at: SourceRange(file: id, start: start, end: text.endIndex))
  }
}

/// One-based numbers of the lines that hold `word`.
private func linesNaming(_ word: [UInt8], in file: SourceFile) -> [Int] {
  var lines: [Int] = []
  var start = 0
  while let hash = file.bytes[start...].firstIndex(of: 0x23) {
    let line = file.position(at: hash).line
    let end = end(of: line, in: file)
    let rest = file.bytes[hash..<end]
    if rest.indices.contains(where: { rest[$0...].starts(with: word) }) { lines.append(line) }
    start = end
  }
  return lines
}

/// Where the comment of a line starts: a `#` after a blank, or first, and in no scalar.
private func commentStart(
  on line: Int, of file: SourceFile, outside scalars: [Range<Int>]
) -> Int? {
  let start = Int(file.lineStarts[line - 1])
  return (start..<end(of: line, in: file)).first { position in
    guard file.bytes[position] == 0x23 else { return false }
    if position > start, file.bytes[position - 1] > 0x20 { return false }
    return !isInside(position, scalars)
  }
}

private func end(of line: Int, in file: SourceFile) -> Int {
  var end = line < file.lineStarts.count ? Int(file.lineStarts[line]) : file.bytes.count
  while end > 0, file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D { end -= 1 }
  return max(end, Int(file.lineStarts[line - 1]))
}

/// The bytes of every scalar that is not plain, in order.
private func quotedRuns(of roots: [YAMLNode]) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  var open = roots
  while let node = open.popLast() {
    switch node.kind {
    case .scalar:
      if node.style != .plain { runs.append(Int(node.range.start)..<Int(node.range.end)) }
    case .sequence: open += node.elements
    case .mapping:
      for (key, value) in node.entries {
        open.append(key)
        open.append(value)
      }
    }
  }
  return runs.sorted { $0.lowerBound < $1.lowerBound }
}

private func isInside(_ position: Int, _ runs: [Range<Int>]) -> Bool {
  var (low, high) = (0, runs.count)
  while low < high {
    let middle = (low + high) / 2
    if runs[middle].lowerBound <= position { low = middle + 1 } else { high = middle }
  }
  return low > 0 && runs[low - 1].contains(position)
}
