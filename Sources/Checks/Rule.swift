package import Diagnostics

/// How much to say: `essential` only what is wrong or lost, `strict` everything.
package enum Profile: String, CaseIterable, Comparable, Sendable {
  case essential, recommended, strict

  package static func < (a: Profile, b: Profile) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .essential: 0
    case .recommended: 1
    case .strict: 2
    }
  }
}

/// A kind of finding that has a page in `rules/<category>/` and can be selected, ignored, explained.
package protocol FindingKind: Sendable {
  /// `category/name`, as in `# interlock:ignore loop/event-loop -- why`.
  static var id: String { get }
  /// The usual severity; a finding whose path makes it worse or milder says its own.
  static var severity: Severity { get }
  /// The lowest profile that reports it.
  static var profile: Profile { get }
  /// The first sentence of its page.
  static var summary: String { get }
}

extension FindingKind {
  package static var category: String { String(id.prefix { $0 != "/" }) }
}

/// One check: one file in `Rules/<category>/`, one page in `rules/<category>/`.
package protocol Rule: FindingKind {
  init()
  func check(_ context: CheckContext) -> [Diagnostic]
}
