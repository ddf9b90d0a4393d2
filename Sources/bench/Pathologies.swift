extension Workload {
  /// Families on which matchers are known to fall over.
  static let pathologies: [Workload] =
    [
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
      many("wildcards/10000", 10_000) {
        #"{"detail":{"text":[{"wildcard":"*a\#($0)*b\#($0)*c"}]}}"#
      },
      many("short-wildcards", 1_000) { i in
        let letters = (0..<3).map {
          String("abcdefghij".dropFirst(i / [1, 10, 100][$0] % 10).prefix(1))
        }
        return #"{"detail":{"text":[{"wildcard":"*\#(letters.joined(separator: "*"))*"}]}}"#
      },
      many("distinct-keys/10000", 10_000) { #"{"detail":{"key\#($0)":["x"]}}"# },
      many("absent-keys", 10_000) {
        #"{"source":["nobody"],"detail":{"key\#($0)":[{"exists":false}]}}"#
      },
    ] + [1_000, 10_000].flatMap { sharedEnds($0) }
    + [2, 3, 4].flatMap { arrays in [10, 100, 1_000].map { siblings(arrays, $0) } }
    + [10, 1_000].map { rows($0) } + [manyKeys(10_000)]

  /// Wildcards on one field that begin and end alike, so that nothing but their middle tells them
  /// apart; the texts pass many of them for a long way.
  private static func sharedEnds(_ count: Int) -> [Workload] {
    [1, 2].map { stars in
      Workload(name: "pathological/shared-ends/\(stars + 1)-stars/\(count)") {
        (0..<count).map { i in
          let middle = stars == 1 ? "-\(i)-" : "-\(i / 100)-*-\(i % 100)-"
          return #"{"detail":{"text":[{"wildcard":"shared-head*\#(middle)*shared-tail"}]}}"#
        }
      } events: {
        var random = Random(19)
        return (0..<256).map { _ in
          let parts = (0..<12).map { _ in "-\(random.below(count / 50))-" }.joined(separator: "x")
          return #"{"detail":{"text":"shared-head\#(parts)shared-tail"}}"#
        }
      }
    }
  }

  /// Rules that each want two values of one object among a thousand.
  private static func rows(_ count: Int) -> Workload {
    Workload(name: "pathological/rows/\(count)-rules", fields: [["detail", "rows"]]) {
      (0..<count).map { #"{"detail":{"rows":{"id":["i\#($0)"],"ok":["yes"]}}}"# }
    } events: {
      let rows = (0..<1_000).map { #"{"id":"i\#($0)","ok":"\#($0 % 2 == 0 ? "yes" : "no")"}"# }
      return [#"{"detail":{"rows":[\#(rows.joined(separator: ","))]}}"#]
    }
  }

  /// An event with as many keys at one level as there are rules, each naming one.
  private static func manyKeys(_ count: Int) -> Workload {
    Workload(name: "pathological/distinct-keys/\(count)-in-event") {
      (0..<count).map { #"{"detail":{"key\#($0)":["x"]}}"# }
    } events: {
      let members = (0..<count).map { #""key\#($0)":"\#($0 % 100 == 0 ? "x" : "y")""# }
      return [#"{"detail":{\#(members.joined(separator: ","))}}"#]
    }
  }

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
    Workload(name: "pathological/siblings/\(arrays)x\(size)", fields: [["z"]]) {
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
