/// What SAM creates to connect two types.
struct ConnectorProfile {
  /// Where the grant is put.
  enum Place: String {
    case sourceRole = "source-role"
    case destinationRole = "destination-role"
    case queue, topic, function
  }

  struct Grant {
    /// `Read` or `Write`.
    var permission: String
    var resources: [String]
    var actions: [String]
    /// The service that is let in, and the ARN that it must come from.
    var service: String?
    var source: String?
  }

  var place: Place
  var grants: [Grant] = []

  struct Pair: Hashable {
    var source: String
    var destination: String
  }

  static let all: [Pair: ConnectorProfile] = {
    var all: [Pair: ConnectorProfile] = [:]
    var pair = Pair(source: "", destination: "")
    for line in TableText.lines(ConnectorTable.text) {
      let words = line.words
      if line.depth == 0, words.count == 3, let place = Place(rawValue: words[2]) {
        pair = Pair(source: words[0], destination: words[1])
        all[pair] = ConnectorProfile(place: place)
      } else if line.depth == 1, words.count > 2 {
        all[pair]?.grants.append(
          Grant(
            permission: words[0], resources: TableText.list(words[1]),
            actions: Array(words.dropFirst(2))))
      } else if let last = all[pair]?.grants.indices.last {
        if words.first == "for", words.count == 3 {
          all[pair]?.grants[last].service = words[1]
          all[pair]?.grants[last].source = words[2]
        } else {
          all[pair]?.grants[last].actions += words
        }
      }
    }
    return all
  }()
}
