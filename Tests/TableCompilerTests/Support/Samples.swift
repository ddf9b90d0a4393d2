import EventMatcher
import EventPattern
import PatternOracle
import TableCompiler

/// Random patterns that the service accepts.
func validPatterns(_ count: Int, _ random: inout PatternGenerator) -> [String] {
  var patterns: [String] = []
  while patterns.count < count {
    let pattern = random.pattern()
    if (try? EventPattern(json: Array(pattern.utf8))) != nil { patterns.append(pattern) }
  }
  return patterns
}

/// Many tests on few fields, so that every kind of lookup, tree and list is in one table.
let crowdedPatterns = crowd(12)

func crowd(_ size: Int) -> [String] {
  (0..<size).flatMap { i in
    [
      #"{"a":["v\#(i)","10.0.0.\#(i)"],"b":[{"exists":false}]}"#,
      #"{"a":[{"prefix":"p\#(i)"}],"c":{"d":[{"suffix":"s\#(i)"}]}}"#,
      #"{"a":[{"wildcard":"w\#(i)*x\#(i)*y"},{"wildcard":"*ab\#(i)*"}]}"#,
      #"{"a":[{"prefix":{"equals-ignore-case":"Ä\#(i)"}},{"equals-ignore-case":"Q\#(i)"}]}"#,
      #"{"a":[{"suffix":{"equals-ignore-case":"ẞ\#(i)"}},{"suffix":{"equals-ignore-case":"zz"}}]}"#,
      #"{"n":[{"numeric":[">",\#(i),"<",\#(i * 3 + 1)]},\#(i),9007199254740993]}"#,
      #"{"n":[{"cidr":"\#(i).0.0.0/8"},{"cidr":"2001:db8:\#(i)::/48"},"::\#(i)"]}"#,
      #"{"c":{"d":[{"anything-but":["a","\#(i)"]}],"e":[{"anything-but":{"prefix":"\#(i)"}}]}}"#,
      #"{"a":[{"exists":false}],"k\#(i)":[{"exists":false}]}"#,
      #"{"c":{"e":[{"anything-but":\#(i)},null,true]},"":{"x":["\#(i)"]}}"#,
    ]
  }
}

/// Events that such a table has much to do with.
let crowdedEvents = [
  #"{"a":"v3","n":7,"c":{"d":"s1","e":["1",2,null]}}"#,
  #"{"a":["p1","p12","w2--x2--y","xxab7xx","ä5zz","q9","10.0.0.4"],"n":[1,2.5,"5.0.0.1","::7"]}"#,
  #"{"c":[{"d":"a","e":1},{"d":"s2","e":"12"},[{"d":"3"},{"e":4}]],"k1":{},"":{"x":"2"}}"#,
  #"{"c":[{"d":"a"}],"c":[{"e":1},{"e":2}],"c.d":"x","a":"\u00e44","n":9007199254740993}"#,
]

/// Arrays long enough for their paths to be indexed.
let manyElements: String = {
  let names = (0..<24).map { "\"v\($0)\",\"p\($0)\",\"w\($0)x\($0)y\",\"10.0.0.\($0)\"" }
  let numbers = (0..<24).map { "\($0 * 3),\"\($0).1.2.3\"" }
  let objects = (0..<9).map { #"{"d":"s\#($0)","e":\#($0)},{"d":"\#($0)"},{"e":"\#($0)"}"# }
  return """
    {"a":[\(names.joined(separator: ","))],"n":[\(numbers.joined(separator: ","))],\
    "c":[\(objects.joined(separator: ","))],"":{"x":"3"}}
    """
}()
