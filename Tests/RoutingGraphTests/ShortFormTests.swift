import EventPattern
import RoutingGraph
import Testing
import Topology

@Suite("A pattern as a label") struct ShortFormTests {
  private static let forms: [(String, String)] = [
    (#"{"source":["logistics.pickup"]}"#, "source=logistics.pickup"),
    (
      #"{"source":["a"],"detail":{"service":["express","standard"]}}"#,
      "service∈{express,standard}, source=a"
    ),
    (#"{"detail":{"n":[{"numeric":["<",30]}]}}"#, "n<30"),
    (#"{"detail":{"n":[{"numeric":[">=",1.5]}]}}"#, "n≥1.5"),
    (#"{"detail":{"n":[{"numeric":[">",0,"<=",5]}]}}"#, "0<n≤5"),
    (#"{"detail":{"n":[{"exists":true}],"m":[{"exists":false}]}}"#, "no m, n exists"),
    (#"{"source":[{"prefix":"aws."},{"suffix":".eu"}]}"#, "source∈{aws.*,*.eu}"),
    (#"{"source":[{"wildcard":"a*b*"}]}"#, "source=a*b*"),
    (#"{"detail":{"c":[{"anything-but":"DE"}]}}"#, "c≠DE"),
    (#"{"detail":{"c":[{"anything-but":["DE","FR"]}]}}"#, "c∉{DE,FR}"),
    (#"{"detail":{"c":[true,null,7]}}"#, "c∈{true,null,7}"),
    (#"{"detail":{"c":["a","b","c","d","e"]}}"#, "c∈{a,b,c,d,…}"),
    (#"{"$or":[{"source":["a"]},{"detail":{"n":[1]}}]}"#, "source=a or n=1"),
    (#"{"$or":[{"a":["1"]},{"b":["1"]},{"c":["1"]},{"d":["1"]}]}"#, "a=1 or b=1 or c=1 or …"),
  ]

  @Test(arguments: forms) func `says what passes`(json: String, label: String) throws {
    #expect(shortForm(of: try EventPattern(json: Array(json.utf8))) == label)
  }
}
