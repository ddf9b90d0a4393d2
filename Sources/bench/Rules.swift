/// Pattern texts.
enum Rules {
  static let sources = (0..<20).map {
    "com.acme.\(["orders", "billing", "fleet", "stock"][$0 % 4])\($0 / 4)"
  }
  static let types = (0..<50).map {
    "\(["Order", "Invoice", "Parcel", "Item", "User"][$0 % 5]) Changed \($0 / 5)"
  }

  static func exact(_ i: Int) -> String {
    """
    {"source":["\(sources[i % 20])"],"detail-type":["\(types[i % 50])"],\
    "detail":{"tenant":["tenant-\(i)"],"status":["open","late"]}}
    """
  }

  /// Every operator, in about the shares in which people use them.
  static func mixed(_ i: Int) -> String {
    let head = "\"source\":[\"\(sources[i % 20])\"]"
    switch i % 20 {
    case 0...7: return exact(i)
    case 8: return "{\(head),\"detail\":{\"tenant\":[{\"prefix\":\"tenant-\(i)-\"}]}}"
    case 9: return "{\(head),\"detail\":{\"file\":[{\"suffix\":\"-\(i).png\"}]}}"
    case 10: return "{\(head),\"detail\":{\"file\":[{\"wildcard\":\"upload/*/t\(i)/*.png\"}]}}"
    case 11:
      return
        "{\(head),\"detail\":{\"tenant\":[\"tenant-\(i)\"],\"total\":[{\"numeric\":[\">\",\(i % 900)]}]}}"
    case 12: return "{\(head),\"detail\":{\"total\":[{\"numeric\":[\">=\",\(i),\"<\",\(i + 2)]}]}}"
    case 13:
      return
        "{\(head),\"detail\":{\"tenant\":[\"tenant-\(i)\"],\"status\":[{\"anything-but\":[\"open\"]}]}}"
    case 14:
      return
        "{\"detail\":{\"tenant\":[\"tenant-\(i)\"],\"status\":[{\"anything-but\":{\"prefix\":\"la\"}}]}}"
    case 15:
      return "{\(head),\"detail\":{\"user\":{\"name\":[{\"equals-ignore-case\":\"User-\(i)\"}]}}}"
    case 16:
      return "{\(head),\"detail\":{\"tenant\":[\"tenant-\(i)\"],\"error\":[{\"exists\":false}]}}"
    case 17:
      return "{\(head),\"detail\":{\"tenant\":[\"tenant-\(i)\"],\"total\":[{\"exists\":true}]}}"
    case 18:
      return
        "{\"detail\":{\"ip\":[{\"cidr\":\"\(10 + i % 100).\(i / 100 % 256).0.0/16\"}],\"tenant\":[\"tenant-\(i)\"]}}"
    default:
      return
        "{\"$or\":[{\"detail\":{\"tenant\":[\"tenant-\(i)\"]}},{\"detail\":{\"order\":[\"order-\(i)\"]}}]}"
    }
  }

  static func ten() -> [String] { (0..<10).map { mixed($0 * 2 + $0 / 5) } }
}
