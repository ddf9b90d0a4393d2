/// What is known of a JSON value: the catalogue's JSON Schema subset, ready for the algebra.
package indirect enum ValueShape: Hashable, Sendable {
  /// Nothing is known.
  case any
  case null
  case boolean
  /// Finite choices, with weights where declared (`x-weights`).
  case choices([Choice])
  case string(StringShape)
  case number(NumberShape)
  case object(ObjectShape)
  case array(of: ValueShape)
  /// One of several.
  case union([ValueShape])

  package struct Choice: Hashable, Sendable {
    package var value: ScalarValue
    package var weight: Double

    package init(_ value: ScalarValue, weight: Double = 1) {
      self.value = value
      self.weight = weight
    }
  }
}

package enum ScalarValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(PatternNumber)
  case string(UTF8Text)
}

package struct StringShape: Hashable, Sendable {
  package var minLength = 0
  package var maxLength: Int?
  /// `date-time`, `uuid`, `ipv4` …: used for readable witnesses only.
  package var format: String?

  package init(minLength: Int = 0, maxLength: Int? = nil, format: String? = nil) {
    self.minLength = minLength
    self.maxLength = maxLength
    self.format = format
  }
}

package struct NumberShape: Hashable, Sendable {
  package var isInteger = false
  package var range = NumericRange(lower: nil, upper: nil)

  package init(isInteger: Bool = false, range: NumericRange = .init(lower: nil, upper: nil)) {
    self.isInteger = isInteger
    self.range = range
  }
}

package struct ObjectShape: Hashable, Sendable {
  /// In the order declared.
  package var properties: [Property]
  /// True where other keys may be present (JSON Schema's default).
  package var isOpen: Bool

  package init(properties: [Property], isOpen: Bool = true) {
    self.properties = properties
    self.isOpen = isOpen
  }

  package struct Property: Hashable, Sendable {
    package var name: UTF8Text
    package var shape: ValueShape
    package var isRequired: Bool

    package init(_ name: UTF8Text, _ shape: ValueShape, isRequired: Bool) {
      self.name = name
      self.shape = shape
      self.isRequired = isRequired
    }
  }
}
