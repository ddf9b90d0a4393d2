package import AccessPolicy

/// An ARN of a kind of thing that a topology can declare.
package struct AmazonName {
  var id: ResourceID
  /// Empty where ARNs of the kind have none (`arn:aws:s3:::photos`).
  var account: Substring
  var region: Substring

  /// Nil for what is no ARN and for things that no topology declares.
  init?(_ text: String) {
    guard let arn = ARN(text), let id = Self.id(arn) else { return nil }
    self.id = id
    region = arn.region
    account = arn.account
  }

  /// What the resource part names, by service; from the service authorization reference.
  package static func id(_ arn: ARN) -> ResourceID? {
    let (service, whole) = (String(arn.service), arn.resource)
    let words = whole.split { $0 == "/" || $0 == ":" }
    guard let first = words.first.map(String.init) else { return nil }
    switch service {
    case "sqs": return ResourceID(.queue, String(whole))
    case "sns": return ResourceID(.topic, first)
    case "s3": return ResourceID(.bucket, first)
    default: break
    }
    guard let kind = kinds[service + " " + first], words.count > 1 else { return nil }
    // A role's path and a schedule's group stand before its name; other kinds have what is more
    // precise behind it: a function's version, a table's index, a cluster's uuid.
    let isLast = kind == .role || kind == .schedule
    let name = isLast ? words.last : words[1]
    if kind == .logGroup { return ResourceID(.logGroup, logGroup(whole)) }
    return name.map { ResourceID(kind, String($0)) }
  }

  /// `log-group:/aws/lambda/report:*` is the group `/aws/lambda/report`.
  private static func logGroup(_ resource: Substring) -> String {
    let parts = resource.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : ""
  }

  private static let kinds: [String: ResourceKind] = [
    "lambda function": .function, "states stateMachine": .stateMachine, "events event-bus": .bus,
    "events api-destination": .destination, "kinesis stream": .stream,
    "firehose deliverystream": .deliveryStream, "dynamodb table": .table, "kafka cluster": .cluster,
    "mq broker": .broker, "logs log-group": .logGroup, "iam role": .role, "pipes pipe": .pipe,
    "scheduler schedule": .schedule, "cloudwatch alarm": .alarm,
    "airflow environment": .environment,
  ]
}

extension NameIndex {
  /// The declared thing that an ARN names: same name, and the account and region it is declared in.
  func declared(by text: String) -> ResourceID? {
    guard let name = AmazonName(text), let home = homes[name.id] else { return nil }
    let isHere =
      (name.account.isEmpty || home.account.map { $0 == name.account } ?? false)
      && (name.region.isEmpty || home.region.map { $0 == name.region } ?? false)
    return isHere ? name.id : nil
  }
}
