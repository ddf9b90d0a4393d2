import Diagnostics

extension TreeBuilder {
  /// Reports every key of a mapping that reads like an earlier one, quoted or not.
  mutating func checkKeys(of frame: Frame) {
    let count = (pending.count - frame.base) / 2
    if count <= 8 { checkFewKeys(frame.base, count) } else { checkManyKeys(frame.base, count) }
  }

  private mutating func checkFewKeys(_ base: Int, _ count: Int) {
    for later in 0..<count {
      let range = textRange(pending[base + 2 * later])
      for earlier in 0..<later
      where sameBytes(textRange(pending[base + 2 * earlier]), range, of: text) {
        reportDuplicate(pending[base + 2 * later], first: pending[base + 2 * earlier])
        break
      }
    }
  }

  private mutating func checkManyKeys(_ base: Int, _ count: Int) {
    keys.clear(for: count)
    for i in stride(from: base, to: pending.count, by: 2) {
      if let earlier = keys.insert(pending[i], records, text) {
        reportDuplicate(pending[i], first: earlier)
      }
    }
  }

  func textRange(_ node: UInt32) -> Range<Int> { records[Int(node)].textRange }

  func name(_ node: UInt32) -> String {
    shortened(String(decoding: text[textRange(node)].prefix(400), as: UTF8.self))
  }

  private mutating func reportDuplicate(_ node: UInt32, first: UInt32) {
    guard problems.count < 20 else { return }
    let record = records[Int(node)]
    let earlier = records[Int(first)]
    let problem = Refusal(
      "syntax/duplicate-key", "key '\(name(node))' occurs twice in the same mapping",
      at: range(Int(record.start), Int(record.end)),
      help: name(node) == "<<"
        ? "merge several mappings by '<<: [*a, *b]'" : "keep one of them or rename the other",
      related: [
        Diagnostic.Related("first written here", at: range(Int(earlier.start), Int(earlier.end)))
      ])
    problems.append(problem.diagnostic)
  }
}
