import ArgumentParser
import Foundation

struct Thresholds: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold the release builds to the instructions that they may take.",
    discussion: """
      Counts with 'perf stat' where the processor's counters can be read, else with callgrind; \
      without either, and on other processors than those of the file, it says so and checks \
      nothing. Run it in the repository's top folder after 'make release'.
      """)

  @Flag(help: "Write what is counted now as the new thresholds.")
  var bless = false

  private static let path = "docs/thresholds.json"
  /// A count may be higher than blessed by this share; lower by more, it should be blessed again.
  private static let margin = 0.1

  func run() throws {
    var file = try ThresholdFile(path: Self.path)
    guard ThresholdFile.architecture == file.architecture || bless else {
      return print("thresholds: skipped, they are of \(file.architecture)")
    }
    guard let counter = try InstructionCounter.available() else {
      return print("thresholds: skipped, neither perf nor valgrind can count instructions here")
    }
    var isOver = false
    for name in file.counts.keys.sorted() {
      let count = try Measurement(name).count(with: counter)
      let allowed = file.counts[name] ?? 0
      if bless { file.counts[name] = (count * 100).rounded() / 100 }
      isOver = isOver || count > allowed * (1 + Self.margin)
      print(line(name, count, allowed))
    }
    if bless { return try file.write(to: Self.path) }
    if isOver {
      throw ValidationError("more instructions than allowed: mend it, or 'dev thresholds --bless'")
    }
  }

  private func line(_ name: String, _ count: Double, _ allowed: Double) -> String {
    let change = allowed > 0 ? (count / allowed - 1) * 100 : 0
    var verdict = bless ? "blessed" : "ok"
    if !bless, change > Self.margin * 100 { verdict = "too many" }
    if !bless, change < -Self.margin * 100 { verdict = "fewer: bless it" }
    let number = String(format: "%14.2f  %+6.1f %%", count, change)
    return name.padding(toLength: 32, withPad: " ", startingAt: 0) + number + "  " + verdict
  }
}

/// `docs/thresholds.json`.
struct ThresholdFile: Codable {
  var architecture: String
  /// Instructions a byte of event by the name of a workload of `bench`, and those of a whole run of
  /// `lint`.
  var counts: [String: Double]

  #if arch(x86_64)
    static let architecture = "x86_64"
  #elseif arch(arm64)
    static let architecture = "arm64"
  #else
    static let architecture = "another architecture"
  #endif

  init(path: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
  }

  func write(to path: String) throws {
    var file = self
    file.architecture = Self.architecture
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(file) + Data("\n".utf8)).write(to: URL(filePath: path))
  }
}
