/// Where each section of a table begins and how many records it holds.
struct TableLayout: Sendable {
  var heap = 0
  var texts = 0
  var rules = 0
  var lists = 0
  var atoms = 0
  var nodes = 0
  var nodeSlots = 0
  var paths = 0
  var extras = 0
  var values = 0
  var valueSlots = 0
  var wildcards = 0
  var foldings = 0
  var intervals = 0
  var networks = 0
  var conditions = 0
  var tests = 0
  var conjunctions = 0

  var nodeMask: UInt64 = 0
  var valueMask: UInt64 = 0
  var ruleCount = 0
  var nodeCount = 0
  var pathCount = 0
  var wildcardCount = 0
  /// The list of the paths that have something filed under their absence.
  var absentPaths: UInt32 = 0
  /// The digest of the source, as offset and length in the heap.
  var digest = (offset: 0, length: 0)

  /// Takes over the directory, one (offset, count) pair a section in the order of `Section`.
  init(_ sections: [(offset: Int, count: Int)]) {
    func offset(_ section: Section) -> Int { sections[section.rawValue].offset }
    func count(_ section: Section) -> Int { sections[section.rawValue].count }
    heap = offset(.heap)
    texts = offset(.texts)
    rules = offset(.rules)
    lists = offset(.lists)
    atoms = offset(.atoms)
    nodes = offset(.nodes)
    nodeSlots = offset(.nodeSlots)
    paths = offset(.paths)
    extras = offset(.extras)
    values = offset(.values)
    valueSlots = offset(.valueSlots)
    wildcards = offset(.wildcards)
    foldings = offset(.foldings)
    intervals = offset(.intervals)
    networks = offset(.networks)
    conditions = offset(.conditions)
    tests = offset(.tests)
    conjunctions = offset(.conjunctions)
    nodeMask = UInt64(count(.nodeSlots) &- 1)
    valueMask = UInt64(count(.valueSlots) &- 1)
    ruleCount = count(.rules)
    nodeCount = count(.nodes)
    pathCount = count(.paths)
    wildcardCount = count(.wildcards)
  }
}

/// A checked table's bytes and their layout: what the matching code reads.
struct Table {
  let bytes: Bytes
  let layout: TableLayout

  /// Number of items of the list at `list`, whose items stand behind it.
  @inline(__always)
  func listCount(_ list: UInt32) -> Int {
    Int(bytes.u32(layout.lists &+ Int(list) &* 4))
  }

  @inline(__always)
  func listItem(_ list: UInt32, _ index: Int) -> UInt32 {
    bytes.u32(layout.lists &+ (Int(list) &+ 1 &+ index) &* 4)
  }

  @inline(__always)
  func atomCount(_ list: UInt32) -> Int {
    Int(bytes.u32(layout.atoms &+ Int(list) &* 4))
  }

  @inline(__always)
  func atom(_ list: UInt32, _ index: Int) -> UInt32 {
    bytes.u32(layout.atoms &+ (Int(list) &+ 1 &+ index) &* 4)
  }

  /// Offset and length of a text in the bytes.
  @inline(__always)
  func text(_ index: UInt32) -> (offset: Int, length: Int) {
    let at = layout.texts &+ Int(index) &* 8
    return (layout.heap &+ Int(bytes.u32(at)), Int(bytes.u32(at &+ 4)))
  }
}
