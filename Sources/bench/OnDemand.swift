import COnDemand

/// simdjson's On-Demand parser on the same bytes, where `make bench` could build the library.
@safe struct OnDemand {
  private let measure: ilk_ondemand

  /// Nil where there is no such library.
  init?(library path: String) {
    guard let measure = unsafe ilk_load_ondemand(path) else { return nil }
    unsafe self.measure = unsafe measure
  }

  /// Seconds of the fastest pass over the events in which the fields are looked up; nil where an
  /// event cannot be read.
  func seconds(_ events: [[UInt8]], fields: [[String]], for limit: Double) -> Double? {
    var ends: [Int] = []
    var bytes: [UInt8] = []
    for event in events {
      bytes += event
      ends.append(bytes.count)
    }
    let paths = fields.map { path in path.map { $0 + "\n" }.joined() + "\n" }.joined()
    let seconds = unsafe measure(bytes, ends, ends.count, paths, limit)
    return seconds < 0 ? nil : seconds
  }
}
