import Foundation

/// Writes text files of the repository into a Swift source, so that the binary carries them.
struct Embedding {
  /// `BuiltInPrices`; the generated enum has one array, `files`, of names and texts.
  var typeName: String
  var note: String
  var files: [(name: String, text: String)]

  /// The generated source; the same for the same files, whatever the machine.
  func source() -> String {
    var out = "// Made by `swift run dev embed` from \(note); edit those, not this.\n\n"
    out += "enum \(typeName) {\n  static let files: [(name: String, text: String)] = [\n"
    for file in files.sorted(by: { $0.name < $1.name }) {
      out += "    (\n      \"\(file.name)\",\n      ###\"\"\"\n"
      for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
        out += line.isEmpty ? "\n" : "      \(line)\n"
      }
      out += "      \"\"\"###\n    ),\n"
    }
    return out + "  ]\n}\n"
  }

  /// Every file below `folder` with one of the given endings, named by its path without the ending.
  static func files(
    below folder: String, ending: String
  ) throws -> [(name: String, text: String)] {
    let manager = FileManager.default
    guard let walk = manager.enumerator(atPath: folder) else { return [] }
    var found: [(name: String, text: String)] = []
    for case let path as String in walk where path.hasSuffix(ending) {
      let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      found.append((String(path.dropLast(ending.count)), text))
    }
    return found
  }
}
