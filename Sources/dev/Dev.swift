import ArgumentParser

/// The maintainers' program: regenerates what is derived, holds builds to thresholds.
@main
struct Dev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev",
    abstract: "Regenerate what is derived, and hold builds to their thresholds.",
    subcommands: [Embed.self, Schema.self, Cases.self, Thresholds.self])
}
