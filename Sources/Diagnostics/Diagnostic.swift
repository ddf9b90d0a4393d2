package enum Severity: String, Comparable, CaseIterable, Sendable {
  case info, warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One thing to tell the user: what, where, why it matters and how to mend it.
///
/// Messages are one line, lower case, without a full stop, and never name a Swift type.
package struct Diagnostic: Sendable {
  /// `category/name`: a rule's id, or `syntax/…`, `topology/…`, `pattern/…` for invalid input.
  package var id: String
  package var severity: Severity
  package var message: String
  package var range: SourceRange
  /// The resource it is about as `kind/name`, where there is one.
  package var resource: String?
  package var edge: Edge?
  package var related: [Related] = []
  /// JSON text of the event or request that proves the claim.
  package var witness: String?
  /// The nodes that an event passes, in order, for findings about a path or a ring.
  package var path: [String] = []
  package var fix: Fix?
  /// One sentence: what follows from it and what to do.
  package var help: String?

  package init(
    _ id: String, _ severity: Severity, _ message: String, at range: SourceRange,
    help: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.range = range
    self.help = help
  }

  /// An error.
  package init(_ id: String, _ message: String, at range: SourceRange, help: String? = nil) {
    self.init(id, .error, message, at: range, help: help)
  }

  /// Another place that the reader must look at to understand the finding.
  package struct Related: Hashable, Sendable {
    package var message: String
    package var range: SourceRange

    package init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  /// The route a finding is about; `rule` is the rule, subscription or mapping that makes it.
  package struct Edge: Hashable, Sendable {
    package var from: String
    package var rule: String?
    package var to: String

    package init(from: String, rule: String? = nil, to: String) {
      self.from = from
      self.rule = rule
      self.to = to
    }
  }

  /// A mend that can be pasted or applied: each edit replaces a range by a text.
  package struct Fix: Sendable {
    package var title: String
    package var edits: [Edit]

    package init(title: String, edits: [Edit] = []) {
      self.title = title
      self.edits = edits
    }
  }

  package struct Edit: Hashable, Sendable {
    package var range: SourceRange
    package var replacement: String

    package init(range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }
}

extension [Diagnostic] {
  /// The order of every output: file, position, then id, then message.
  package func inOutputOrder() -> [Diagnostic] {
    sorted { ($0.range, $0.id, $0.message) < ($1.range, $1.id, $1.message) }
  }

  package var hasErrors: Bool { contains { $0.severity == .error } }
}
