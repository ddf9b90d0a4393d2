import EventPattern

/// `bench algebra`: how long questions about sets and the validation of hostile patterns take.
struct AlgebraFigures {
  private let meter = Meter()

  func run() {
    pairs()
    adversarial()
    print("\nvalidation of hostile patterns of 64 KiB")
    for (name, text) in HostilePatterns.all {
      let bytes = Array(text.utf8)
      var outcome = "valid"
      let seconds = meter.seconds {
        do throws(InvalidPattern) {
          _ = try EventPattern(json: bytes)
        } catch {
          outcome = error.reason.isEmpty ? "an internal failure of the service" : error.reason
        }
      }
      row("\(name), \(bytes.count >> 10) KiB", seconds, String(outcome.prefix(60)))
    }
  }

  /// All pairs of 1,000 rules, none of which is looked at before.
  private func pairs() {
    let sets = (0..<1_000).compactMap { index in
      try? EventSet(EventPattern(json: Array(Rules.mixed(index).utf8)))
    }
    var (meeting, apart, open) = (0, 0, 0)
    let seconds = meter.seconds {
      for (index, a) in sets.enumerated() {
        for b in sets[..<index] {
          switch a.intersects(b) {
          case .yes: meeting += 1
          case .no: apart += 1
          case .undecided: open += 1
          }
        }
      }
    }
    row(
      "\(meeting + apart + open) pairs of \(sets.count) rules meet?", seconds,
      "\(meeting) yes, \(apart) no, \(open) not decided")
  }

  /// Wildcards and texts ignoring case that none of a kind's shortcuts settles.
  private func adversarial() {
    func wildcard(_ index: Int) -> String {
      #"{"wildcard":"*a\#(String(repeating: "b", count: index))a*"}"#
    }
    let sets = (0..<40).map { set(#"{"source":[\#(wildcard($0))]}"#) }
    question("40 wildcards, half of them excluded: empty?") {
      sets.enumerated().reduce(EventSet.everything) { all, next in
        next.offset % 2 == 0 ? all.subtracting(next.element) : all.intersection(next.element)
      }.isEmpty
    }
    let joint = sets.dropFirst().reduce(sets[0]) { $0.union($1) }
    question("one of 40 wildcards, none of which is excluded: empty?") {
      joint.subtracting(joint.union(sets[7])).isEmpty
    }
    for (name, text) in [
      ("a", String(repeating: "a", count: 1_000)), ("ab…", HostilePatterns.letters(1_000)),
      ("ß", String(repeating: "ß", count: 500)),
    ] {
      let suffix = set(#"{"source":[{"suffix":{"equals-ignore-case":"\#(text)"}}]}"#)
      let rest = set(#"{"source":[{"anything-but":{"wildcard":"*\#(text.prefix(8))*"}}]}"#)
      question("suffix of \(text.utf16.count) '\(name)' ignoring case: empty?") {
        suffix.intersection(rest).isEmpty
      }
    }
  }

  private func set(_ text: String) -> EventSet {
    (try? EventPattern(json: Array(text.utf8))).map { EventSet($0) } ?? .nothing
  }

  private func question(_ name: String, _ ask: () -> Answer) {
    var answer = Answer.no
    let seconds = meter.seconds { answer = ask() }
    let word: String =
      switch answer {
      case .yes: "yes"
      case .no: "no"
      case .undecided(let reason): "not decided: \(reason)"
      }
    row(name, seconds, word)
  }

  private func row(_ name: String, _ seconds: Double, _ outcome: String) {
    let space = String(repeating: " ", count: max(1, 58 - name.count))
    let tenths = Int((seconds * 10_000).rounded())
    print("\(name)\(space)\(tenths / 10).\(tenths % 10) ms  \(outcome)")
  }
}
