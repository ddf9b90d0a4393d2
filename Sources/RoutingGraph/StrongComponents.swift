/// The strongly connected parts of a directed graph, each after all parts that it leads to (Tarjan,
/// with a stack of its own).
package func stronglyConnectedComponents(
  count: Int, successors: (Int) -> [Int]
) -> [[Int]] {
  var search = StrongSearch(count: count)
  for root in 0..<count where search.order[root] == nil {
    search.visit(root, successors)
  }
  return search.components
}

private struct StrongSearch {
  var order: [Int?]
  var lowest: [Int]
  var isOpen: [Bool]
  var open: [Int] = []
  var visited = 0
  var components: [[Int]] = []

  init(count: Int) {
    order = Array(repeating: nil, count: count)
    lowest = Array(repeating: 0, count: count)
    isOpen = Array(repeating: false, count: count)
  }

  mutating func visit(_ root: Int, _ successors: (Int) -> [Int]) {
    var frames: [(node: Int, next: [Int], position: Int)] = [(root, successors(root), 0)]
    enter(root)
    while let frame = frames.last {
      guard frame.position < frame.next.count else {
        frames.removeLast()
        leave(frame.node)
        if let parent = frames.last?.node {
          lowest[parent] = min(lowest[parent], lowest[frame.node])
        }
        continue
      }
      frames[frames.count - 1].position += 1
      let next = frame.next[frame.position]
      if let place = order[next] {
        if isOpen[next] { lowest[frame.node] = min(lowest[frame.node], place) }
      } else {
        enter(next)
        frames.append((next, successors(next), 0))
      }
    }
  }

  private mutating func enter(_ node: Int) {
    order[node] = visited
    lowest[node] = visited
    visited += 1
    open.append(node)
    isOpen[node] = true
  }

  private mutating func leave(_ node: Int) {
    guard lowest[node] == order[node] else { return }
    var component: [Int] = []
    while let last = open.popLast() {
      isOpen[last] = false
      component.append(last)
      if last == node { break }
    }
    components.append(component)
  }
}
