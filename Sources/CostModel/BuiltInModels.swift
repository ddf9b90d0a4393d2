package import Diagnostics
import YAMLTree

extension PriceModel {
  /// The names of the models in the binary, sorted.
  package static var builtInNames: [String] { EmbeddedPrices.files.map(\.name) }

  /// A model in the binary by its name; nil where there is none.
  package static func builtIn(_ name: String) -> PriceModel? {
    guard let file = EmbeddedPrices.files.first(where: { $0.name == name }) else { return nil }
    let source = SourceFile(path: "\(name).json", bytes: Array(file.text.utf8))
    return read(source, id: FileID(0)).model
  }

  /// Reads a price model's file.
  package static func read(
    _ file: SourceFile, id: FileID
  ) -> (model: PriceModel?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let tree = YAMLTree.read(file, id: id, diagnostics: &diagnostics)
    guard let root = tree?.documents.first else {
      if !diagnostics.hasErrors {
        let place = SourceRange(file: id, start: 0, end: 0)
        diagnostics.append(
          Diagnostic("pricing/invalid-model", "the price model's file is empty", at: place))
      }
      return (nil, diagnostics)
    }
    return (read(root, diagnostics: &diagnostics), diagnostics)
  }
}
