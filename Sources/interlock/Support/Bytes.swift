#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The only file of the command line that touches memory by address: bytes in, bytes out.

/// Why a file could not be read or written, to end a message with.
struct FileProblem: Error, Equatable {
  var reason: String

  init(_ reason: String) { self.reason = reason }

  static func last() -> FileProblem {
    switch errno {
    case ENOENT: FileProblem("no such file or folder")
    case EACCES, EPERM: FileProblem("permission denied")
    case EISDIR: FileProblem("it is a folder")
    case ENOTDIR: FileProblem("a part of the path is not a folder")
    case ELOOP: FileProblem("too many symbolic links")
    case ENAMETOOLONG: FileProblem("the name is too long")
    case ENOSPC: FileProblem("no space left on the device")
    case EROFS: FileProblem("the file system is read-only")
    case EMFILE, ENFILE: FileProblem("too many open files")
    default: FileProblem("system error \(errno)")
    }
  }
}

enum FileKind { case regular, folder, other }

/// What stands at a path, links followed; nil where nothing does.
func kind(of path: String) throws(FileProblem) -> FileKind? {
  var info = stat()
  guard unsafe stat(path, &info) == 0 else {
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw .last()
  }
  return kind(info)
}

/// True where the path itself is a symbolic link.
func isLink(_ path: String) -> Bool {
  var info = stat()
  return unsafe lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
}

private func kind(_ info: stat) -> FileKind {
  switch info.st_mode & S_IFMT {
  case S_IFREG: .regular
  case S_IFDIR: .folder
  default: .other
  }
}

/// An open file that is read from its start or written to its end, and closed when dropped.
struct ByteFile: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool
  /// Bytes of a regular file; nil for a pipe or terminal.
  let size: Int?

  private init(_ descriptor: Int32, isOwned: Bool) throws(FileProblem) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw .last() }
    let kind = kind(info)
    if kind == .folder { throw FileProblem("it is a folder") }
    size = kind == .regular ? Int(info.st_size) : nil
  }

  deinit { if isOwned { close(descriptor) } }

  init(reading path: String) throws(FileProblem) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last() }
    try self.init(descriptor, isOwned: true)
  }

  /// A new file; fails where one is there already.
  init(creating path: String) throws(FileProblem) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last() }
    try self.init(descriptor, isOwned: true)
  }

  /// What is there already and is no regular file: a device or a pipe.
  init(appending path: String) throws(FileProblem) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last() }
    try self.init(descriptor, isOwned: true)
  }

  static func standardInput() throws(FileProblem) -> ByteFile { try ByteFile(0, isOwned: false) }

  /// Appends up to `count` bytes to `buffer` and says how many; none at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(FileProblem) -> Int {
    let start = buffer.count
    buffer += repeatElement(0, count: count)
    var got = 0
    defer { buffer.removeLast(count - got) }
    got = try read(into: &buffer, start..<buffer.count)
    return got
  }

  /// Reads into the given places of `bytes`, which must be there, and says how many; none at the end.
  func read(into bytes: inout [UInt8], _ places: Range<Int>) throws(FileProblem) -> Int {
    while true {
      let got = unsafe bytes.withUnsafeMutableBufferPointer { space in
        unsafe Self.read(descriptor, UnsafeMutableBufferPointer(rebasing: space[places]))
      }
      if got >= 0 { return got }
      if errno != EINTR { throw .last() }
    }
  }

  private static func read(_ descriptor: Int32, _ space: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, space.baseAddress, space.count)
    #elseif canImport(Musl)
      unsafe Musl.read(descriptor, space.baseAddress, space.count)
    #else
      unsafe Darwin.read(descriptor, space.baseAddress, space.count)
    #endif
  }

  func write(_ bytes: [UInt8]) throws(FileProblem) { try writeAll(bytes, to: descriptor) }

  /// Waits until what was written is on the disk, where it is a file at all.
  func synchronize() { _ = fsync(descriptor) }
}

/// Writes all of `bytes` to an open descriptor.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileProblem) {
  var start = 0
  while start < bytes.count {
    let written = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
    }
    if written < 0 {
      if errno == EINTR { continue }
      throw .last()
    }
    start += written
  }
}

/// Moves a file over another in one step.
func renameFile(_ from: String, to: String) throws(FileProblem) {
  guard unsafe rename(from, to) == 0 else { throw .last() }
}

func removeFile(_ path: String) { _ = unsafe unlink(path) }

/// The path without links, or nil where it leads nowhere.
func resolvedPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

func environmentVariable(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}

func processNumber() -> Int { Int(getpid()) }

/// The index of the first line feed in the given places.
func firstLineFeed(in bytes: [UInt8], _ places: Range<Int>) -> Int? {
  unsafe bytes.withUnsafeBytes { buffer in
    let part = unsafe UnsafeRawBufferPointer(rebasing: buffer[places])
    guard let base = part.baseAddress, let found = unsafe memchr(base, 0x0A, part.count) else {
      return nil
    }
    return unsafe places.lowerBound + (UnsafeRawPointer(found) - base)
  }
}

/// Processors that are there to compute on.
func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

func leave(_ code: Int32) -> Never {
  #if canImport(Glibc)
    Glibc.exit(code)
  #elseif canImport(Musl)
    Musl.exit(code)
  #else
    Darwin.exit(code)
  #endif
}
