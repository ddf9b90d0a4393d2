/// The parts of an Amazon Resource Name; region and account may be empty (`arn:aws:s3:::bucket`).
struct ARN: Hashable {
  var partition: Substring
  var service: Substring
  var region: Substring
  var account: Substring
  /// All that follows the account: `rule/logistics/audit`, `function:work`.
  var resource: Substring

  /// Nil where `text` has fewer than six parts or does not begin with `arn`.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn" else { return nil }
    partition = parts[1]
    service = parts[2]
    region = parts[3]
    account = parts[4]
    resource = parts[5]
  }
}
