/// One event on its way through a table: what the walk has seen, and the memory that holds it.
///
/// Its methods are mutating even where they only look: what is borrowed may be copied, and this is
/// large.
struct Matching: ~Copyable {
  /// Bit of a frame's node: the service follows empty keys only for patterns that name one.
  static let underEmpty: UInt32 = 1 << 31

  /// A container on the way to where the walk is.
  struct Frame: BitwiseCopyable {
    /// The name that the container stands for among the rules' paths, 0 where no rule looks; with
    /// `underEmpty` where some key on the way was empty.
    var node: UInt32
    /// The array element around it.
    var element: UInt32
    /// 0 for an object, 1 for an array whose elements need no identity, else the array's number.
    var array: UInt32
    /// Where the guess for its next key is found.
    var link = KeyGuess.nextLink
  }

  /// An element of an array that values are told apart by; 0 is the event itself.
  ///
  /// INVARIANT: numbered in document order, so an element's descendants are those from it to `end`.
  struct Element: BitwiseCopyable {
    var parent: UInt32
    var array: UInt32
    var node: UInt32
    var end: UInt32
  }

  /// A scalar at a path that some rule tests, with all that it hits.
  struct Occurrence: BitwiseCopyable {
    /// What it compares as, not a number where it does not.
    var number: Double
    /// The element around it, with `underEmpty` where some key on the way was empty.
    var place: UInt32
    /// The next one at the same path, 0 for none.
    var next: UInt32
    /// One more than the value record that it equals, 0 for none.
    var exact: UInt32
    /// The atoms beside that it hits: a range of `hits`.
    var hitStart: UInt32
    var hitEnd: UInt32
    /// One more than its entry in `addresses`, 0 for none.
    var address: UInt32

    var element: UInt32 {
      @inline(__always) get { place & ~Matching.underEmpty }
    }
  }

  /// The occurrences of a path in the event of `epoch`; stale in any other.
  struct PathState: BitwiseCopyable {
    var epoch: UInt32
    var first: UInt32
    var last: UInt32
    var count: UInt32 = 1
    /// How many tests have tried its occurrences in turn.
    var asked: UInt32 = 0
    /// One more than its entry in `indexes`, 0 while it has none.
    var index: UInt32 = 0
  }

  /// The element in which a name was last met as a container, to notice that it comes twice.
  struct Visit: BitwiseCopyable {
    var epoch: UInt32
    var element: UInt32
  }

  var text = Buffer<UInt8>(capacity: 4096)
  /// Where the event's text ends.
  var textEnd = 0
  let checking: EventMatcher.Checking
  /// Bytes of the vectors that are used where wide ones pay.
  let vectorWidth: Int32
  /// For each name, how many there are under it; for each frame and the innermost object, how many
  /// of these have not come. Only where the event is trusted.
  var childCounts = Buffer<UInt32>(capacity: 4)
  var awaited = Buffer<UInt32>(capacity: 4)
  /// Kinds of containers that are skipped, 64 a word.
  var skipped = Buffer<UInt64>(capacity: 4)
  /// Where the object ended, with the white space behind it.
  var end = 0
  /// A string without its escapes.
  var decoded = Buffer<UInt8>(capacity: 256)
  /// A string in lower case.
  var folded = Buffer<UInt8>(capacity: 256)
  var guesses = Buffer<KeyGuess>(repeating: .none, count: KeyGuess.count)
  var frames = Buffer<Frame>(capacity: 64)
  var elements = Buffer<Element>(capacity: 64)
  /// INVARIANT: entry 0 is nobody's, so that 0 ends a chain.
  var occurrences = Buffer<Occurrence>(capacity: 64)
  var hits = Buffer<UInt32>(capacity: 64)
  var addresses = Buffer<Address>(capacity: 8)
  var paths: Buffer<PathState>
  var visits: Buffer<Visit>
  /// For each name, the last event in which it had an array with elements that are told apart.
  var arrayNames: Buffer<UInt32>
  /// For each wildcard, the last string that it was tried on.
  var tried: Buffer<UInt32>
  /// Numbers the strings that are looked at closely.
  var turn: UInt32 = 0
  /// The set of a string's grams, the string of which it is, which grams there are in it, and how
  /// many wildcards the string has been tried on.
  var sieve = Buffer<UInt64>(repeating: 0, count: Sieve.bits / 64)
  var sieveTurn: UInt32 = 0
  var sieveKinds: UInt32 = 0
  var triedCount = 0
  /// Numbers the events, so that what earlier ones left need not be cleared.
  var epoch: UInt32 = 0
  var arrays: UInt32 = 1
  /// Some name came twice as a container in one object.
  var isRepetitive = false
  /// For each word of the lists, the last event in which the posting there was opened; for each
  /// pair of units of the conjunctions, the last in which the one there was looked at.
  var openedLists: Buffer<UInt32>
  var decided: Buffer<UInt32>
  /// Postings of what was hit.
  var opened = Buffer<UInt32>(capacity: 64)
  var matched = Buffer<UInt32>(capacity: 64)
  /// A bit a rule: whether it is in `matched`.
  var marks: Buffer<UInt64>
  /// Of paths that came often: their indexes, and what these are ranges of.
  var indexes = Buffer<PathIndex>(capacity: 4)
  var ordered = Buffer<UInt32>(capacity: 4)
  var entries = Buffer<PathIndex.Entry>(capacity: 4)
  var knownRanges = Buffer(
    repeating: KnownRange(epoch: 0, atom: 0, start: 0, end: 0), count: KnownRange.count)
  var remaining = Buffer<Remaining>(capacity: 4)
  /// The occurrences that pass the test which fewest pass, and the elements to which they confine
  /// the next test.
  var chosen = Buffer<UInt32>(capacity: 4)
  var allowed = Buffer<UInt32>(capacity: 4)
  var states = Buffer<UInt32>(capacity: 64)
  var nextStates = Buffer<UInt32>(capacity: 64)
  /// How often an interval or a network was opened in this event.
  var openings = 0
  /// Steps left for trying combinations in this event.
  var budget = 0

  init(_ table: Table, _ checking: EventMatcher.Checking, _ vectorWidth: Int32) {
    self.checking = checking
    self.vectorWidth = vectorWidth
    let path = PathState(epoch: 0, first: 0, last: 0)
    paths = Buffer(repeating: path, count: table.count(of: .paths))
    let visit = Visit(epoch: 0, element: 0)
    visits = Buffer(repeating: visit, count: table.count(of: .nodes))
    arrayNames = Buffer(repeating: 0, count: table.count(of: .nodes))
    tried = Buffer(repeating: 0, count: table.count(of: .wildcards))
    openedLists = Buffer(repeating: 0, count: table.count(of: .lists))
    decided = Buffer(repeating: 0, count: table.count(of: .conjunctions) / 2 + 1)
    marks = Buffer(repeating: 0, count: table.count(of: .rules) / 64 + 1)
    if checking == .trusting { childCounts = table.childCounts() }
  }

  /// Leaves the rules that match in `matched`, ascending.
  mutating func run(_ event: Span<UInt8>, _ table: Table) throws(EventError) {
    matched.removeAll()
    guard event.count <= EventMatcher.maximumLength else { throw EventError(.tooLong, at: 0) }
    reset(event)
    do {
      try walk(table)
    } catch {
      throw error.offset < event.count ? error : EventError(.unexpectedEnd, at: event.count)
    }
    if end < event.count { throw EventError(.unexpectedByte, at: end) }
    try decide(table)
  }

  private mutating func reset(_ event: Span<UInt8>) {
    text.copyPadded(event)
    textEnd = event.count
    epoch &+= 1
    if epoch == 0 {
      openedLists.fill(0)
      decided.fill(0)
      paths.fill(PathState(epoch: 0, first: 0, last: 0))
      visits.fill(Visit(epoch: 0, element: 0))
      arrayNames.fill(0)
      knownRanges.fill(KnownRange(epoch: 0, atom: 0, start: 0, end: 0))
      epoch = 1
    }
    frames.removeAll()
    awaited.removeAll()
    elements.removeAll()
    elements.append(Element(parent: 0, array: 0, node: 1, end: .max))
    visits[1] = Visit(epoch: epoch, element: 0)
    occurrences.removeAll()
    occurrences.append(
      Occurrence(
        number: .nan, place: 0, next: 0, exact: 0, hitStart: 0, hitEnd: 0, address: 0))
    hits.removeAll()
    addresses.removeAll()
    opened.removeAll()
    indexes.removeAll()
    ordered.removeAll()
    entries.removeAll()
    arrays = 1
    isRepetitive = false
    openings = 0
    budget = 1 << 24
  }
}

extension Table {
  /// For each name, the number of names right under it.
  fileprivate func childCounts() -> Buffer<UInt32> {
    let total = count(of: .nodes)
    let counts = Buffer<UInt32>(repeating: 0, count: total)
    for name in 2..<max(total, 2) { counts[Int(parent(ofName: UInt32(name)))] &+= 1 }
    return counts
  }
}
