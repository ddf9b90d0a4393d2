/// The quotas that checks compare with, by name, where an account has been granted others.
package struct Limits: Sendable {
  /// By `Quota.name`.
  package var granted: [String: Int]

  package init(granted: [String: Int] = [:]) { self.granted = granted }

  package subscript(_ quota: Quota) -> Int { granted[quota.name] ?? quota.value }
}
