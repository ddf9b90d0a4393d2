import Diagnostics
import Topology

struct RedriveStorm: Rule {
  static let id = "delivery/redrive-storm"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A function puts dead letters back where they failed."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    return context.failureExits.flatMap { exit -> [Diagnostic] in
      guard let queue = exit.exit.value.resource, queue.kind == .queue else { return [] }
      let sources = Set([.resource(exit.owner), exit.refuser?.value].compactMap { $0 })
      return context.readers(of: queue).compactMap { reader in
        guard let function = topology.functions[reader.id.name], reader.trigger != nil,
          let emission = function.emits.first(where: { sources.contains($0.to.value) })
        else { return nil }
        return finding(exit, reader, emission)
      }
    }
  }

  private func finding(_ exit: FailureExit, _ reader: Reader, _ emission: Emission) -> Diagnostic {
    let back = emission.to.value.label
    let queue = exit.exit.value.label
    var finding = Self.finding(
      "'\(reader.id)' takes the dead letters of '\(back)' from '\(queue)' and sends them back, so what"
        + " always fails goes round for ever",
      at: emission.range, about: reader.id,
      edge: Diagnostic.Edge(from: reader.id.description, to: back),
      related: [.init("dead letters are taken here", at: reader.range)],
      help: "count the attempts in the message and park it after a few, or redrive by hand")
    finding.path = [back, queue, reader.id.description, back]
    return finding
  }
}
