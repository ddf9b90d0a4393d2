import Diagnostics
import Reports
import YAMLTree

extension Baseline {
  /// Reads what `--write-baseline` wrote.
  static func read(_ path: String, limit: Int) throws(Refused) -> Baseline {
    var sources = SourceMap()
    var errors: [Diagnostic] = []
    do {
      let id = sources.add(SourceFile(path: path, bytes: try readFile(path, limit: limit)))
      let root = YAMLTree.read(sources[id], id: id, diagnostics: &errors)?.documents.first
      if !errors.isEmpty { throw Refused([], findings: errors, in: sources) }
      guard let list = root?["findings"], list.kind == .sequence else {
        throw Refused("'\(path)' is no baseline: write one with --write-baseline")
      }
      return Baseline(
        entries: list.elements.compactMap { entry in
          guard let name = entry["fingerprint"]?.string, let id = entry["id"]?.string else {
            return nil
          }
          return (name, id, entry["resource"]?.string, entry["message"]?.string ?? "")
        })
    } catch let refused as Refused {
      throw refused
    } catch let problem as FileProblem {
      throw Refused("cannot read the baseline '\(path)': \(problem.reason)")
    } catch {
      throw Refused("cannot read the baseline '\(path)'")
    }
  }
}
