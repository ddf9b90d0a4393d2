/// A scalar of an event, where it was found: the index of the element in each array around it.
struct OracleValue {
  var path: [UInt16]
  var scalar: JSONTree
  var elements: [Int: Int]
}

extension OracleValue {
  /// Every scalar of the event in document order, under the keys that `follows` admits. Elements
  /// that are scalars are not bound to their place in the array.
  static func all(in event: JSONTree, follows: ([UInt16]) -> Bool) -> [OracleValue] {
    var values: [OracleValue] = []
    var arrays = 0
    func walk(_ tree: JSONTree, _ path: [UInt16], _ elements: [Int: Int]) {
      switch tree {
      case .object(let members):
        for member in members where follows(member.key) {
          walk(member.value, joined(path, member.key), elements)
        }
      case .array(let list):
        arrays += 1
        let array = arrays
        for (i, element) in list.enumerated() {
          switch element {
          case .object, .array:
            walk(element, path, elements.merging([array: i]) { $1 })
          default: walk(element, path, elements)
          }
        }
      default:
        values.append(OracleValue(path: path, scalar: rounded(tree), elements: elements))
      }
    }
    walk(event, [], [:])
    return values
  }

  /// Numbers with a fraction or exponent are read as a double before they are looked at.
  private static func rounded(_ scalar: JSONTree) -> JSONTree {
    guard case .number(let text) = scalar, text.contains(where: { ".eE".contains($0) }) else {
      return scalar
    }
    let double = Double(text) ?? 0
    return .number(double.isFinite ? javaText(double) : "Infinity")
  }
}

extension OraclePattern {
  func matches(_ event: JSONTree) -> Bool {
    let values = OracleValue.all(in: event, follows: follows)
    return rules.contains { rule in Self.matches(rule[...], values, [:]) }
  }

  private static func matches(
    _ fields: ArraySlice<(path: [UInt16], tests: [OracleTest])>, _ values: [OracleValue],
    _ elements: [Int: Int]
  ) -> Bool {
    guard let field = fields.first else { return true }
    let found = values.filter { value in
      value.path == field.path && value.elements.allSatisfy { elements[$0] ?? $1 == $1 }
    }
    if found.isEmpty, field.tests.contains(.exists(false)) {
      return matches(fields.dropFirst(), values, elements)
    }
    return found.contains { value in
      field.tests.contains { $0.accepts(value.scalar, among: field.tests) }
        && matches(fields.dropFirst(), values, elements.merging(value.elements) { $1 })
    }
  }
}
