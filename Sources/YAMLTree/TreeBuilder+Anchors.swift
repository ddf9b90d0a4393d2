import Diagnostics

/// What an anchor stands for; `size` and `height` are known once its node is read to the end.
struct Anchor {
  var node: UInt32
  var size: TreeBuilder.Size
  var height: Int
  var isComplete: Bool
}

extension TreeBuilder {
  /// Puts the node of `anchor` here once more.
  mutating func alias(_ anchor: Anchor, named name: String, from start: Int, to end: Int)
    throws(Refusal)
  {
    guard anchor.isComplete else { throw selfContaining(anchor, name, range(start, end)) }
    if expectsKey, records[Int(anchor.node)].kind != .scalar {
      throw complexKey(from: start, to: end)
    }
    if open.count + anchor.height > limits.depth { throw tooDeep(at: start) }
    // INVARIANT: both terms are within the bounds, so the sums cannot overflow.
    size.nodes += anchor.size.nodes
    size.bytes += anchor.size.bytes
    if size.nodes > limits.nodes { throw tooManyNodes(at: start) }
    if size.bytes > limits.bytes { throw tooMuchText(at: start) }
    if open.isEmpty { roots.append(anchor.node) } else { pending.append(anchor.node) }
    contain(end: end, height: anchor.height)
  }

  func complexKey(from start: Int, to end: Int) -> Refusal {
    Refusal(
      "syntax/key", "a key must be a scalar, not a mapping or sequence", at: range(start, end),
      help: "quote the key if brackets or braces belong to its name")
  }

  private func selfContaining(_ anchor: Anchor, _ name: String, _ place: SourceRange) -> Refusal {
    let start = Int(records[Int(anchor.node)].start)
    return Refusal(
      "syntax/alias",
      "alias '*\(shortened(name))' stands inside the node that it names, which would never end",
      at: place, help: "let the alias name a node that is complete before it",
      related: [
        Diagnostic.Related("'&\(shortened(name))' starts here", at: range(start, start + 1))
      ])
  }
}
