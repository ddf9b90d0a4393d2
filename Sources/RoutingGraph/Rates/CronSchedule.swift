/// A cron line as AWS (six fields) or Unix (five) reads it, reduced to how often it fires.
struct CronSchedule {
  private var timesADay: Int
  private var days: DayTest
  private var years: CronField?

  init?(_ text: String, isUnix: Bool) {
    let fields = text.split(separator: " ").map(String.init)
    guard fields.count == (isUnix ? 5 : 6),
      let minutes = CronField(fields[0], in: 0...59), let hours = CronField(fields[1], in: 0...23),
      let months = CronField(fields[3], in: 1...12, names: CronField.months),
      let days = DayTest(ofMonth: fields[2], months: months, ofWeek: fields[4], isUnix: isUnix)
    else { return nil }
    timesADay = minutes.values.count * hours.values.count
    self.days = days
    guard !isUnix, fields[5] != "*" else { return }
    guard let years = CronField(fields[5], in: 1970...2199) else { return nil }
    self.years = years
  }

  /// Over the four years from 2025, which hold one leap day; a line bound to some years counts as if
  /// its year were any.
  var perSecond: Double {
    if years?.values.isEmpty == true { return 0 }
    var hits = 0
    var weekday = 3
    for year in 2025...2028 {
      for month in 1...12 {
        let length = Self.length(of: month, in: year)
        for day in 1...length {
          if days.holds(day: day, month: month, weekday: weekday, length: length) { hits += 1 }
          weekday = (weekday + 1) % 7
        }
      }
    }
    return Double(hits * timesADay) / (1_461 * 86_400)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Which days a cron line means.
struct DayTest {
  private var months: CronField
  private var ofMonth: CronField?
  private var ofWeek: CronField?
  private var special: Special?
  /// Unix takes either where both are restricted.
  private var eitherWillDo: Bool

  private enum Special {
    case lastOfMonth, lastWeekday
    case nearestWeekday(Int)
    case nth(weekday: Int, Int)
    case lastOf(weekday: Int)
  }

  init?(ofMonth: String, months: CronField, ofWeek: String, isUnix: Bool) {
    self.months = months
    // AWS counts weekdays from Sunday as 1, Unix as 0 (and 7).
    let weekdays = isUnix ? 0...7 : 1...7
    let shift = isUnix ? 0 : 1
    let names = Dictionary(
      uniqueKeysWithValues: CronField.weekdays.map { ($0.key, $0.value + shift) })
    eitherWillDo = isUnix && ofMonth != "*" && ofWeek != "*"
    if let special = Self.special(ofMonth: ofMonth, ofWeek: ofWeek) {
      guard !isUnix else { return nil }
      self.special = special
      return
    }
    if ofMonth != "?" {
      guard let field = CronField(ofMonth, in: 1...31) else { return nil }
      self.ofMonth = field
    }
    if ofWeek != "?" {
      guard var field = CronField(ofWeek, in: weekdays, names: names) else { return nil }
      field.values = Set(field.values.map { ($0 - shift) % 7 })
      self.ofWeek = field
    }
  }

  private static func special(ofMonth: String, ofWeek: String) -> Special? {
    if ofMonth == "L" { return .lastOfMonth }
    if ofMonth == "LW" { return .lastWeekday }
    if ofMonth.hasSuffix("W"), let day = Int(ofMonth.dropLast()), (1...31).contains(day) {
      return .nearestWeekday(day)
    }
    let parts = ofWeek.split(separator: "#")
    if parts.count == 2, let weekday = CronField(String(parts[0]), in: 1...7)?.values.first,
      let nth = Int(parts[1]), (1...5).contains(nth)
    {
      return .nth(weekday: weekday - 1, nth)
    }
    if ofWeek.hasSuffix("L"), let weekday = Int(ofWeek.dropLast()), (1...7).contains(weekday) {
      return .lastOf(weekday: weekday - 1)
    }
    return nil
  }

  /// `weekday` counts from Sunday as 0.
  func holds(day: Int, month: Int, weekday: Int, length: Int) -> Bool {
    guard months.values.contains(month) else { return false }
    switch special {
    case .lastOfMonth: return day == length
    case .lastWeekday, .nearestWeekday: return day == 1
    case .nth(let wanted, let nth): return weekday == wanted && (day - 1) / 7 == nth - 1
    case .lastOf(let wanted): return weekday == wanted && day > length - 7
    case nil: break
    }
    let isDay = ofMonth?.values.contains(day) ?? true
    let isWeekday = ofWeek?.values.contains(weekday) ?? true
    return eitherWillDo ? isDay || isWeekday : isDay && isWeekday
  }
}

/// One field: `*`, `5`, `1-5`, `0/15`, `*/10`, `MON-FRI`, lists of these.
struct CronField {
  var values: Set<Int>

  static let months = [
    "JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "MAY": 5, "JUN": 6, "JUL": 7, "AUG": 8, "SEP": 9,
    "OCT": 10, "NOV": 11, "DEC": 12,
  ]
  /// From Sunday as 0.
  static let weekdays = ["SUN": 0, "MON": 1, "TUE": 2, "WED": 3, "THU": 4, "FRI": 5, "SAT": 6]

  init?(_ text: String, in range: ClosedRange<Int>, names: [String: Int] = [:]) {
    values = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = item.split(separator: "/", omittingEmptySubsequences: false)
      guard let first = parts.first, parts.count <= 2 else { return nil }
      guard let step = parts.count == 2 ? Int(parts[1]) : 1, step > 0 else { return nil }
      guard var span = Self.span(String(first), in: range, names: names) else { return nil }
      if parts.count == 2, span.count == 1, first != "*" {
        span = span.lowerBound...range.upperBound
      }
      values.formUnion(stride(from: span.lowerBound, through: span.upperBound, by: step))
    }
  }

  private static func span(
    _ text: String, in range: ClosedRange<Int>, names: [String: Int]
  ) -> ClosedRange<Int>? {
    if text == "*" { return range }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { names[$0.uppercased()] ?? Int($0) }
    guard let first = ends.first, let low = first, ends.count <= 2 else { return nil }
    guard let high = ends.count == 2 ? ends[1] : low, low <= high else { return nil }
    return range.contains(low) && range.contains(high) ? low...high : nil
  }
}
