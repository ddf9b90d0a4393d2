extension ShapeNode {
  /// The envelope that EventBridge puts around every event (`detail` is an object, `resources` an
  /// array of strings, the rest are single strings); further keys, as replays add them, may stand
  /// beside.
  static let envelope = ShapeNode(
    object: Fields(
      properties: [
        text("version", ["0"]),
        text("id", ["11111111-2222-3333-4444-555555555555"], hasForm: true),
        text("detail-type", ["Example"]),
        text("source", ["com.example.app"]),
        text("account", ["123456789012", "210987654321"], hasForm: true),
        text("time", ["2026-01-01T00:00:00Z"], hasForm: true),
        text("region", ["us-east-1", "eu-west-1"]),
        Property(
          name: "resources", node: ShapeNode(array: ShapeNode(scalars: [.allStrings])),
          isRequired: true),
        Property(name: "detail", node: ShapeNode(object: .open), isRequired: true),
      ], isOpen: true))

  /// Any JSON object.
  static let document = ShapeNode(object: .open)

  private static func text(
    _ name: UTF8Text, _ examples: [UTF8Text], hasForm: Bool = false
  ) -> Property {
    let node = ShapeNode(
      scalars: [.allStrings], preferred: examples.map { .string($0) },
      form: hasForm ? examples.first : nil)
    return Property(name: name, node: node, isRequired: true)
  }
}
