extension Duration {
  /// As the language writes it, in the largest unit that leaves no rest: `30s`, `14d`, `1500ms`.
  var text: String {
    let units: [(name: String, seconds: Int64)] = [
      ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
    ]
    let (seconds, attoseconds) = components
    let millisecond: Int64 = 1_000_000_000_000_000
    if attoseconds != 0 {
      let whole = seconds.multipliedReportingOverflow(by: 1_000)
      return whole.overflow ? "\(seconds)s" : "\(whole.partialValue &+ attoseconds / millisecond)ms"
    }
    for unit in units where seconds != 0 && seconds % unit.seconds == 0 {
      return "\(seconds / unit.seconds)\(unit.name)"
    }
    return "0s"
  }
}
