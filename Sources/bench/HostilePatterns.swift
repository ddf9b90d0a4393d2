/// Patterns of about 64 KiB that are made to keep a reader busy.
enum HostilePatterns {
  private static let size = 64 << 10

  static let all: [(name: String, text: String)] = [
    ("nested objects", nested(size / 6, #"{"a":"#, "[1]", "}")),
    ("nested arrays", #"{"a":"# + nested(size / 2, "[", "1", "]") + "}"),
    ("nested '$or'", nested(size / 20, #"{"$or":[{"b":[1]},"#, #"{"c":[1]}"#, "]}")),
    (
      "beside each other '$or', 2 branches",
      "{" + list(size / 36) { #""a\#($0)":{"$or":[{"b":[1]},{"c":[1]}]}"# } + "}"
    ),
    ("one '$or' of many branches", #"{"$or":["# + list(size / 12) { #"{"a\#($0)":[1]}"# } + "]}"),
    (
      "many fields, then 999 branches",
      "{" + list(4_000) { #""f\#($0)":[1]"# } + #","$or":["# + list(999) { #"{"g\#($0)":[1]}"# }
        + "]}"
    ),
    ("a wildcard of stars", values(#"{"wildcard":"\#(repeated("*a", size / 2))"}"#)),
    ("a wildcard of one letter", values(#"{"wildcard":"\#(repeated("a", size))"}"#)),
    (
      "a wildcard of long runs",
      values(#"{"wildcard":"\#(repeated("*" + repeated("ab", 500), 64))"}"#)
    ),
    ("many short wildcards", values(list(size / 22) { #"{"wildcard":"*a\#($0)*"}"# })),
    (
      "many wildcards of a beginning",
      values(list(64) { #"{"wildcard":"\#(repeated("a", 900))*\#($0)"}"# })
    ),
    (
      "many wildcards of an end",
      values(list(300) { #"{"wildcard":"\#($0)*\#(repeated("a", $0 % 150 + 20))"}"# })
    ),
    (
      "excluded wildcards",
      values(#"{"anything-but":{"wildcard":["# + list(size / 12) { #""*a\#($0)*b""# } + "]}}")
    ),
    (
      "wildcards in branches",
      #"{"$or":["# + list(900) { #"{"a":[{"wildcard":"*a\#($0 % 7)*b\#($0)*c"}]}"# } + "]}"
    ),
    ("a long suffix", values(#"{"suffix":"\#(repeated("a", size))"}"#)),
    (
      "a long suffix ignoring case",
      values(#"{"suffix":{"equals-ignore-case":"\#(repeated("aß", size / 3))"}}"#)
    ),
    ("many keys", "{" + list(size / 12) { #""k\#($0)":[1]"# } + "}"),
    ("one key many times", "{" + list(size / 8) { _ in #""a":[1]"# } + "}"),
    ("a long path", #"{"\#(repeated("a.", size / 2))":[1]}"#),
    ("many values", values(list(size / 8) { #""v\#($0)""# })),
    ("many numbers", values(list(size / 7) { "\($0).5" })),
    ("a long number", values(repeated("9", size))),
    ("a number of a long fraction", values("0." + repeated("1", size))),
    ("a great exponent", values("1e" + repeated("9", size))),
    ("many ranges", values(list(size / 24) { #"{"numeric":[">",\#($0),"<",\#($0 + 9)]}"# })),
    ("many networks", values(list(size / 26) { #"{"cidr":"10.\#($0 % 256).0.0/16"}"# })),
    ("escapes", values("\"" + repeated(#"\u00e9"#, size / 6) + "\"")),
    ("an open string", #"{"a":[""# + repeated("a", size)),
    ("blanks", "{" + repeated(" ", size) + #""a":[1]}"#),
  ]

  static func letters(_ count: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    return String((0..<count).map { alphabet[($0 * $0 + $0 / 7) % 26] })
  }

  private static func values(_ text: String) -> String { #"{"a":[\#(text)]}"# }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static func nested(
    _ depth: Int, _ open: String, _ middle: String, _ close: String
  ) -> String {
    repeated(open, depth) + middle + repeated(close, depth)
  }

  private static func list(_ count: Int, _ element: (Int) -> String) -> String {
    (0..<count).map(element).joined(separator: ",")
  }
}
