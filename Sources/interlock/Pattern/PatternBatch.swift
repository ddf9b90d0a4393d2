import EventPattern
import Reports

/// `pattern test --batch`: one triple a line in, one verdict a line out, in order.
struct PatternBatch {
  let output: OutputStream
  let requiresEnvelope: Bool
  private(set) var badLines = 0

  init(output: OutputStream, requiresEnvelope: Bool) {
    self.output = output
    self.requiresEnvelope = requiresEnvelope
  }

  mutating func run(_ reader: consuming ChunkReader, named name: String) throws(Refused) {
    var chunk = Chunk()
    do {
      while try reader.next(&chunk) {
        try chunk.forEachLine { line, number in
          let bytes = chunk.bytes[line]
          try write(bytes.count > reader.limit ? nil : Record(bytes), number, name)
        }
      }
    } catch let refused as Refused {
      throw refused
    } catch let problem as FileProblem {
      throw Refused("cannot read '\(name)': \(problem.reason)")
    } catch {
      throw Refused("cannot read '\(name)'")
    }
    try output.finish()
  }

  private mutating func write(
    _ record: Record?, _ line: Int, _ name: String
  ) throws(Refused) {
    guard let record else {
      badLines += 1
      let what = "expected an object with 'id', 'pattern' and 'event'"
      return Console.note("error: \("\(name):\(line)".printable): \(what)\n")
    }
    let verdict = record.verdict(requiresEnvelope)
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("id")
      writer.raw(record.id)
      writer.field("verdict", verdict.word)
      if let error = verdict.error { writer.field("error", error) }
    }
    try output.write(writer.text + "\n")
  }

  private struct Record {
    /// As it stands in the line.
    var id: String
    var pattern: [UInt8]
    var event: [UInt8]
    var dialect: String

    /// Nil where the line is no such record.
    init?(_ line: ArraySlice<UInt8>) {
      guard let members = RecordScanner.members(of: line) else { return nil }
      let values = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
      guard let pattern = values["pattern"].flatMap(Self.json),
        let event = values["event"].flatMap(Self.json)
      else { return nil }
      self.pattern = pattern
      self.event = event
      guard let id = values["id"].map(Self.identifier) ?? "null" else { return nil }
      self.id = id
      let name = values["dialect"].flatMap(unescaped)
      dialect = name.map { String(decoding: $0, as: UTF8.self) } ?? "eventbridge"
    }

    /// A string, number or literal as it stands.
    private static func identifier(_ value: ArraySlice<UInt8>) -> String? {
      let text = String(decoding: value, as: UTF8.self)
      if value.first == 0x22 { return unescaped(value) == nil ? nil : text }
      let isLiteral = ["true", "false", "null"].contains(text)
      let isNumber = value.first.map { $0 == 0x2D || (0x30...0x39).contains($0) } ?? false
      return isLiteral || isNumber && Double(text) != nil ? text : nil
    }

    /// JSON as it stands, or what a string of JSON holds.
    private static func json(_ value: ArraySlice<UInt8>) -> [UInt8]? {
      value.first == 0x22 ? unescaped(value) : Array(value)
    }

    func verdict(_ requiresEnvelope: Bool) -> PatternVerdict {
      guard let dialect = PatternDialect(named: dialect) else {
        return .invalidPattern("unknown dialect '\(dialect)': known: \(PatternDialect.knownNames)")
      }
      let verdict = PatternVerdict(pattern: pattern, event: event, dialect: dialect)
      guard dialect.hasEnvelope else { return verdict }
      let envelope = Envelope(event)
      if case .invalidEvent = verdict, event.first(where: { !isBlank($0) }) != UInt8(ascii: "{") {
        return envelope.isWhole ? verdict : Envelope.refusal
      }
      guard verdict.error == nil else { return verdict }
      let isRefused = requiresEnvelope ? !envelope.isWhole : envelope.isBroken(for: pattern)
      return isRefused ? Envelope.refusal : verdict
    }
  }
}
