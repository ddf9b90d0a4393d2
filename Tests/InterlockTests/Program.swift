import Foundation
import Testing

/// What one run of the built program left behind.
struct Run {
  var status: Int32
  var output: String
  var errors: String
}

/// A fresh folder to run the program in, removed when dropped.
final class Scratch {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "interlock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// Runs `interlock` in the folder with streams that are no terminal.
  func run(_ arguments: String..., input: String = "") throws -> Run {
    try run(arguments, input: input)
  }

  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    try run(Self.program, arguments, input: input, environment: environment)
  }

  /// Runs a line of shell in the folder; the program is `"$0"`.
  func shell(_ line: String) throws -> Run {
    try run(URL(filePath: "/bin/sh"), ["-c", line, Self.program.path])
  }

  private func run(
    _ program: URL, _ arguments: [String], input: String = "",
    environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let streams = try Streams(input)
    process.standardInput = streams.input
    process.standardOutput = streams.output
    process.standardError = streams.errors
    try process.run()
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    return try Run(
      status: isKilled ? -1 : process.terminationStatus, output: streams.text("output"),
      errors: streams.text("errors"))
  }

  /// The program stands beside the test bundle.
  private static let program = Bundle.main.bundleURL.appending(path: "interlock")
}

/// The three streams as files: none can fill up and block.
private final class Streams {
  private let folder: URL
  let input, output, errors: FileHandle

  init(_ text: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "input"))
    for name in ["output", "errors"] { try Data().write(to: folder.appending(path: name)) }
    input = try FileHandle(forReadingFrom: folder.appending(path: "input"))
    output = try FileHandle(forWritingTo: folder.appending(path: "output"))
    errors = try FileHandle(forWritingTo: folder.appending(path: "errors"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func text(_ name: String) throws -> String {
    try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
