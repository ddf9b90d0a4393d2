package import EventPattern
import RoutingGraph

/// A pattern in words: what an event must have to match.
package func explained(_ pattern: EventPattern, _ palette: Palette) -> String {
  let count = pattern.alternatives.count
  let title = "\(pattern.dialect.name) pattern of \(counted(pattern.byteCount, "byte"))"
  var text = palette.paint(title, .emphasis)
  text += count > 1 ? ", \(count) alternatives of which one must hold\n" : "\n"
  for (index, alternative) in pattern.alternatives.prefix(20).enumerated() {
    text += count > 1 ? "\nalternative \(index + 1): an event matches when\n" : "\nan event matches when\n"
    var table = TextTable()
    for field in alternative.fields {
      table.add(["  " + field.path.description, field.tests.map(words).joined(separator: ", or ")])
    }
    text += alternative.fields.isEmpty ? "  it is any event at all\n" : table.render(palette)
  }
  if count > 20 { text += "\n… and \(count - 20) alternatives more\n" }
  return text
}

private func words(_ test: ValueTest) -> String {
  switch test {
  case .equals(let text): "is \(quoted(text))"
  case .exactly(let text): "is exactly \(quoted(text))"
  case .number(let number): "is the number \(number.text)"
  case .boolean(let value): "is \(value)"
  case .null: "is null"
  case .prefix(let text, let ignoreCase): "starts with \(quoted(text))" + anyCase(ignoreCase)
  case .suffix(let text, let ignoreCase): "ends with \(quoted(text))" + anyCase(ignoreCase)
  case .equalsIgnoreCase(let text): "is \(quoted(text))" + anyCase(true)
  case .wildcard(let wildcard): "reads like \(JSONWriter.quoted(wildcard.text))"
  case .numeric(let range): "is a number " + words(range)
  case .cidr(let block): "is an address in \(block.text)"
  case .exists(true): "is there, as a value and not an object"
  case .exists(false): "is not there"
  case .anythingBut(let excluded): "is there and " + words(excluded)
  }
}

private func words(_ excluded: AnythingBut) -> String {
  switch excluded {
  case .strings(let texts): "is none of \(list(texts))"
  case .numbers(let numbers): "is none of \(numbers.map(\.text.description).joined(separator: ", "))"
  case .prefix(let texts): "starts with none of \(list(texts))"
  case .suffix(let texts): "ends with none of \(list(texts))"
  case .equalsIgnoreCase(let texts): "is none of \(list(texts)), in any case"
  case .wildcard(let wildcards):
    "reads like none of \(wildcards.map { JSONWriter.quoted($0.text) }.joined(separator: ", "))"
  }
}

private func words(_ range: NumericRange) -> String {
  let lower = range.lower.map { "\($0.isIncluded ? "of at least" : "above") \(digits($0.value))" }
  let upper = range.upper.map { "\($0.isIncluded ? "of at most" : "below") \(digits($0.value))" }
  if let bound = range.lower, bound == range.upper { return "equal to \(digits(bound.value))" }
  return [lower, upper].compactMap { $0 }.joined(separator: " and ")
}

private func digits(_ value: Double) -> String {
  Int64(exactly: value).map(String.init) ?? "\(value)"
}

private func anyCase(_ ignoreCase: Bool) -> String { ignoreCase ? ", in any case" : "" }

private func list(_ texts: [UTF8Text]) -> String {
  texts.prefix(8).map(quoted).joined(separator: ", ") + (texts.count > 8 ? " …" : "")
}

private func quoted(_ text: UTF8Text) -> String { JSONWriter.quoted(text.description) }
