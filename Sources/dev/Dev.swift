import ArgumentParser

/// The maintainers' program: regenerates what is derived and blesses goldens.
@main
struct Dev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev", abstract: "Regenerate what is derived.", subcommands: [Embed.self, Schema.self, Cases.self])
}
