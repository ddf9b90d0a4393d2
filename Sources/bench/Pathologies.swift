extension Workload {
  /// Families on which matchers are known to fall over.
  static let pathologies: [Workload] = [
    many("shared-value", 10_000) {
      #"{"source":["com.acme"],"detail":{"key":["k\#($0)"]}}"#
    },
    many("two-of-four", 10_000) {
      let values = ["a", "b", "c", "d"]
      return #"{"detail":{"key":["\#(values[$0 % 4])","\#(values[($0 + 1 + $0 / 4 % 3) % 4])"]}}"#
    },
    many("numeric-ranges", 10_000) {
      #"{"detail":{"number":[{"numeric":[">",\#($0),"<",\#($0 + 20)]}]}}"#
    },
    many("anything-but", 10_000) {
      #"{"detail":{"key":["k\#($0)"],"other":[{"anything-but":["o\#($0)"]}]}}"#
    },
    many("wildcards/1000", 1_000) { #"{"detail":{"text":[{"wildcard":"*a\#($0)*b\#($0)*c"}]}}"# },
    many("wildcards/10000", 10_000) { #"{"detail":{"text":[{"wildcard":"*a\#($0)*b\#($0)*c"}]}}"# },
    many("short-wildcards", 1_000) { i in
      let letters = (0..<3).map { String("abcdefghij".dropFirst(i / [1, 10, 100][$0] % 10).prefix(1)) }
      return #"{"detail":{"text":[{"wildcard":"*\#(letters.joined(separator: "*"))*"}]}}"#
    },
    many("distinct-keys", 10_000) { #"{"detail":{"key\#($0)":["x"]}}"# },
    many("absent-keys", 10_000) { #"{"source":["nobody"],"detail":{"key\#($0)":[{"exists":false}]}}"# },
  ] + [(2, 10), (2, 100), (2, 1000), (3, 100), (3, 1000), (4, 1000)].map { siblings($0, $1) }

  private static func many(
    _ name: String, _ count: Int, _ pattern: @escaping @Sendable (Int) -> String
  ) -> Workload {
    Workload(name: "pathological/\(name)") {
      (0..<count).map(pattern)
    } events: {
      var random = Random(17)
      return (0..<256).map { _ in
        let n = random.below(count)
        return """
          {"source":"com.acme","detail":{"key":"k\(n)","number":\(n),"other":"o\(random.below(count))",\
          "text":"xx a\(n) yy b\(n) zz c","key\(n)":"x","key\(random.below(count))":"y"}}
          """
      }
    }
  }

  /// One rule over sibling arrays of objects, whose last condition misses.
  private static func siblings(_ arrays: Int, _ size: Int) -> Workload {
    Workload(name: "pathological/siblings/\(arrays)x\(size)") {
      let fields = (0..<arrays).map { #""a\#($0)":{"x":["1"],"y":["2"]}"# }
      return [#"{\#(fields.joined(separator: ",")),"z":["3"]}"#]
    } events: {
      let element = #"{"x":"1","y":"0"},{"x":"0","y":"2"}"#
      let list = [String](repeating: element, count: size / 2).joined(separator: ",")
      let fields = (0..<arrays).map { #""a\#($0)":[\#(list)]"# }
      return [#"{\#(fields.joined(separator: ",")),"z":"3"}"#]
    }
  }
}
