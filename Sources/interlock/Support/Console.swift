import ArgumentParser
import Reports

enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never

  /// Colours for what goes to the descriptor: 1 standard output, 2 standard error.
  func palette(for descriptor: Int32) -> Palette {
    switch self {
    case .always: Palette(isColored: true)
    case .never: .plain
    case .auto: Palette(isColored: Self.isWanted(isTerminal(descriptor)))
    }
  }

  /// `NO_COLOR` (no-color.org) and `FORCE_COLOR` count where they are not empty.
  private static func isWanted(_ isTerminal: Bool) -> Bool {
    if environmentVariable("NO_COLOR")?.isEmpty == false { return false }
    if let force = environmentVariable("FORCE_COLOR"), !force.isEmpty { return force != "0" }
    return isTerminal && environmentVariable("TERM") != "dumb"
  }
}

struct ConsoleOptions: ParsableArguments {
  @Option(help: "Colours in the output.")
  var color = ColorChoice.auto

  var output: Palette { color.palette(for: 1) }
  var messages: Palette { color.palette(for: 2) }
}

enum Console {
  /// Standard output: findings and results.
  static func write(_ text: String) throws(Refused) { try write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) throws(Refused) {
    do { try writeAll(bytes, to: 1) } catch {
      throw Refused("cannot write to standard output: \(error.reason)")
    }
  }

  /// Standard error: everything else. Nothing can be said of what fails here.
  static func note(_ text: String) { try? writeAll(Array(text.utf8), to: 2) }
}

/// Writes a result to a file, whole or not at all, or to standard output for nil and `-`.
func deliver(_ text: String, to path: String?) throws(Refused) {
  let output = try OutputStream(path)
  try output.write(text)
  try output.finish()
}

func deliver(_ bytes: [UInt8], to path: String?) throws(Refused) {
  let output = try OutputStream(path)
  try output.write(bytes)
  try output.finish()
}
