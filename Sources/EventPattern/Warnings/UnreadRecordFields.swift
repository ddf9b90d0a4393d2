import Diagnostics

extension EventPattern {
  /// `pattern/record-type`: tests that a stream record of DynamoDB cannot pass, because its values
  /// stand under the name of their type, and its numbers are strings.
  func unreadRecordFields() -> [Diagnostic] {
    guard dialect.source == .dynamoDB else { return [] }
    return distinctFields.compactMap { field in
      let names = field.path.description.split(separator: ".").map(String.init)
      guard names.count > 2, names[0] == "dynamodb",
        ["NewImage", "OldImage", "Keys"].contains(names[1])
      else { return nil }
      guard let type = names.dropFirst(3).first, Self.attributeTypes.contains(type) else {
        return Diagnostic(
          "pattern/record-type", .warning,
          "values in a stream record stand under the name of their type, not at '\(field.path)'",
          at: field.range,
          help: "test '\(names.prefix(3).joined(separator: ".")).S' for a string, '.N' for a number"
        )
      }
      let isNumeric = field.tests.allSatisfy { $0.kinds == [.number] }
      guard type == "N", isNumeric else { return nil }
      return Diagnostic(
        "pattern/record-type", .warning,
        "numbers in a stream record are strings, so this can never match '\(field.path)'",
        at: field.range, help: "test for the number in quotes, for example [\"101\"]")
    }
  }

  private static let attributeTypes: Set<String> = [
    "S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS",
  ]
}
