import ArgumentParser

@main
struct Interlock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interlock",
    abstract: "Lint, compile and cost event-driven topologies before they ship.")
}
