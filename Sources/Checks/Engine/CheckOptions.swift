import Diagnostics

/// Which checks run.
package struct CheckOptions: Sendable {
  package var profile: Profile
  /// Ids, categories or globs (`delivery/*`). Empty runs the whole profile; an id named in full runs
  /// whatever the profile.
  package var select: [String]
  /// Ids, categories or globs that do not run.
  package var ignore: [String]

  package init(profile: Profile = .essential, select: [String] = [], ignore: [String] = []) {
    self.profile = profile
    self.select = select
    self.ignore = ignore
  }

  package func includes(_ kind: any FindingKind.Type) -> Bool {
    if ignore.contains(where: { selects($0, kind.id) }) { return false }
    if select.contains(kind.id) { return true }
    if !select.isEmpty, !select.contains(where: { selects($0, kind.id) }) { return false }
    return kind.profile <= profile
  }

  /// One message for each word of `select` and `ignore` that names no finding.
  package var mistakes: [String] {
    let ids = allFindingKinds.map { $0.id }
    let names = ids + Set(allFindingKinds.map { $0.category })
    return (select + ignore).filter { word in !ids.contains { selects(word, $0) } }.map { word in
      ["unknown rule '\(word)'", didYouMean(word, in: names)].compactMap { $0 }
        .joined(separator: ": ")
    }
  }
}

/// True where `word` is the id, its category, or a glob whose `*` stand for any run of characters.
func selects(_ word: String, _ id: String) -> Bool {
  if word == id || id.hasPrefix(word + "/") { return true }
  guard word.contains("*") else { return false }
  return globMatches(Array(word.utf8), Array(id.utf8))
}

/// Linear in the product of the lengths: on a mismatch it goes back to the last star only.
func globMatches(_ glob: [UInt8], _ text: [UInt8]) -> Bool {
  var (i, j) = (0, 0)
  var lastStar: (glob: Int, text: Int)?
  while j < text.count {
    if i < glob.count, glob[i] == UInt8(ascii: "*") {
      lastStar = (i, j)
      i += 1
    } else if i < glob.count, glob[i] == text[j] {
      i += 1
      j += 1
    } else if let star = lastStar {
      lastStar = (star.glob, star.text + 1)
      i = star.glob + 1
      j = star.text + 1
    } else {
      return false
    }
  }
  return glob[i...].allSatisfy { $0 == UInt8(ascii: "*") }
}
