extension Events {
  static let geographyFields = [["type"], ["properties", "STREET"], ["geometry", "type"]]
  static let streets = [
    "VALENCIA", "MARINA", "MARKET", "FOLSOM", "JEFFERSON", "ACTON", "CRANLEIGH",
  ]

  /// Records of about 850 bytes, mostly coordinates, as city registers publish them.
  static func geography() -> [String] {
    var random = Random(13)
    return (0..<512).map { _ in
      let points = (0..<14).map { _ in point(&random) }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"MAPBLKLOT":"\(lot(random.below(9999)))",\
        "BLKLOT":"\(lot(random.below(9999)))","BLOCK_NUM":"0\(500 + random.below(90))",\
        "LOT_NUM":"0\(10 + random.below(90))","FROM_ST":"\(random.below(3))",\
        "TO_ST":"\(random.below(900))","STREET":"\(random.one(of: streets))",\
        "ST_TYPE":"\(random.one(of: ["ST", "AVE"]))","ODD_EVEN":"\(random.one(of: ["O", "E"]))"},\
        "geometry":{"type":"Polygon","coordinates":[[\(points)]]}}
        """
    }
  }

  private static func point(_ random: inout Random) -> String {
    "[\(longitude(random.below(1 << 40))),\(latitude(random.below(1 << 40))),0.0]"
  }

  static func lot(_ n: Int) -> String { "0\(1000 + n)0\(10 + n % 90)" }
  static func longitude(_ n: Int) -> String { "-122.4\(1_000_000_000_000 + n)" }
  static func latitude(_ n: Int) -> String { "37.7\(1_000_000_000_000 + n)" }
}

extension Rules {
  /// Five rules of each operator on the records of a land register.
  static let geography: [(name: String, rules: [String])] = [
    ("exact", (0..<5).map { property("MAPBLKLOT", "\"\(Events.lot($0 * 1999))\"") }),
    (
      "wildcard", (0..<5).map { property("MAPBLKLOT", #"{"wildcard":"0\#($0 + 1)*0\#(20 + $0)"}"#) }
    ),
    ("prefix", Events.streets[..<5].map { property("STREET", #"{"prefix":"\#($0.prefix(2))"}"#) }),
    ("suffix", Events.streets[..<5].map { property("STREET", #"{"suffix":"\#($0.suffix(2))"}"#) }),
    (
      "ignore-case",
      Events.streets[..<5].map {
        property("STREET", #"{"equals-ignore-case":"\#($0.lowercased())"}"#)
      }
    ),
    (
      "numeric",
      (0..<5).map { coordinates(#"{"numeric":[">",-122.41\#($0 + 1),"<",-122.41\#($0)]}"#) }
    ),
    (
      "anything-but",
      Events.streets[..<5].map { property("STREET", #"{"anything-but":["\#($0)","FULTON"]}"#) }
    ),
    (
      "anything-but-prefix",
      Events.streets[..<5].map {
        property("STREET", #"{"anything-but":{"prefix":"\#($0.prefix(3))"}}"#)
      }
    ),
    (
      "nested-arrays",
      (0..<5).map { i in
        let point = "\(Events.longitude(i << 20)),{\"numeric\":[\"=\",\(Events.latitude(i << 21))]}"
        return #"{"type":["Feature"],"geometry":{"type":["Polygon"],"coordinates":[\#(point)]}}"#
      }
    ),
  ]

  private static func property(_ name: String, _ test: String) -> String {
    #"{"properties":{"\#(name)":[\#(test)]}}"#
  }

  private static func coordinates(_ test: String) -> String {
    #"{"geometry":{"type":["Polygon"],"coordinates":[\#(test)]}}"#
  }
}
