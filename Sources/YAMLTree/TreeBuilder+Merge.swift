import Diagnostics

extension TreeBuilder {
  /// Remembers that the innermost mapping merges others by the key that comes next.
  mutating func noteMergeKey() {
    if open[open.count - 1].mergeKey == nil { open[open.count - 1].mergeKey = pending.count }
  }

  /// Appends a mapping's own entries, then those of its `<<` that no earlier key hides.
  mutating func appendMerged(_ frame: Frame, mergeKey: Int) throws(Refusal) {
    var entries: [UInt32] = []
    for i in stride(from: frame.base, to: pending.count, by: 2) where i != mergeKey {
      entries.append(pending[i])
      entries.append(pending[i + 1])
    }
    for source in try mergeSources(pending[mergeKey + 1]) {
      entries.append(contentsOf: childRun(source))
    }
    keys.clear(for: entries.count / 2)
    for i in stride(from: 0, to: entries.count, by: 2)
    where keys.insert(entries[i], records, text) == nil {
      children.append(entries[i])
      children.append(entries[i + 1])
    }
  }

  /// The mappings that the value of a `<<` names, in order.
  private func mergeSources(_ value: UInt32) throws(Refusal) -> [UInt32] {
    let record = records[Int(value)]
    let sources = record.kind == .sequence ? Array(childRun(value)) : [value]
    for source in sources where records[Int(source)].kind != .mapping {
      throw Refusal(
        "syntax/merge-key", "'<<' takes a mapping or a list of mappings",
        at: range(Int(record.start), Int(record.end)), help: "quote it if '<<' is a name")
    }
    return sources
  }

  private func childRun(_ node: UInt32) -> ArraySlice<UInt32> {
    let record = records[Int(node)]
    return children[Int(record.first)..<Int(record.first) + Int(record.count)]
  }
}
