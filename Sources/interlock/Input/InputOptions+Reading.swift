extension InputOptions {
  /// The topology that the arguments or the configuration name, for commands that need a sound one.
  func readSound() throws(Refused) -> (system: LoadedSystem, config: Config) {
    let config = try Config.find(above: paths)
    return (try LoadedSystem.sound(config.paths(or: paths), try reading), config)
  }
}
