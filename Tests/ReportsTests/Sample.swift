import Diagnostics

@testable import Reports

/// Source files and findings that point into them by the text they mean.
struct Sample {
  var sources = SourceMap()
  private(set) var files: [FileID] = []

  init(_ files: (path: String, text: String)...) {
    for file in files {
      self.files.append(sources.add(SourceFile(path: file.path, bytes: Array(file.text.utf8))))
    }
  }

  /// The bytes of the first occurrence of `text` in the numbered file.
  func range(of text: String, in file: Int = 0) -> SourceRange {
    let bytes = sources.files[file].bytes
    let wanted = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return SourceRange(file: files[file], start: start, end: start + wanted.count)
  }

  func text(_ finding: Diagnostic, colored: Bool = false) -> String {
    TextReport(sources: sources, palette: Palette(isColored: colored)).render(finding)
  }

  /// Two files and three findings that use every part of a finding.
  static func full() -> LintReport {
    let sample = Sample(
      (
        "shop.yaml",
        """
        buses:
          shop:
            rules:
              express:
                pattern: {source: [shop.orders]}
                targets:
                  - {to: queue/express}
              loop:
                pattern: {source: [shop.orders]}
                targets: [{to: bus/shop}]

        """
      ),
      ("queues.yaml", "queues:\n  express:\n    fifo: false\n    policy: []\n")
    )
    return LintReport(
      sources: sample.sources, findings: findings(in: sample).inOutputOrder(),
      summary: .init(files: 2, resources: 2, routes: 2, suppressed: 1),
      rules: [
        .init(
          id: "delivery/no-permission", severity: .error,
          summary: "A target must let its sender in."),
        .init(id: "loop/event-loop", severity: .warning, summary: "Events must not go round."),
      ])
  }

  private static func findings(in sample: Sample) -> [Diagnostic] {
    var denied = Diagnostic(
      "delivery/no-permission", .error, "'queue/express' does not let EventBridge send to it",
      at: sample.range(of: "queue/express"), help: "every event of this rule is lost")
    denied.resource = "queue/express"
    denied.edge = .init(from: "bus/shop", rule: "express", to: "queue/express")
    denied.related = [.init("the policy that admits nobody", at: sample.range(of: "[]", in: 1))]
    denied.fix = .init(
      title: "admit the rule",
      edits: [.init(range: sample.range(of: "[]", in: 1), replacement: "\n      - Effect: Allow")])
    var loop = Diagnostic(
      "loop/event-loop", .warning, "events of 'shop.orders' go round",
      at: sample.range(of: "{to: bus/shop}"))
    loop.path = ["bus/shop", "bus/shop"]
    loop.witness = #"{"source":"shop.orders"}"#
    loop.related = [
      .init("the rule that takes them", at: sample.range(of: "loop:")),
      .init("the bus", at: sample.range(of: "shop:")),
    ]
    let note = Diagnostic(
      "style/name", .info, "'express' says nothing", at: sample.range(of: "express:", in: 1))
    return [denied, loop, note]
  }
}
