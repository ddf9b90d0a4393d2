import TableCompiler

/// A table written as a source, to be built into a program.
struct SourceEmission {
  var rules: [RoutedRule]
  var bytes: [UInt8]
  /// What its names begin with, in lower case: `routes`.
  var stem: String

  /// A source to be included where the table is opened: an enumeration of the rules, the bytes.
  func c() -> String {
    let (upper, names) = (stem.uppercased(), RuleIdentifiers(rules).upper)
    var text = """
      // Made by 'interlock compile': edit the topology, not this.
      //
      // interlock_table_open(\(stem)_table, sizeof \(stem)_table, 0, &table, NULL);
      #ifndef \(upper)_TABLE
      #define \(upper)_TABLE

      // The numbers of the rules, as interlock_match gives them.
      enum \(stem)_rule {

      """
    for (index, name) in names.enumerated() { text += "  \(upper)_\(name) = \(index),\n" }
    text += """
        \(upper)_RULE_COUNT_ = \(names.count)
      };

      static const unsigned char \(stem)_table[\(bytes.count)]
      #ifdef __GNUC__
      __attribute__((aligned(16)))
      #endif
      = {

      """
    for start in stride(from: 0, to: bytes.count, by: 24) {
      let row = bytes[start..<min(start + 24, bytes.count)]
      text += row.map { "\($0)" }.joined(separator: ",") + ",\n"
    }
    return text + "};\n\n#endif\n"
  }

  /// A source of a program that imports EventMatcher: an enumeration of the rules, the bytes.
  ///
  /// The bytes stand in a string, a character each, because the compiler takes its time over arrays.
  func swift() -> String {
    let type = RuleIdentifiers.typeName(stem)
    var text = """
      // Made by 'interlock compile': edit the topology, not this.

      enum \(type) {
        /// The numbers of the rules, as `EventMatcher.match` gives them.
        enum Rule: UInt32 {

      """
    for (index, name) in RuleIdentifiers(rules).camel.enumerated() {
      text += "    case \(name) = \(index)\n"
    }
    if rules.isEmpty { text = text.replacing("enum Rule: UInt32 {", with: "enum Rule {") }
    text += """
        }

        /// The table: `try RuleTable(\(type).table)`.
        static let table: [UInt8] = characters.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }

        /// A character for each byte, that of its number.
        private static let characters = \"""

      """
    for start in stride(from: 0, to: bytes.count, by: 64) {
      text += "    "
      let end = min(start + 64, bytes.count)
      for byte in bytes[start..<end] { text += Self.character(byte) }
      text += end < bytes.count ? "\\\n" : "\n"
    }
    return text + "    \"\"\"\n}\n"
  }

  private static func character(_ byte: UInt8) -> String {
    switch byte {
    case 0: "\\0"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
    case 0x20...0x7E: String(UnicodeScalar(byte))
    default: "\\u{\(String(byte, radix: 16))}"
    }
  }
}
