import RoutingGraph
import Testing

@Suite("How often a schedule fires") struct ScheduleRateTests {
  private static let fourYears = 1_461.0 * 86_400

  /// Times in four years of 1,461 days.
  private static let readable: [(String, Double)] = [
    ("rate(5 minutes)", 420_768), ("rate(1 hour)", 35_064), ("rate(2 days)", 730.5),
    ("at(2027-01-01T00:00:00)", 0), ("cron(0 3 * * ? *)", 1_461),
    ("cron(0/15 * * * ? *)", 140_256), ("cron(*/10 8-17 ? * MON-FRI *)", 62_580),
    ("cron(0 0 1 * ? *)", 48), ("cron(0 0 L * ? *)", 48), ("cron(0 0 29 2 ? *)", 1),
    ("cron(0 12 ? * 2#1 *)", 48), ("cron(0 12 ? * 6L *)", 48), ("cron(0 12 15W * ? *)", 48),
    ("cron(5,35 14 * * ? 2026)", 2_922), ("0 2 * * *", 1_461), ("0 0 13 * 5", 251),
    ("@hourly", 35_064),
  ]

  @Test(arguments: readable)
  func `a readable expression has a mean rate`(expression: String, times: Double) throws {
    let rate = try #require(ScheduleRate(of: expression))
    let found = rate.perSecond * Self.fourYears
    #expect(abs(found - times) <= times * 1e-12, "\(found)")
  }

  @Test(arguments: [
    "", "rate(0 minutes)", "rate(5 fortnights)", "cron(0 3 * * ?)", "cron(60 3 * * ? *)",
    "cron(0 3 5-1 * ? *)", "cron(0/0 3 * * ? *)", "cron(0 3 * * ? *", "every day", "* * * * 9",
    "cron(0 12 ? * 99999999999999999999#1 *)", "cron(1/2/3 3 * * ? *)",
  ])
  func `anything else has none`(expression: String) {
    #expect(ScheduleRate(of: expression) == nil)
  }
}
