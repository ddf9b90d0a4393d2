package import Diagnostics

/// The roles that parts of a text play, as ANSI colours or as nothing.
package struct Palette: Sendable {
  package enum Role: Sendable {
    case error, warning, info, gutter, emphasis, added, removed, faint

    var codes: String {
      switch self {
      case .error: "1;31"
      case .warning: "1;33"
      case .info: "1;36"
      case .gutter: "1;34"
      case .emphasis: "1"
      case .added: "32"
      case .removed: "31"
      case .faint: "2"
      }
    }
  }

  package var isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  package static let plain = Palette(isColored: false)

  package func paint(_ text: String, _ role: Role) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(role.codes)m\(text)\u{1B}[0m" : text
  }
}

extension Palette.Role {
  package init(_ severity: Severity) {
    self =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .info: .info
      }
  }
}
