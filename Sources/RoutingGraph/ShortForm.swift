package import EventPattern
package import Topology

/// A pattern as an edge's label: `source=logistics.pickup, service∈{express,standard}`; `detail.` is
/// left out, `$or` branches are joined by `or`, and what is long ends in `…`.
package func shortForm(of pattern: EventPattern) -> String {
  let shown = pattern.alternatives.prefix(3).map { alternative in
    shortForm(of: alternative)
  }
  return shown.joined(separator: " or ") + (pattern.alternatives.count > 3 ? " or …" : "")
}

/// As above; a pattern that is there but not to be told is `?`.
package func shortForm(of use: PatternUse) -> String {
  use.readable.map { shortForm(of: $0) } ?? "?"
}

private func shortForm(of conjunction: Conjunction) -> String {
  let fields = conjunction.fields.map { shortForm(of: $0) }
  return fields.isEmpty ? "any" : fields.joined(separator: ", ")
}

private func shortForm(of field: FieldTest) -> String {
  let path = field.path.description
  let name = path.hasPrefix("detail.") ? String(path.dropFirst(7)) : path
  guard let first = field.tests.first, field.tests.count == 1 else {
    let shown = field.tests.prefix(4).map { element(of: $0) }
    return "\(name)∈{\(shown.joined(separator: ","))\(field.tests.count > 4 ? ",…" : "")}"
  }
  switch first {
  case .exists(true): return "\(name) exists"
  case .exists(false): return "no \(name)"
  case .numeric(let range): return interval(range, around: name)
  case .anythingBut(let excluded):
    let values = excluded.values
    return values.count == 1 ? "\(name)≠\(values[0])" : "\(name)∉{\(values.joined(separator: ","))}"
  default: return "\(name)=\(element(of: first))"
  }
}

private func element(of test: ValueTest) -> String {
  switch test {
  case .equals(let text), .exactly(let text): text.description
  case .number(let number): number.text.description
  case .boolean(let value): value ? "true" : "false"
  case .null: "null"
  case .prefix(let text, _): "\(text)*"
  case .suffix(let text, _): "*\(text)"
  case .equalsIgnoreCase(let text): "\(text) (any case)"
  case .wildcard(let wildcard): wildcard.text
  case .numeric(let range): interval(range, around: "n")
  case .cidr(let block): block.text.description
  case .exists(let isThere): isThere ? "anything" : "nothing"
  case .anythingBut(let excluded): "not \(excluded.values.joined(separator: "|"))"
  }
}

private func interval(_ range: NumericRange, around name: String) -> String {
  let lower = range.lower.map { "\(number($0.value))\($0.isIncluded ? "≤" : "<")" } ?? ""
  let upper = range.upper.map { "\($0.isIncluded ? "≤" : "<")\(number($0.value))" } ?? ""
  if let lower = range.lower, range.upper == nil {
    return "\(name)\(lower.isIncluded ? "≥" : ">")\(number(lower.value))"
  }
  return lower + name + upper
}

/// A whole number without the `.0` that Swift would print.
private func number(_ value: Double) -> String {
  Int64(exactly: value).map(String.init) ?? "\(value)"
}

extension Wildcard {
  package var text: String { runs.map(\.description).joined(separator: "*") }
}

extension AnythingBut {
  /// Each excluded value as it is read.
  package var values: [String] {
    switch self {
    case .strings(let texts), .equalsIgnoreCase(let texts): texts.map(\.description)
    case .numbers(let numbers): numbers.map(\.text.description)
    case .prefix(let texts): texts.map { "\($0)*" }
    case .suffix(let texts): texts.map { "*\($0)" }
    case .wildcard(let wildcards): wildcards.map(\.text)
    }
  }
}
