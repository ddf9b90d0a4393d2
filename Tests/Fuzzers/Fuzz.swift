import CFuzzer

/// `fuzz TARGET [libFuzzer's arguments]`: built and run by `make fuzz`.
///
/// A target gets bytes that libFuzzer makes, and traps where something is wrong with what comes of
/// them; reads out of bounds are seen by the sanitizer and by the assertions of a debug build.
@main
enum Fuzz {
  private static let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "events": { EventsTarget.run($0) },
    "tables": { TablesTarget.run($0) },
    "patterns": { PatternsTarget.run($0) },
    "yaml": { YAMLTarget.run($0) },
  ]

  private static let target = targets[CommandLine.arguments.dropFirst().first ?? ""]

  static func main() {
    if target == nil { return print("targets: \(targets.keys.sorted().joined(separator: ", "))") }
    _ = unsafe ilk_fuzz(CommandLine.argc, CommandLine.unsafeArgv, fuzzOne)
  }

  fileprivate static func run(_ bytes: [UInt8]) { target?(bytes) }
}

/// Where libFuzzer puts its bytes in.
@c(LLVMFuzzerTestOneInput)
func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe Fuzz.run(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}

/// Traps, with what is wrong and on what, unless the condition holds.
func check(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { preconditionFailure(message()) }
}
