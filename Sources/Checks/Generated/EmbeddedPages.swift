// Made by `swift run dev embed` from rules; edit those, not this.

enum EmbeddedPages {
  static let files: [(name: String, text: String)] = [
  ]
}
