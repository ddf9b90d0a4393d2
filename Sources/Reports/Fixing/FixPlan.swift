package import Diagnostics

/// The edits of all fixes that can be made together, by file.
package struct FixPlan: Sendable {
  /// In the order of their places; no two overlap.
  package private(set) var edits: [FileID: [Diagnostic.Edit]] = [:]
  package private(set) var applied = 0
  /// Fixes left out, since another changes the same place.
  package private(set) var skipped = 0

  /// Takes each fix whole or not at all, in the order of the findings.
  package init(_ findings: [Diagnostic]) {
    var taken: [FileID: [Diagnostic.Edit]] = [:]
    for finding in findings {
      guard let fix = finding.fix, !fix.edits.isEmpty else { continue }
      let isFree = fix.edits.allSatisfy { edit in
        !(taken[edit.range.file] ?? []).contains { Self.collide($0.range, edit.range) }
      }
      guard isFree else {
        skipped += 1
        continue
      }
      for edit in fix.edits { taken[edit.range.file, default: []].append(edit) }
      applied += 1
    }
    edits = taken.mapValues { $0.sorted { $0.range < $1.range } }
  }

  /// Two insertions at one place collide: which comes first is nobody's to say.
  private static func collide(_ a: SourceRange, _ b: SourceRange) -> Bool {
    a.start == b.start || a.start < b.end && b.start < a.end
  }

  /// The file after its edits.
  package func bytes(of file: FileID, in sources: SourceMap) -> [UInt8] {
    let old = sources[file].bytes
    var new: [UInt8] = []
    new.reserveCapacity(old.count + 256)
    var position = 0
    for edit in edits[file] ?? [] {
      new += old[position..<Int(edit.range.start)]
      new += Array(edit.replacement.utf8)
      position = Int(edit.range.end)
    }
    return new + old[position...]
  }

  /// A unified diff of all files, in their order.
  package func diff(_ sources: SourceMap, _ palette: Palette) -> String {
    edits.keys.sorted().map { file in
      UnifiedDiff(sources[file], edits: edits[file] ?? [], palette: palette).text
    }.joined()
  }
}
