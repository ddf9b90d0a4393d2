/// The ids that have a page, sorted.
package var pageIDs: [String] { EmbeddedPages.files.map(\.name) }

/// The page that explains `id`, as it stands in `rules/<category>/<name>.md`; nil where none does.
package func page(of id: String) -> String? {
  EmbeddedPages.files.first { $0.name == id }?.text
}
