/// A named set of statements of SAM's: `SQSPollerPolicy`.
struct PolicyTemplate {
  struct Grant {
    var resources: [String]
    var actions: [String]
    /// Operator, key and values.
    var conditions: [(test: String, key: String, value: String)] = []
  }

  var grants: [Grant] = []
  /// What must be given with it, in the order in which its resources name it.
  var parameters: [String] {
    var names: [String] = []
    for grant in grants {
      for text in grant.resources + grant.conditions.map(\.value) {
        for part in TableText.parts(of: text) {
          if case .name(let name) = part, !names.contains(name) { names.append(name) }
        }
      }
    }
    return names
  }

  /// By name.
  static let all: [String: PolicyTemplate] = {
    var all: [String: PolicyTemplate] = [:]
    var name = ""
    for line in TableText.lines(PolicyTemplateTable.text) {
      switch (line.depth, line.words.first) {
      case (0, let first?):
        name = first
        all[name] = PolicyTemplate()
      case (1, let first?):
        let grant = Grant(resources: TableText.list(first), actions: Array(line.words.dropFirst()))
        all[name]?.grants.append(grant)
      case (_, "if"?):
        guard line.words.count == 4, let last = all[name]?.grants.indices.last else { continue }
        all[name]?.grants[last].conditions.append(
          (line.words[1], line.words[2], line.words[3]))
      case (_, _?):
        guard let last = all[name]?.grants.indices.last else { continue }
        all[name]?.grants[last].actions += line.words
      default: continue
      }
    }
    return all
  }()
}

/// The form of the tables: indented lines of words, `{Name}` for what is filled in.
enum TableText {
  enum Part: Equatable {
    case text(String)
    case name(String)
  }

  static func lines(_ text: String) -> [(depth: Int, words: [String])] {
    text.split(separator: "\n").map { line in
      (line.prefix { $0 == " " }.count / 2, line.split(separator: " ").map(String.init))
    }
  }

  static func list(_ word: String) -> [String] {
    word == "-" ? [] : word.split(separator: ",").map(String.init)
  }

  /// The text cut at its `{Name}`; `@` becomes region and account. `${Name}` is text.
  static func parts(of word: String) -> [Part] {
    var parts: [Part] = []
    var plain = ""
    var rest = Substring(word)
    while let character = rest.first {
      if character == "{", !plain.hasSuffix("$"), let end = rest.firstIndex(of: "}") {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.name(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        plain += character == "@" ? "${Region}:${AccountId}" : String(character)
        rest.removeFirst()
      }
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
    return parts
  }
}
