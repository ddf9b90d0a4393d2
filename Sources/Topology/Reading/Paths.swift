/// `path` as seen from the folder of the file `from`, as text: without `.` and `x/..`, and `.` where
/// nothing is left.
package func normalizedPath(_ path: String, relativeTo from: String = "") -> String {
  var text = path
  if !path.hasPrefix("/"), let slash = from.lastIndex(of: "/") {
    text = String(from[...slash]) + path
  }
  let isAbsolute = text.hasPrefix("/")
  var parts: [Substring] = []
  for part in text.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else if part != ".." || !isAbsolute {
      parts.append(part)
    }
  }
  let joined = parts.joined(separator: "/")
  if isAbsolute { return "/" + joined }
  return joined.isEmpty ? "." : joined
}

/// What a file is called up to its first dot: `orders` for `stacks/orders.test.yaml`, `hidden` for
/// `.hidden.yaml`; empty where nothing but dots stands there.
package func fileStem(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  return name.split(separator: ".").first.map(String.init) ?? ""
}
