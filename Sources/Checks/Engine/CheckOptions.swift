import AccessPolicy
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

/// True where `word` is the id, its category, or a glob with `*` and `?`.
func selects(_ word: String, _ id: String) -> Bool {
  if word == id || id.hasPrefix(word + "/") { return true }
  return Wildcards.matches(word, id)
}
