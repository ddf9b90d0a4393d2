/// Event texts.
enum Events {
  /// 512 events of about 1.3 KB.
  static func envelopes(tenants: Int) -> [String] {
    var random = Random(7)
    return (0..<512).map { _ in envelope(&random, tenants: tenants) }
  }

  static func envelope(_ random: inout Random, tenants: Int) -> String {
    let tenant = random.below(tenants)
    let items = (0..<3).map { _ in
      #"{"sku":"\#(random.hex(8))","quantity":\#(random.below(9)),"price":\#(random.below(900)).95}"#
    }.joined(separator: ",")
    return """
      {"version":"0","id":"\(random.uuid())","detail-type":"\(Rules.types[tenant % 50])",\
      "source":"\(Rules.sources[tenant % 20])","account":"123456789012","time":"2026-11-23T10:15:30Z",\
      "region":"eu-central-1","resources":["arn:aws:states:eu-central-1:123456789012:stateMachine:order-fulfilment-\(random.hex(8))"],\
      "detail":{"tenant":"tenant-\(tenant)","order":"order-\(random.below(1_000_000))",\
      "status":"\(random.one(of: ["open", "late", "paid", "sent"]))","total":\(random.below(2000)).5,\
      "currency":"EUR","user":{"name":"user-\(random.below(tenants * 2))","mail":"\(random.hex(12))@example.com",\
      "locale":"de-DE","verified":true,"since":"2019-04-01"},"ip":"\(random.below(200)).12.\(random.below(256)).9",\
      "file":"upload/2026-11/t\(random.below(tenants))/\(random.hex(16))-\(random.below(tenants)).png",\
      "items":[\(items)],"address":{"street":"Unter den Linden \(random.below(80))","city":"Berlin",\
      "zip":"10117","country":"DE","geo":{"lat":52.517,"lon":13.388}},"tags":["web","mobile","eu"],\
      "note":"\(String(repeating: "please ring twice ", count: 14))","retries":0,"trace":"\(random.hex(32))",\
      "created":"2026-11-23T10:15:29.120Z","updated":"2026-11-23T10:15:30.004Z","weight":12.75,"priority":null}}
      """
  }

  /// The same with one field of many records, of the given size in all.
  static func large(_ size: Int, count: Int) -> [String] {
    var random = Random(11)
    return (0..<count).map { _ in
      let small = envelope(&random, tenants: 1000)
      var rows: [String] = []
      var total = 0
      while total < size - small.utf8.count {
        rows.append(
          #"{"id":\#(random.below(1 << 30)),"name":"\#(random.hex(24))","values":[1,2.5,\#(random.below(99))],"ok":true}"#
        )
        total += rows[rows.count - 1].utf8.count + 1
      }
      return String(small.dropLast(2)) + ",\"rows\":[\(rows.joined(separator: ","))]}}"
    }
  }

  /// Envelopes with line breaks and indents.
  static func pretty() -> [String] {
    envelopes(tenants: 10).map { event in
      var text = ""
      var depth = 0
      var isInString = false
      for character in event {
        if character == "\"" { isInString.toggle() }
        if !isInString, "}]".contains(character) {
          depth -= 1
          text += "\n" + String(repeating: "  ", count: depth)
        }
        text.append(character)
        guard !isInString else { continue }
        if "{[".contains(character) { depth += 1 }
        if "{[,".contains(character) { text += "\n" + String(repeating: "  ", count: depth) }
        if character == ":" { text += " " }
      }
      return text
    }
  }
}
