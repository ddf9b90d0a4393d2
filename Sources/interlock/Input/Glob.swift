/// A path with `*`, `?`, `[a-z]` in its parts and `**` for any number of folders.
struct Glob {
  private let parts: [String]
  private let root: String

  static func isGlob(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

  init(_ path: String) {
    root = path.hasPrefix("/") ? "/" : "."
    parts = path.split(separator: "/").filter { $0 != "." }.map(String.init)
  }

  /// The files that it names, sorted by their bytes; folders that cannot be listed hold none.
  func files() -> [String] {
    var places: Set<String> = [root]
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      var next: Set<String> = []
      for place in places {
        for path in step(part, from: place) where isLast || isFolder(path) { next.insert(path) }
      }
      places = next
    }
    return places.filter { (try? kind(of: $0)) == .regular }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func step(_ part: String, from place: String) -> [String] {
    if part == "**" { return foldersBelow(place) }
    if !Self.isGlob(part) { return [joinedPath(place, part)] }
    let names = (try? names(in: place)) ?? []
    let wanted = Array(part.unicodeScalars)
    return names.filter { name in
      (!name.hasPrefix(".") || part.hasPrefix(".")) && matches(wanted, Array(name.unicodeScalars))
    }.map { joinedPath(place, $0) }
  }

  /// The folder itself and all below it but hidden and linked ones.
  private func foldersBelow(_ top: String) -> [String] {
    var all = [top]
    var index = 0
    while index < all.count {
      let folder = all[index]
      index += 1
      for name in (try? names(in: folder)) ?? [] where !name.hasPrefix(".") {
        let path = joinedPath(folder, name)
        if isFolder(path), !isLink(path) { all.append(path) }
      }
    }
    return all
  }

  private func isFolder(_ path: String) -> Bool { (try? kind(of: path)) == .folder }

  /// Goes back to the last star only: linear in the product of the lengths.
  private func matches(_ glob: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    var (i, j) = (0, 0)
    var star: (glob: Int, name: Int)?
    while j < name.count {
      if i < glob.count, glob[i] == "*" {
        star = (i, j)
        i += 1
      } else if let next = unit(glob, at: i, takes: name[j]) {
        i = next
        j += 1
      } else if let last = star {
        star = (last.glob, last.name + 1)
        i = last.glob + 1
        j = last.name + 1
      } else {
        return false
      }
    }
    return glob[i...].allSatisfy { $0 == "*" }
  }

  /// Where the glob goes on after taking `scalar` at `i`; nil where it does not take it.
  private func unit(_ glob: [Unicode.Scalar], at i: Int, takes scalar: Unicode.Scalar) -> Int? {
    guard i < glob.count else { return nil }
    guard glob[i] == "[", let end = glob[i...].dropFirst(2).firstIndex(of: "]") else {
      return glob[i] == "?" || glob[i] == scalar ? i + 1 : nil
    }
    let isNegated = glob[i + 1] == "!" || glob[i + 1] == "^"
    var members = glob[(isNegated ? i + 2 : i + 1)..<end]
    var isMember = false
    while let first = members.popFirst() {
      if members.first == "-", let last = members.dropFirst().first {
        members = members.dropFirst(2)
        if first <= last, (first...last).contains(scalar) { isMember = true }
      } else if first == scalar {
        isMember = true
      }
    }
    return isMember != isNegated ? end + 1 : nil
  }
}
