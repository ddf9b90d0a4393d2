/// The parts of an Amazon Resource Name; region and account may be empty (`arn:aws:s3:::bucket`).
package struct ARN: Hashable, Sendable {
  package var partition: Substring
  package var service: Substring
  package var region: Substring
  package var account: Substring
  /// All that follows the account: `rule/logistics/audit`, `function:work`.
  package var resource: Substring

  /// Nil where `text` has fewer than six parts or does not begin with `arn`.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn" else { return nil }
    partition = parts[1]
    service = parts[2]
    region = parts[3]
    account = parts[4]
    resource = parts[5]
  }

  /// Whether it names an account by its number, not by a wildcard or by what deployment fills in.
  package var hasAccountNumber: Bool {
    account.utf8.count == 12 && account.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Any account's resource fits: a wildcard for the account, or a bare wildcard where the kind of
  /// resource has no account in its ARN (`arn:aws:s3:::*`).
  var isAnyAccount: Bool {
    Wildcards.hasWildcard(String(account.isEmpty ? resource.prefix(1) : account))
  }
}
