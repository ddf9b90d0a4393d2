import EventPattern

/// A quick way to see that a pattern and a shape have nothing in common: most rules of a bus ask for
/// another source or detail type, and the algebra need not be asked about them.
struct Screen {
  private static let fields: [UTF8Text] = ["source", "detail-type"]
  /// By field: the only strings that may stand there; nil where others may.
  private let allowed: [Set<UTF8Text>?]

  init(_ pattern: EventPattern) {
    allowed = Self.fields.map { field in
      var literals: Set<UTF8Text> = []
      for branch in pattern.alternatives {
        guard let test = branch.fields.first(where: { $0.path == field }),
          let texts = test.literals
        else { return nil }
        literals.formUnion(texts)
      }
      return literals
    }
  }

  init(_ shape: ValueShape?) {
    guard case .object(let object)? = shape else {
      allowed = Self.fields.map { _ in nil }
      return
    }
    allowed = Self.fields.map { field in
      guard let property = object.properties.first(where: { $0.name == field }),
        case .choices(let choices) = property.shape
      else { return nil }
      return Set(choices.compactMap(\.value.text))
    }
  }

  func excludes(_ other: Screen) -> Bool {
    for (a, b) in zip(allowed, other.allowed) {
      if let a, let b, a.isDisjoint(with: b) { return true }
    }
    return false
  }
}

extension FieldTest {
  /// Its strings where it tests for nothing else; an address has other spellings that it equals.
  fileprivate var literals: [UTF8Text]? {
    var found: [UTF8Text] = []
    for test in tests {
      switch test {
      case .exactly(let text): found.append(text)
      case .equals(let text) where !text.mayBeAddress: found.append(text)
      default: return nil
      }
    }
    return found
  }
}

extension UTF8Text {
  /// Whether it consists of nothing but what IP addresses are written with.
  fileprivate var mayBeAddress: Bool {
    bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "."), UInt8(ascii: ":"):
        true
      default: false
      }
    }
  }
}

extension ScalarValue {
  fileprivate var text: UTF8Text? {
    if case .string(let text) = self { text } else { nil }
  }
}
