import EventMatcher

/// What the command line asks for.
struct Options {
  /// Workloads or groups of them; none means all.
  var names: [String] = []
  var isQuick = false
  /// A fixed number of passes, for tools that count from outside.
  var passes: Int?
  var checking = EventMatcher.Checking.structure
  /// The folder into which patterns and events are written instead of being measured.
  var exportFolder: String?
  /// The library that `make bench` builds of simdjson's parser.
  var onDemandLibrary: String?

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": isQuick = true
      case "--passes": passes = rest.popFirst().flatMap { Int($0) }
      case "--strict": checking = .strict
      case "--trusting": checking = .trusting
      case "--export": exportFolder = rest.popFirst()
      case "--on-demand": onDemandLibrary = rest.popFirst()
      default: names.append(argument)
      }
    }
  }

  func wants(_ workload: Workload) -> Bool {
    names.isEmpty || names.contains { workload.name == $0 || workload.name.hasPrefix($0 + "/") }
  }

  /// Seconds that a workload's passes may take.
  var seconds: Double { isQuick ? 0.1 : 1 }
}
