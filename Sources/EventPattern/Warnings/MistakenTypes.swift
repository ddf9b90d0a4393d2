import Diagnostics

extension EventPattern {
  /// `pattern/type-mismatch`: a number or boolean in quotes where the shape declares it without, or
  /// another test for a kind of value that cannot stand there.
  func mistakenTypes(_ shape: ValueShape) -> [Diagnostic] {
    mistakenTypes(shape, of: distinctFields, "which is declared")
  }

  /// The same for the fields that EventBridge writes around every event, but for those of which
  /// `shape` has something to say.
  func mistakenEnvelope(besides shape: ValueShape?) -> [Diagnostic] {
    guard dialect.hasEnvelope else { return [] }
    let fields = distinctFields.filter { shape?.place($0.path).isKnown != true }
    return mistakenTypes(.envelope, of: fields, "which is always")
      + testedObjects(.envelope, of: fields)
  }

  private func mistakenTypes(
    _ shape: ValueShape, of fields: [FieldTest], _ says: String
  ) -> [Diagnostic] {
    fields.flatMap { field -> [Diagnostic] in
      let place = shape.place(field.path)
      guard place.isKnown, !place.hasObjects else { return [] }
      let declared = Set(place.scalars.flatMap(\.kinds))
      return field.tests.compactMap { test in
        guard test != .exists(false), test.kinds.isDisjoint(with: declared) else { return nil }
        let kinds = ValueKind.allCases.filter(declared.contains).map(\.rawValue)
        return Diagnostic(
          "pattern/type-mismatch", .warning,
          "\(test.json) can never match '\(field.path)', \(says) "
            + kinds.joined(separator: " or "), at: field.range,
          help: test.respelled(as: declared).map { "write \($0)" })
      }
    }
  }

  /// `pattern/undeclared-value`: a value that is none of the declared choices.
  func undeclaredValues(_ shape: ValueShape) -> [Diagnostic] {
    distinctFields.flatMap { field -> [Diagnostic] in
      let place = shape.place(field.path)
      guard place.isKnown, !place.hasObjects else { return [] }
      var choices: [ScalarValue] = []
      for scalar in place.scalars {
        guard case .choices(let declared) = scalar else { return [] }
        choices += declared.map(\.value)
      }
      let kinds = Set(choices.map(\.kind))
      return field.tests.compactMap { test in
        guard test != .exists(false), !test.kinds.isDisjoint(with: kinds),
          choices.allSatisfy({ ValueSet([test]).contains($0) == false })
        else { return nil }
        let names = choices.map(\.json)
        return Diagnostic(
          "pattern/undeclared-value", .warning,
          "\(test.json) matches none of the values declared for '\(field.path)'", at: field.range,
          help: didYouMean(test.json, in: names)
            ?? "declared are \(names.prefix(8).joined(separator: ", "))")
      }
    }
  }

  /// `pattern/object-tested`: a test on an object; only values inside it can be tested.
  func testedObjects(_ shape: ValueShape) -> [Diagnostic] {
    testedObjects(shape, of: distinctFields)
  }

  private func testedObjects(_ shape: ValueShape, of fields: [FieldTest]) -> [Diagnostic] {
    fields.compactMap { field in
      let place = shape.place(field.path)
      guard place.isKnown, place.hasObjects, place.scalars.isEmpty else { return nil }
      let isExistence = field.tests.allSatisfy { $0 == .exists(true) || $0 == .exists(false) }
      let never = field.tests.contains(.exists(false)) ? "always passes" : "can never pass"
      return Diagnostic(
        isExistence ? "pattern/exists-on-object" : "pattern/object-tested", .warning,
        "'\(field.path)' is an object, so this test \(never)", at: field.range,
        help:
          "test a field inside it; the service looks at strings, numbers, booleans and null only")
    }
  }
}

extension ValueShape {
  /// What is said of the fields around `detail`, and of nothing inside it.
  fileprivate static let envelope: ValueShape = {
    let text = ValueShape.string(StringShape())
    let names: [UTF8Text] = [
      "version", "id", "detail-type", "source", "account", "time", "region", "replay-name",
    ]
    let rest: [ObjectShape.Property] = [
      .init("resources", .array(of: text), isRequired: true),
      .init("detail", .object(ObjectShape(properties: [])), isRequired: true),
    ]
    return .object(
      ObjectShape(properties: names.map { .init($0, text, isRequired: false) } + rest))
  }()
}

extension ValueTest {
  /// The same value without or with quotes, where that is of a declared kind.
  fileprivate func respelled(as kinds: Set<ValueKind>) -> String? {
    switch self {
    case .equals(let text), .exactly(let text):
      let word = text.description
      if kinds.contains(.boolean), word == "true" || word == "false" { return word }
      if kinds.contains(.null), word == "null" { return word }
      if kinds.contains(.number), exactDouble(text.bytes) != nil { return word }
      return nil
    case .number(let number): return kinds.contains(.string) ? "\"\(number.text)\"" : nil
    case .boolean(let value): return kinds.contains(.string) ? "\"\(value)\"" : nil
    default: return nil
    }
  }
}
