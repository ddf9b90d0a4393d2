/// A small seeded source of random numbers (xorshift), so that a failure can be run again.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func roll(_ sides: Int) -> Int { Int(next() >> 33) % sides }
}

/// A value as a test writes it and expects it back.
indirect enum Model: Equatable {
  case plain(String)
  case text(String)
  case list([Model])
  case map([(key: String, value: Model)])

  static func == (a: Model, b: Model) -> Bool { a.json == b.json }

  /// A random value of at most `depth` levels.
  init(_ dice: inout Dice, depth: Int) {
    switch dice.roll(depth > 0 ? 6 : 2) {
    case 0: self = .plain(Self.plains[dice.roll(Self.plains.count)])
    case 1: self = .text(Self.randomText(&dice))
    case 2, 3:
      var items: [Model] = []
      for _ in 0..<dice.roll(5) { items.append(Model(&dice, depth: depth - 1)) }
      self = .list(items)
    default:
      var entries: [(key: String, value: Model)] = []
      for i in 0..<dice.roll(5) {
        entries.append((Self.randomText(&dice) + "\(i)", Model(&dice, depth: depth - 1)))
      }
      self = .map(entries)
    }
  }

  private static let plains = ["null", "true", "false", "0", "-12", "300.0", "1e400", "0.50"]

  private static func randomText(_ dice: inout Dice) -> String {
    let parts = [
      "a", "Order Placed", "#", ": ", "- ", "'", "\"", "\\", "\n", "\t", "é", "😀", "{", "]", ",",
      "&x",
      "*", "!", "<<", " ", "yes", "1", "%", "\u{2028}", "\u{85}", "|", ">", "\r\n", "\u{1}", "${x}",
    ]
    var text = ""
    for _ in 0..<dice.roll(4) { text += parts[dice.roll(parts.count)] }
    return text
  }
}

extension Model {
  /// Minified JSON, which is also what equality compares.
  var json: String {
    switch self {
    case .plain(let text): text
    case .text(let text): Self.quoted(text)
    case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
    case .map(let entries):
      "{" + entries.map { "\(Self.quoted($0.key)):\($0.value.json)" }.joined(separator: ",") + "}"
    }
  }

  /// Flow style with blanks and breaks strewn in.
  func flow(_ dice: inout Dice) -> String {
    let gaps = [" ", "  ", "\n   ", " # note\n  "]
    switch self {
    case .plain(let text): return text
    case .text(let text): return Self.written(text, &dice)
    case .list(let items):
      var out = "["
      for item in items { out += gaps[dice.roll(4)] + item.flow(&dice) + "," }
      return out + "]"
    case .map(let entries):
      var out = "{"
      for (key, value) in entries {
        out += gaps[dice.roll(4)] + Self.written(key, &dice) + ": " + value.flow(&dice) + ","
      }
      return out + "}"
    }
  }

  /// Block style, each line indented by `indent`; starts on a line of its own.
  func block(_ dice: inout Dice, indent: String = "") -> String {
    let deeper = indent + [" ", "  ", "    "][dice.roll(3)]
    switch self {
    case .list(let items) where !items.isEmpty:
      return items.map { indent + "-" + $0.after(&dice, deeper) }.joined()
    case .map(let entries) where !entries.isEmpty:
      return entries.map { entry in
        indent + Self.written(entry.key, &dice) + ":" + entry.value.after(&dice, deeper)
      }.joined()
    default: return indent + flow(&dice) + "\n"
    }
  }

  /// What stands after `-` or `key:`, with the end of the line.
  private func after(_ dice: inout Dice, _ indent: String) -> String {
    let isEmpty =
      switch self {
      case .list(let items): items.isEmpty
      case .map(let entries): entries.isEmpty
      default: true
      }
    let note = [" # note", "", "  "][dice.roll(3)]
    if case .text(let text) = self, dice.roll(2) == 0, let literal = Self.literal(text, indent) {
      return literal
    }
    return isEmpty ? " " + flow(&dice) + note + "\n" : note + "\n" + block(&dice, indent: indent)
  }

  /// Plain, single or double quotes, whichever can hold the text.
  private static func written(_ text: String, _ dice: inout Dice) -> String {
    let isSimple = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    if dice.roll(3) == 0, isSimple {
      return "'"
        + text.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
    }
    if text.hasPrefix("a") || text.hasPrefix("é"),
      text.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic })
    {
      return text
    }
    return quoted(text, inYAML: true)
  }

  /// A block scalar for text whose lines it can hold.
  private static func literal(_ text: String, _ indent: String) -> String? {
    let held = text.unicodeScalars.allSatisfy {
      $0 == "\n" || ($0.value >= 0x20 && $0 != "\u{85}" && $0 != "\u{2028}")
    }
    guard held, let first = text.unicodeScalars.first, first != " ", first != "\n" else {
      return nil
    }
    let chomp = text.hasSuffix("\n") ? (text.hasSuffix("\n\n") ? "+" : "") : "-"
    let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    return " |\(chomp) # note\n" + lines.map { ($0.isEmpty ? "" : indent + $0) + "\n" }.joined()
  }

  /// Double quotes; in YAML 1.1, which libyaml reads, two more characters break lines.
  private static func quoted(_ text: String, inYAML: Bool = false) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{1}": out += "\\u0001"
      case "\u{85}" where inYAML: out += "\\N"
      case "\u{2028}" where inYAML: out += "\\L"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
