import ArgumentParser
import EventPattern

struct PatternTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Say whether an event matches a pattern.",
    discussion: """
      Runs through the compiled table, as 'match' does. Exit status: 0 it matches, 1 it does not, 2 \
      one of them is invalid.

        interlock pattern test --pattern '{"source": ["shop"]}' --event event.json
        interlock pattern test --batch triples.ndjson

      Each line of a batch is {"id": …, "pattern": …, "event": …, "dialect": …}, pattern and event as \
      JSON or as strings of JSON, the dialect optional; each gives one line {"id": …, "verdict": \
      "match|no-match|invalid-pattern|invalid-event", "error": …}.
      """)

  @OptionGroup var options: PatternOptions

  @Option(help: .init("The pattern.", valueName: "json|file|-"))
  var pattern: String?

  @Option(help: .init("The event.", valueName: "json|file|-"))
  var event: String?

  @Option(help: .init("A file of triples, one a line, or '-'.", valueName: "file|-"))
  var batch: String?

  @Flag(
    help: "Refuse events without the envelope that the TestEventPattern API wants (id, account …).")
  var requireEnvelope = false

  func validate() throws {
    if batch != nil, pattern != nil || event != nil {
      throw ValidationError("--batch stands alone: the pattern and event are in its lines")
    }
    if batch == nil, pattern == nil || event == nil {
      throw ValidationError("give --pattern and --event, or --batch")
    }
    if pattern == "-", event == "-" {
      throw ValidationError("only one of pattern and event can come from standard input")
    }
  }

  func run() throws {
    if let batch { return try run(batch: batch) }
    let pattern = try options.read(pattern ?? "-")
    let event = try options.bytes(of: event ?? "-")
    var verdict = PatternVerdict(pattern, record: event)
    if requireEnvelope, verdict.error == nil, !Envelope(event).isWhole {
      verdict = Envelope.refusal
    }
    if let error = verdict.error { throw Refused("the event is invalid: \(error)") }
    try Console.write(verdict.word + "\n")
    if case .noMatch = verdict { throw ExitCode(1) }
  }

  private func run(batch: String) throws {
    var run = PatternBatch(output: try OutputStream(nil), requiresEnvelope: requireEnvelope)
    let reader: ChunkReader
    do throws(FileProblem) {
      let file = try batch == "-" ? ByteFile.standardInput() : ByteFile(reading: batch)
      reader = ChunkReader(file, limit: options.bounds.maxBytes)
    } catch {
      throw Refused("cannot read '\(batch)': \(error.reason)")
    }
    try run.run(reader, named: batch == "-" ? "<stdin>" : batch)
    if run.badLines > 0 { throw ExitCode(2) }
  }
}
