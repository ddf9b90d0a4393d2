/// Results written piece by piece to standard output, or to a file that appears only when finished.
final class OutputStream {
  private let path: String?
  private let target: String
  private let partial: String?
  private let file: ByteFile?
  private var buffer: [UInt8] = []
  private var isFinished = false

  private static let capacity = 1 << 16

  /// To standard output for nil and `-`.
  init(_ path: String?) throws(Refused) {
    self.path = path == "-" ? nil : path
    guard let path = self.path else {
      target = ""
      partial = nil
      file = nil
      return
    }
    target = resolvedPath(path) ?? path
    do throws(FileProblem) {
      let kind = try kind(of: path)
      if kind == .folder { throw FileProblem("it is a folder") }
      partial = kind == .other ? nil : "\(target).\(processNumber()).partial"
      if let partial {
        file = try ByteFile(creating: partial)
      } else {
        file = try ByteFile(appending: path)
      }
    } catch {
      throw Self.refused(path, error)
    }
  }

  deinit { if !isFinished, let partial { removeFile(partial) } }

  func write(_ text: String) throws(Refused) {
    buffer += text.utf8
    if buffer.count >= Self.capacity { try flush() }
  }

  func write(_ bytes: some Sequence<UInt8>) throws(Refused) {
    buffer += bytes
    if buffer.count >= Self.capacity { try flush() }
  }

  func flush() throws(Refused) {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard let path else { return try Console.write(buffer) }
    do { try file?.write(buffer) } catch { throw Self.refused(path, error) }
  }

  /// Writes the rest and gives the file its name.
  func finish() throws(Refused) {
    try flush()
    guard let path, let partial else { return }
    file?.synchronize()
    do { try renameFile(partial, to: target) } catch { throw Self.refused(path, error) }
    isFinished = true
  }

  private static func refused(_ path: String, _ problem: FileProblem) -> Refused {
    Refused("cannot write '\(path)': \(problem.reason)")
  }
}
