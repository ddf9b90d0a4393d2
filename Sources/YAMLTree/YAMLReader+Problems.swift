import Diagnostics

extension YAMLReader {
  /// libyaml's complaint in the words of this program.
  mutating func refusal(of problem: EventStream.Problem) -> Refusal {
    if let offset = problem.offset {
      return Refusal(
        "syntax/encoding", "the file is not text: \(problem.text) at offset \(offset)",
        at: builder.range(offset, offset + 1), help: "save it as UTF-8")
    }
    let place = cursor.byteOffset(of: problem.index)
    return Refusal(
      "syntax/yaml", problem.text, at: builder.range(place, place + 1))
  }
}
