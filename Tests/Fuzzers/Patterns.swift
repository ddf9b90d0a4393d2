import EventMatcher
import EventPattern
import PatternOracle
import TableCompiler

/// Patterns that use every operator on few fields, so that every kind of lookup is in one table.
let richPatterns: [String] = {
  var random = PatternGenerator(seed: 4)
  let generated = (0..<80).map { _ in random.pattern() }
  let crowd = (0..<6).flatMap { i in
    [
      #"{"a":["v\#(i)","10.0.0.\#(i)"],"b":[{"exists":false}]}"#,
      #"{"a":[{"prefix":"p\#(i)"}],"c":{"d":[{"suffix":"s\#(i)"}]}}"#,
      #"{"a":[{"wildcard":"w\#(i)*x\#(i)*y"},{"wildcard":"*ab\#(i)*"}]}"#,
      #"{"a":[{"prefix":{"equals-ignore-case":"Ä\#(i)"}},{"equals-ignore-case":"Q\#(i)"}]}"#,
      #"{"n":[{"numeric":[">",\#(i),"<",\#(i * 3 + 1)]},\#(i),9007199254740993]}"#,
      #"{"n":[{"cidr":"\#(i).0.0.0/8"},{"cidr":"2001:db8:\#(i)::/48"},"::\#(i)"]}"#,
      #"{"c":{"d":[{"anything-but":["a","\#(i)"]}],"e":[{"anything-but":{"prefix":"\#(i)"}}]}}"#,
      #"{"c":{"e":[{"anything-but":\#(i)},null,true]},"":{"x":["\#(i)"]}}"#,
      #"{"r":{"x":["\#(i)"],"y":["\#(i)"],"s":{"z":["1"]}},"t":{"x":["\#(i)"]}}"#,
    ]
  }
  return (generated + crowd).filter { (try? EventPattern(json: Array($0.utf8))) != nil }
}()

/// The bytes of the patterns' table; those that are no patterns must have been left out.
func tableBytes(_ patterns: [String]) -> [UInt8] {
  let rules = patterns.enumerated().compactMap { index, text in
    (try? EventPattern(json: Array(text.utf8))).map {
      RoutedRule(name: "r\(index)", scope: "bus", pattern: $0, targets: ["t\(index)"])
    }
  }
  return (try? compileTable(rules, topologyDigest: [7])) ?? []
}

/// Events that rich tables have much to do with.
let richEvents = [
  #"{"a":"v3","n":7,"c":{"d":"s1","e":["1",2,null]}}"#,
  #"{"a":["p1","p12","w2--x2--y","xxab5xx","ä5","q5","10.0.0.4"],"n":[1,2.5,"5.0.0.1","::5"]}"#,
  #"{"c":[{"d":"a","e":1},{"d":"s2","e":"12"},[{"d":"3"},{"e":4}]],"k1":{},"":{"x":"2"}}"#,
  #"{"c":[{"d":"a"}],"c":[{"e":1},{"e":2}],"c.d":"x","a":"\u00e44","n":9007199254740993}"#,
  #"{"r":[{"x":"1","y":"2"},{"x":"3","y":"3","s":[{"z":"0"},{"z":"1"}]}],"t":[{"x":"3"}]}"#,
].map { Array($0.utf8) }
