/// The check of a table's records at load; each rule here is what some unchecked read relies on.
struct TableCheck {
  let table: Table
  /// For each word of `lists`: one more than the largest item of the list that begins there,
  /// 0 for an empty one, the largest number where no list begins.
  private var needs: [UInt32] = []
  /// For each word of `lists`: what the items of the list that begins there may be, as `ListUse`.
  private var uses: [UInt8] = []
  /// For each unit of their section: 1 where a value or a conjunction begins, else 0.
  var valueStarts: [UInt8] = []
  private var conjunctionStarts: [UInt8] = []
  /// For each word of `atoms`: 0 where no list begins, 1 where one does, 2 where that one excludes.
  private var atomLists: [UInt8] = []

  init(table: Table) { self.table = table }

  @inline(__always)
  func count(_ section: Section) -> UInt32 {
    UInt32(truncatingIfNeeded: table.count(of: section))
  }

  @inline(__always)
  func u32(_ section: Section, _ record: Int, _ field: Int) -> UInt32 {
    table.bytes.u32(table.record(section, record) &+ field)
  }

  func fail(_ section: Section, _ record: Int) -> TableError {
    TableError(.badReference, at: table.record(section, record))
  }

  mutating func all() throws(TableError) {
    try heapPadding()
    try tileConjunctions()
    try tileLists()
    try texts()
    try header()
    try values()
    try tileAtoms()
    try nodes()
    try nodeSlots()
    try valueSlots()
    try paths()
    try extras()
    try patterns()
    try ranges()
    try conditions()
    try conjunctions()
    try rules()
  }

  /// What a list can serve as; one that is empty serves as anything but a wildcard's runs.
  private enum ListUse {
    /// All items are conjunctions.
    static let posting: UInt8 = 1
    /// Offsets and lengths of two texts at least.
    static let runs: UInt8 = 2
  }

  /// What the header refers to: the text that is the digest, the list of paths.
  private func header() throws(TableError) {
    guard table.digest < count(.texts) else { throw TableError(.badReference, at: 36) }
    guard isList(table.absentPaths, below: count(.paths)) else {
      throw TableError(.badReference, at: 40)
    }
  }

  /// Whether a text lies in the heap with the padding still behind it.
  func inHeap(_ offset: UInt32, _ length: UInt32) -> Bool {
    UInt64(offset) + UInt64(length) + UInt64(TableFormat.heapPadding) <= UInt64(count(.heap))
  }

  /// Whether a list begins at `list` whose items are all below `limit`.
  @inline(__always)
  func isList(_ list: UInt32, below limit: UInt32) -> Bool {
    list < count(.lists) && needs[Int(list)] <= limit
  }

  /// Whether a posting leads to conjunctions only.
  @inline(__always)
  func isPosting(_ posting: UInt32) -> Bool {
    if posting & TableFormat.inlinePosting != 0 {
      return isConjunction(posting & ~TableFormat.inlinePosting)
    }
    return posting < count(.lists) && uses[Int(posting)] & ListUse.posting != 0
  }

  @inline(__always)
  private func isConjunction(_ index: UInt32) -> Bool {
    index < count(.conjunctions) && conjunctionStarts[Int(index)] != 0
  }

  func isRuns(_ list: UInt32) -> Bool {
    list < count(.lists) && uses[Int(list)] & ListUse.runs != 0
  }

  @inline(__always)
  func isValue(_ index: UInt32) -> Bool {
    index < count(.values) && valueStarts[Int(index)] != 0
  }

  func isAtomList(_ list: UInt32) -> Bool {
    list < count(.atoms) && atomLists[Int(list)] != 0
  }

  private func heapPadding() throws(TableError) {
    guard count(.heap) >= UInt32(TableFormat.heapPadding) else { throw fail(.heap, 0) }
  }

  /// Conjunctions lie end to end and fill their section, each with a test at least.
  private mutating func tileConjunctions() throws(TableError) {
    let total = Int(count(.conjunctions))
    conjunctionStarts = [UInt8](repeating: 0, count: total)
    var at = 0
    while at < total {
      let tests = Int(u32(.conjunctions, at, 0) >> ConjunctionFlags.countShift)
      guard tests > 0, tests < total - at else { throw fail(.conjunctions, at) }
      conjunctionStarts[at] = 1
      at += tests + 1
    }
  }

  /// Lists lie end to end and fill their section, so none can overlap another.
  private mutating func tileLists() throws(TableError) {
    let total = Int(count(.lists))
    needs = [UInt32](repeating: .max, count: total)
    uses = [UInt8](repeating: 0, count: total)
    var at = 0
    while at < total {
      let items = Int(clamping: u32(.lists, at, 0))
      guard items < total - at else { throw fail(.lists, at) }
      var need: UInt32 = 0
      var isPosting = true
      for i in at + 1..<at + 1 + items {
        let item = u32(.lists, i, 0)
        guard item < .max - 1 else { throw fail(.lists, i) }
        if item >= need { need = item + 1 }
        isPosting = isPosting && isConjunction(item)
      }
      needs[at] = need
      if isPosting { uses[at] = ListUse.posting }
      if areRuns(at + 1, items) { uses[at] |= ListUse.runs }
      at += items + 1
    }
    // INVARIANT: list 0 is empty; it stands for no list.
    guard total > 0, needs[0] == 0, u32(.lists, 0, 0) == 0 else { throw fail(.lists, 0) }
  }

  private func areRuns(_ start: Int, _ items: Int) -> Bool {
    if items < 4 || items % 2 != 0 { return false }
    for i in 0..<items / 2 {
      let at = start + i * 2
      if !inHeap(u32(.lists, at, 0), u32(.lists, at + 1, 0)) { return false }
    }
    return true
  }

  private mutating func tileAtoms() throws(TableError) {
    let total = Int(count(.atoms))
    atomLists = [UInt8](repeating: 0, count: total)
    var at = 0
    while at < total {
      let items = Int(clamping: u32(.atoms, at, 0))
      guard items < total - at else { throw fail(.atoms, at) }
      var kind: UInt8 = 1
      for i in at + 1..<at + 1 + items {
        let atom = u32(.atoms, i, 0)
        guard isAtom(atom) else { throw fail(.atoms, i) }
        if atom >> AtomKind.shift == AtomKind.excluding.rawValue { kind = 2 }
      }
      atomLists[at] = kind
      at += items + 1
    }
  }

  private func isAtom(_ atom: UInt32) -> Bool {
    guard let kind = AtomKind(rawValue: atom >> AtomKind.shift) else { return false }
    let index = atom & AtomKind.indexMask
    switch kind {
    case .value: return isValue(index)
    case .wildcard: return index < count(.wildcards)
    case .folding: return index < count(.foldings)
    case .interval: return index < count(.intervals)
    case .network: return index < count(.networks)
    case .any: return true
    // INVARIANT: what is excluded stands before and excludes nothing itself.
    case .excluding: return index < count(.atoms) && atomLists[Int(index)] == 1
    }
  }
}
