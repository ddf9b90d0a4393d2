import ArgumentParser
import Foundation

/// Runs a program and says how many instructions it took in user mode.
enum InstructionCounter: CaseIterable {
  case perf, callgrind

  /// The first that works on this machine.
  static func available() throws -> InstructionCounter? {
    for counter in allCases where (try? counter.count(["/bin/true"])) != nil { return counter }
    return nil
  }

  /// Instructions of one run of the command; what it prints first comes with them.
  func count(_ command: [String]) throws -> (instructions: Double, output: String) {
    let tool =
      switch self {
      case .perf: ["perf", "stat", "-x,", "-e", "instructions:u", "--"]
      case .callgrind: ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--"]
      }
    let (output, errors) = try run(tool + command)
    let count: Substring?
    switch self {
    case .perf:
      count =
        errors.split(separator: "\n").first { $0.contains(",instructions") }?
        .split(separator: ",").first
    case .callgrind:
      count =
        errors.split(separator: "\n").first { $0.contains("Collected :") }?
        .split(separator: " ").last
    }
    guard let number = count.flatMap({ Double($0) }) else {
      throw ValidationError("cannot count the instructions of \(command): \(errors.suffix(300))")
    }
    return (number, output)
  }

  /// Both streams go to files, so that neither can fill up and block.
  private func run(_ arguments: [String]) throws -> (output: String, errors: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["output", "errors"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    guard process.terminationStatus == 0 else {
      throw ValidationError("\(arguments.joined(separator: " ")) failed: \(texts[1].suffix(300))")
    }
    return (texts[0], texts[1])
  }
}

/// Something whose instructions are held to a threshold.
enum Measurement {
  /// A cold run of `lint` over the logistics example.
  case lint
  /// A workload of `bench`, by name.
  case workload(String)

  init(_ name: String) { self = name == "lint" ? .lint : .workload(name) }

  /// Instructions of the run, or a byte of event.
  func count(with counter: InstructionCounter) throws -> Double {
    switch self {
    case .lint:
      return try counter.count([".build/release/interlock", "lint", "docs/examples/logistics"])
        .instructions
    case .workload(let name):
      let bench = [".build/release/bench", name, "--passes"]
      let (few, _) = try counter.count(bench + ["1"])
      let (many, output) = try counter.count(bench + ["5"])
      // The name and the bytes of a pass; what it takes to make rules and events is in both.
      guard let bytes = output.split(whereSeparator: \.isWhitespace).last.flatMap({ Double($0) })
      else { throw ValidationError("'bench \(name)' measures nothing: \(output)") }
      return (many - few) / 4 / bytes
    }
  }
}
