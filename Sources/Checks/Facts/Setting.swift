/// A setting of a service: its default and the range it may have.
struct Setting: Sendable {
  enum Unit { case count, seconds, bytes, perSecond }

  var topic: String
  var name: String
  var range: ClosedRange<Int>
  /// What holds where nothing is said; nil where there is no one value.
  var standard: Int?
  var unit: Unit
  /// `-1` means without end.
  var allowsEndless: Bool
  var source: String

  init(
    _ topic: String, _ name: String, _ range: ClosedRange<Int>, _ unit: Unit, standard: Int? = nil,
    endless: Bool = false, _ source: String
  ) {
    self.topic = topic
    self.name = name
    self.range = range
    self.unit = unit
    self.standard = standard
    self.allowsEndless = endless
    self.source = source
  }

  func allows(_ value: Int) -> Bool { range.contains(value) || (allowsEndless && value == -1) }

  /// `60s to 1d`, `0 to 185`.
  var rangeText: String {
    "\(text(range.lowerBound)) to \(text(range.upperBound))" + (allowsEndless ? ", or -1" : "")
  }

  func text(_ value: Int) -> String {
    switch unit {
    case .count: "\(value)"
    case .perSecond: "\(value)/s"
    case .seconds: value == -1 ? "-1" : Duration.seconds(value).text
    case .bytes where value % 1_048_576 == 0: "\(value / 1_048_576)MiB"
    case .bytes where value % 1_024 == 0: "\(value / 1_024)KiB"
    case .bytes: "\(value)B"
    }
  }

  var fact: Fact {
    let preset = standard.map { ", default \(text($0))" } ?? (allowsEndless ? ", default -1" : "")
    return Fact(topic: topic, name: name, value: rangeText + preset, source: source)
  }
}
