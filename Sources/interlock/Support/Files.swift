/// All bytes of a file; refused by its size before it is read, and while a pipe is read.
func readFile(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
  try readAll(ByteFile(reading: path), limit: limit)
}

func readStandardInput(limit: Int) throws(FileProblem) -> [UInt8] {
  try readAll(ByteFile.standardInput(), limit: limit)
}

/// The first bytes of a file, at least `count` where it has so many.
func readStart(of path: String, count: Int) throws(FileProblem) -> [UInt8] {
  let file = try ByteFile(reading: path)
  var bytes: [UInt8] = []
  while bytes.count < count, try file.read(count, into: &bytes) > 0 {}
  return bytes
}

private func readAll(_ file: consuming ByteFile, limit: Int) throws(FileProblem) -> [UInt8] {
  if let size = file.size, size > limit { throw tooBig("\(size) bytes", limit) }
  var bytes: [UInt8] = []
  bytes.reserveCapacity((file.size ?? 0) + 1)
  while try file.read(max(file.size ?? 0, 1 << 16), into: &bytes) > 0 {
    if bytes.count > limit { throw tooBig("more than \(limit) bytes", limit) }
  }
  return bytes
}

private func tooBig(_ size: String, _ limit: Int) -> FileProblem {
  FileProblem("it has \(size), the bound is \(limit) (raise it with --max-bytes)")
}

/// The folder that a path stands in: `a` for `a/b`, `.` for `b`.
func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// `folder/name`, and only `name` in the current folder.
func joinedPath(_ folder: String, _ name: String) -> String {
  if folder == "." || folder.isEmpty || name.hasPrefix("/") { return name }
  return folder.hasSuffix("/") ? folder + name : folder + "/" + name
}
