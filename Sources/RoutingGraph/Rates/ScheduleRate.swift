/// How often a schedule starts something, on average over four years.
package struct ScheduleRate: Hashable, Sendable {
  package var perSecond: Double

  /// Reads `rate(5 minutes)`, `cron(0 3 * * ? *)`, `at(…)`, a Unix cron line or Airflow's `@daily`;
  /// nil for anything else.
  package init?(of expression: String) {
    let text = expression.split(separator: " ").joined(separator: " ")
    if let inner = text.inner(of: "rate") {
      guard let rate = Self.rate(inner) else { return nil }
      perSecond = rate
    } else if let inner = text.inner(of: "cron") {
      guard let cron = CronSchedule(inner, isUnix: false) else { return nil }
      perSecond = cron.perSecond
    } else if text.inner(of: "at") != nil {
      perSecond = 0
    } else if let times = Self.presets[text] {
      perSecond = times
    } else if let cron = CronSchedule(text, isUnix: true) {
      perSecond = cron.perSecond
    } else {
      return nil
    }
  }

  private static let presets: [String: Double] = [
    "@once": 0, "@hourly": 1 / 3_600, "@daily": 1 / 86_400, "@midnight": 1 / 86_400,
    "@weekly": 1 / 604_800, "@monthly": 12 / (365.25 * 86_400), "@yearly": 1 / (365.25 * 86_400),
    "@annually": 1 / (365.25 * 86_400),
  ]

  private static func rate(_ text: String) -> Double? {
    let words = text.split(separator: " ")
    guard words.count == 2, let count = Int(words[0]), count > 0 else { return nil }
    let units: [(String, Double)] = [("minute", 60), ("hour", 3_600), ("day", 86_400)]
    guard let unit = units.first(where: { words[1] == $0.0 || words[1] == $0.0 + "s" }) else {
      return nil
    }
    return 1 / (Double(count) * unit.1)
  }
}

extension String {
  /// What stands between the brackets of `name(…)`.
  fileprivate func inner(of name: String) -> String? {
    guard hasPrefix(name + "("), hasSuffix(")") else { return nil }
    return String(dropFirst(name.count + 1).dropLast())
  }
}
