import Foundation

extension Workload {
  /// Writes the patterns and the events, one a line, into two files of the folder and says so.
  func export(to folder: String) throws -> String {
    let folder = URL(filePath: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let stem = name.replacing("/", with: "-")
    let (patterns, events) = (patterns(), events())
    try write(patterns, to: folder.appending(path: "\(stem).patterns.ndjson"))
    try write(events, to: folder.appending(path: "\(stem).events.ndjson"))
    return "\(name): \(patterns.count) patterns, \(events.count) events in \(stem).*.ndjson"
  }

  /// JSON has line breaks only between its parts, so that spaces may stand for them.
  private func write(_ texts: [String], to file: URL) throws {
    let lines = texts.map { $0.replacing("\n", with: " ") + "\n" }
    try Data(lines.joined().utf8).write(to: file)
  }
}
