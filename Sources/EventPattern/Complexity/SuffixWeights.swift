/// The literals after stars, as an Aho-Corasick automaton: how heavy are all those that one text
/// ends with, given that their stars are reached?
struct SuffixWeights {
  /// Trie nodes, the root first; a parent comes before its children.
  private var parents = [0]
  private var bytes: [UInt8] = [0]
  private var depths = [0]
  /// The longest proper suffix that is a node too.
  private var fallbacks: [Int] = [0]
  private var byDepth: [Int] = []
  private var edges: [Int: Int] = [:]
  /// For each star at a prefix: the weight of it and of the stars after it, and of the nodes that
  /// its literals stand for.
  private var trees: [Int: Tree] = [:]

  private struct Tree {
    var stars = 0
    var literals: [(node: Int, weight: Int)] = []
    /// Patterns whose match a node is.
    var matches: [(node: Int, patterns: UInt16)] = []
  }

  var count: Int { parents.count }

  init(_ machine: WildcardMachine) {
    var nodes = [Int](repeating: 0, count: machine.states.count)
    var roots = [Int](repeating: -1, count: machine.states.count)
    for (i, state) in machine.states.enumerated() where state.parent >= 0 {
      let weight = state.patterns.nonzeroBitCount
      roots[i] = roots[state.parent]
      if state.kind == .star {
        if roots[i] < 0 { roots[i] = i }
        trees[roots[i], default: Tree()].stars += weight
      } else if roots[i] >= 0 {
        nodes[i] = node(after: nodes[state.parent], on: state.byte)
        if state.kind == .match {
          trees[roots[i], default: Tree()].matches.append((nodes[i], state.patterns))
        } else {
          trees[roots[i], default: Tree()].literals.append((nodes[i], weight))
        }
      }
    }
    byDepth = parents.indices.sorted { depths[$0] < depths[$1] }
    for node in byDepth.dropFirst() { fallbacks[node] = fallback(of: node) }
  }

  /// The weight of all states after these stars that one well-chosen text reaches.
  func heaviest(_ stars: [Int]) -> Int {
    var weights = [Int](repeating: 0, count: count)
    var matches = [UInt16](repeating: 0, count: count)
    var total = 0
    for case let tree? in stars.map({ trees[$0] }) {
      total += tree.stars
      for literal in tree.literals { weights[literal.node] += literal.weight }
      for match in tree.matches { matches[match.node] |= match.patterns }
    }
    var most = 0
    for node in byDepth.dropFirst() {
      weights[node] += weights[fallbacks[node]]
      matches[node] |= matches[fallbacks[node]]
      most = max(most, weights[node] + matches[node].nonzeroBitCount)
    }
    return total + most
  }

  private mutating func node(after parent: Int, on byte: UInt8) -> Int {
    if let known = edges[parent << 8 | Int(byte)] { return known }
    parents.append(parent)
    bytes.append(byte)
    depths.append(depths[parent] + 1)
    fallbacks.append(0)
    edges[parent << 8 | Int(byte)] = parents.count - 1
    return parents.count - 1
  }

  private func fallback(of node: Int) -> Int {
    var candidate = parents[node]
    while candidate != 0 {
      candidate = fallbacks[candidate]
      if let shorter = edges[candidate << 8 | Int(bytes[node])] { return shorter }
    }
    return 0
  }
}
