import Reports

/// How far a long run is, on a terminal's standard error; silent elsewhere.
struct ProgressBar {
  private let isShown = isTerminal(2)
  private let palette: Palette
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant

  private static let width = 28

  init(_ palette: Palette) {
    self.palette = palette
    start = clock.now
    last = start
  }

  var elapsed: Duration { clock.now - start }

  /// Draws anew where a tenth of a second has gone by; `share` is in 0...1, nil where the end is unknown.
  mutating func update(_ count: Int, _ noun: String, share: Double?) {
    guard isShown else { return }
    let now = clock.now
    guard now - last >= .milliseconds(100) else { return }
    last = now
    let done = share.map { bar($0) + " " } ?? ""
    let rate = perSecond(count, now - start)
    Console.note("\r\u{1B}[K\(done)\(grouped(count)) \(noun)s, \(rate)")
  }

  /// Takes the bar away.
  func clear() {
    if isShown, last > start { Console.note("\r\u{1B}[K") }
  }

  private func bar(_ share: Double) -> String {
    let filled = Int((max(0, min(1, share)) * Double(Self.width)).rounded())
    let full = String(repeating: "█", count: filled)
    let rest = String(repeating: "░", count: Self.width - filled)
    let percent = "\(Int(share * 100)) %"
    return palette.paint(full, .added) + palette.paint(rest, .faint) + " " + percent
  }

}

/// `322,000/s`.
func perSecond(_ count: Int, _ time: Duration) -> String {
  let seconds = time.seconds
  return seconds > 0 ? "\(grouped(Int((Double(count) / seconds).rounded())))/s" : "-/s"
}

/// `1,234,567`.
func grouped(_ count: Int) -> String {
  var text = ""
  for (i, digit) in "\(count)".reversed().enumerated() {
    if i > 0, i % 3 == 0, digit != "-" { text.append(",") }
    text.append(digit)
  }
  return String(text.reversed())
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
