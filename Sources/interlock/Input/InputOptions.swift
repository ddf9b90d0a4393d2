import ArgumentParser
import YAMLTree

/// What to read, and how much of it.
struct InputOptions: ParsableArguments {
  @Argument(
    help: .init(
      "Files, folders or globs; '-' is standard input. Without any: the 'paths' of \(Config.fileName), or the current folder.",
      valueName: "path"))
  var paths: [String] = []

  @Option(
    help: .init(
      "A value for a parameter of templates; repeat it for several.", valueName: "name=value"))
  var parameter: [String] = []

  @OptionGroup(title: "Bounds on input") var bounds: InputBounds
}

/// How to read what is named.
struct ReadingOptions {
  var limits = ReadingLimits()
  /// Values for the parameters of templates.
  var parameters: [String: String] = [:]
}

extension InputOptions {
  var reading: ReadingOptions {
    get throws(Refused) {
      var options = ReadingOptions(limits: bounds.limits)
      for text in parameter {
        guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
          throw Refused("'\(text)' is no parameter: write --parameter NAME=VALUE")
        }
        options.parameters[String(text[..<sign])] = String(text[text.index(after: sign)...])
      }
      return options
    }
  }
}

struct InputBounds: ParsableArguments {
  @Option(help: .init("The largest file that is read.", valueName: "bytes"))
  var maxBytes = ReadingLimits().bytes

  @Option(help: .init("The deepest nesting in a file.", valueName: "levels"))
  var maxDepth = ReadingLimits().depth

  @Option(help: .init("The most nodes in a file, aliases expanded.", valueName: "count"))
  var maxNodes = ReadingLimits().nodes

  func validate() throws {
    for (name, value) in [("bytes", maxBytes), ("depth", maxDepth), ("nodes", maxNodes)]
    where value < 1 {
      throw ValidationError("--max-\(name) must be at least 1")
    }
  }

  var limits: ReadingLimits {
    var limits = ReadingLimits()
    limits.bytes = maxBytes
    limits.depth = maxDepth
    limits.nodes = maxNodes
    return limits
  }
}

extension Config {
  /// What to read: the arguments, else what the configuration says, else the current folder.
  func paths(or arguments: [String]) -> [String] {
    if !arguments.isEmpty { return arguments }
    return paths.isEmpty ? ["."] : paths
  }
}
