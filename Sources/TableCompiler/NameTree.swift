internal import EventMatcher

/// The names of all tested paths as a tree, a level a segment.
struct NameTree {
  struct Name {
    var text: UInt32
    var parent: Int
    var path: UInt32?
    var children: [Int] = []
  }

  struct Key: Hashable {
    var parent: Int
    var text: UInt32
  }

  private(set) var names: [Name] = [Name(text: 0, parent: 0)]
  private var known: [Key: Int] = [:]
  /// The name of each path.
  private(set) var paths: [Int] = []
  private var pathsByText: [UInt32: UInt32] = [:]

  /// The number of the path whose segments, joined by dots, are `text`.
  mutating func path(_ text: UInt32, _ pool: inout TextPool) -> UInt32 {
    if let path = pathsByText[text] { return path }
    var name = 0
    let segments = pool.bytes(text).split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    // The empty path is the root's own: an empty key there leads nowhere else.
    for segment in segments where pool.length(text) > 0 {
      name = child(pool.intern(segment), of: name)
    }
    let path = UInt32(paths.count)
    names[name].path = path
    paths.append(name)
    pathsByText[text] = path
    return path
  }

  private mutating func child(_ text: UInt32, of parent: Int) -> Int {
    let key = Key(parent: parent, text: text)
    if let name = known[key] { return name }
    names.append(Name(text: text, parent: parent))
    names[parent].children.append(names.count - 1)
    known[key] = names.count - 1
    return names.count - 1
  }

  /// The paths that are proper beginnings of this one.
  func beginnings(of path: UInt32) -> [UInt32] {
    var beginnings: [UInt32] = []
    var name = paths[Int(path)]
    while name != 0 {
      name = names[name].parent
      if let outer = names[name].path { beginnings.append(outer) }
    }
    return beginnings
  }

  /// The first segment's name.
  func top(_ path: UInt32) -> Int {
    var name = paths[Int(path)]
    while names[name].parent != 0 { name = names[name].parent }
    return name
  }

  /// For each name its number in the table, and the number behind the last name under it.
  ///
  /// A name is followed by all that are under it; 0 is nobody's and the root is 1.
  func numbering() -> (number: [UInt32], end: [UInt32]) {
    var number = [UInt32](repeating: 0, count: names.count)
    var end = number
    var next: UInt32 = 1
    var stack = [(name: 0, child: 0)]
    number[0] = next
    next += 1
    while let (name, child) = stack.popLast() {
      guard child < names[name].children.count else {
        end[name] = next
        continue
      }
      stack.append((name, child + 1))
      let entered = names[name].children[child]
      number[entered] = next
      next += 1
      stack.append((entered, 0))
    }
    return (number, end)
  }

  /// Bits of the lengths that keys under the name have; bit 63 stands for longer ones and for keys
  /// with escapes, whose length says nothing.
  func lengths(under name: Int, _ pool: TextPool) -> UInt64 {
    var bits: UInt64 = names[name].children.isEmpty ? 0 : 1 << 63
    // An empty key at the root stays at the root.
    if name == 0 { bits |= 1 }
    for child in names[name].children {
      bits |= 1 << UInt64(min(pool.length(names[child].text), 63))
    }
    return bits
  }

  /// Bits of the first bytes, modulo 32, of names under it that have names under themselves: how a
  /// dotted key may begin that leads there.
  func innerInitials(of name: Int, _ pool: TextPool) -> UInt32 {
    var bits: UInt32 = 0
    for child in names[name].children where !names[child].children.isEmpty {
      let initial = pool.bytes(names[child].text).first ?? UInt8(ascii: ".")
      bits |= 1 << UInt32(initial & 31)
    }
    return bits
  }
}
