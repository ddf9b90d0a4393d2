package import Diagnostics

/// Text compared byte for byte, as the service does: Swift's `String` would equate composed and
/// decomposed forms.
package struct UTF8Text: Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  package var bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }
  package init(_ text: String) { bytes = Array(text.utf8) }
  package init(stringLiteral text: String) { bytes = Array(text.utf8) }

  package var description: String { String(decoding: bytes, as: UTF8.self) }

  package static func < (a: UTF8Text, b: UTF8Text) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}

/// A validated event pattern or filter policy: a union of conjunctions, as the service expands it.
package struct EventPattern: Sendable {
  package var dialect: PatternDialect
  /// One per combination of `$or` branches, at most the dialect's limit; never empty.
  package var alternatives: [Conjunction]
  /// The whole pattern in its file.
  package var range: SourceRange
  /// Bytes of the pattern as the service counts them (minified where it was written as YAML).
  package var byteCount: Int

  package init(
    dialect: PatternDialect, alternatives: [Conjunction], range: SourceRange, byteCount: Int
  ) {
    self.dialect = dialect
    self.alternatives = alternatives
    self.range = range
    self.byteCount = byteCount
  }
}

/// All fields must pass. Sorted by the UTF-16 order of the joined path, each path once.
package struct Conjunction: Hashable, Sendable {
  package var fields: [FieldTest]

  package init(fields: [FieldTest]) { self.fields = fields }
}

/// At least one value at `path` must pass at least one of `tests`.
package struct FieldTest: Hashable, Sendable {
  /// Key names joined by `.`: `detail.order.id`.
  package var path: UTF8Text
  package var tests: [ValueTest]
  package var range: SourceRange

  package init(path: UTF8Text, tests: [ValueTest], range: SourceRange) {
    self.path = path
    self.tests = tests
    self.range = range
  }
}

/// One alternative for a scalar value.
package enum ValueTest: Hashable, Sendable {
  /// Equal bytes; an IP literal also equals its other spellings.
  case equals(UTF8Text)
  /// `{"exactly": …}`: equal bytes only.
  case exactly(UTF8Text)
  case number(PatternNumber)
  case boolean(Bool)
  case null
  case prefix(UTF8Text, ignoreCase: Bool)
  case suffix(UTF8Text, ignoreCase: Bool)
  case equalsIgnoreCase(UTF8Text)
  case wildcard(Wildcard)
  case numeric(NumericRange)
  case cidr(CIDRBlock)
  case exists(Bool)
  /// Any scalar at all that none of these hits; never empty.
  case anythingBut(AnythingBut)
}

/// What an `anything-but` excludes.
package enum AnythingBut: Hashable, Sendable {
  case strings([UTF8Text])
  case numbers([PatternNumber])
  case prefix([UTF8Text])
  case suffix([UTF8Text])
  case equalsIgnoreCase([UTF8Text])
  case wildcard([Wildcard])
}

/// A number literal: its characters, and its double where that is exact and finite.
package struct PatternNumber: Hashable, Sendable {
  package var text: UTF8Text
  package var value: Double?

  package init(text: UTF8Text, value: Double?) {
    self.text = text
    self.value = value
  }
}

/// Literal runs between stars: `a*b` is `["a", "b"]`, `*` is `["", ""]`, no star is one run.
package struct Wildcard: Hashable, Sendable {
  package var runs: [UTF8Text]

  package init(runs: [UTF8Text]) { self.runs = runs }
}

/// An interval of finite doubles; a missing end is unbounded.
package struct NumericRange: Hashable, Sendable {
  package struct Bound: Hashable, Sendable {
    package var value: Double
    package var isIncluded: Bool

    package init(_ value: Double, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  package var lower: Bound?
  package var upper: Bound?

  package init(lower: Bound?, upper: Bound?) {
    self.lower = lower
    self.upper = upper
  }
}

/// An address of 4 or 16 bytes and how many leading bits must agree.
package struct CIDRBlock: Hashable, Sendable {
  package var address: [UInt8]
  package var bits: Int
  package var text: UTF8Text

  package init(address: [UInt8], bits: Int, text: UTF8Text) {
    self.address = address
    self.bits = bits
    self.text = text
  }
}
