/// Rules and the events that they are matched against.
struct Workload: Sendable {
  var name: String
  /// Up to three fields that other readers look up in the events, in the order of the document.
  var fields = [["source"], ["detail-type"], ["detail", "tenant"]]
  /// Pattern texts, made when they are needed.
  var patterns: @Sendable () -> [String]
  var events: @Sendable () -> [String]
}

extension Workload {
  static let all = envelopes + shapes + geography + pathologies

  /// Events of about 1.3 KB in EventBridge's envelope, against ever more rules.
  private static let envelopes = [10, 1_000, 10_000, 100_000].flatMap { count in
    [
      Workload(name: "envelope/exact/\(count)") {
        (0..<count).map { Rules.exact($0) }
      } events: {
        Events.envelopes(tenants: count)
      },
      Workload(name: "envelope/mixed/\(count)") {
        (0..<count).map { Rules.mixed($0) }
      } events: {
        Events.envelopes(tenants: count)
      },
    ]
  }

  /// Other sizes and shapes of events, against the ten mixed rules.
  private static let shapes = [
    Workload(name: "large/64KB", patterns: Rules.ten) { Events.large(64 << 10, count: 16) },
    Workload(name: "large/256KB", patterns: Rules.ten) { Events.large(256 << 10, count: 4) },
    Workload(name: "pretty/2KB", patterns: Rules.ten) { Events.pretty() },
  ]

  /// Records of land registers against five rules of each operator, and against all of them.
  private static let geography =
    Rules.geography.map { name, rules in
      Workload(
        name: "geography/\(name)/\(rules.count)", fields: Events.geographyFields,
        patterns: { rules }, events: Events.geography)
    } + [
      Workload(
        name: "geography/all/45", fields: Events.geographyFields,
        patterns: { Rules.geography.flatMap(\.rules) }, events: Events.geography)
    ]
}
