/// An address or a reference of Terraform, cut at its dots:
/// `module.shop["eu"].aws_sqs_queue.orders[0].arn`.
struct TerraformPath: Equatable {
  struct Step: Hashable {
    var name: String
    /// What stands in brackets behind it, without quotes.
    var index: String?
  }

  private(set) var steps: [Step] = []

  init(_ text: String) {
    var rest = Substring(text)
    while !rest.isEmpty {
      let name = rest.prefix { $0 != "." && $0 != "[" }
      rest = rest[name.endIndex...]
      var index: String?
      while rest.first == "[" {
        let (inner, after) = Self.bracket(rest)
        index = index ?? inner
        rest = after
      }
      steps.append(Step(name: String(name), index: index))
      if !rest.isEmpty { rest = rest.dropFirst() }
    }
  }

  /// What stands between the bracket that `rest` starts with and its end, and what follows.
  private static func bracket(_ rest: Substring) -> (inner: String, after: Substring) {
    var inner = ""
    var isQuoted = false
    var place = rest.index(after: rest.startIndex)
    while place < rest.endIndex {
      let character = rest[place]
      place = rest.index(after: place)
      if isQuoted, character == "\\", place < rest.endIndex {
        inner.append(rest[place])
        place = rest.index(after: place)
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "]", !isQuoted {
        break
      } else {
        inner.append(character)
      }
    }
    return (inner, rest[place...])
  }

  /// The modules that an address is in, outermost first, and what stands behind them.
  var parted: (modules: [Step], rest: [Step]) {
    var modules: [Step] = []
    var position = 0
    while position + 1 < steps.count, steps[position].name == "module" {
      modules.append(steps[position + 1])
      position += 2
    }
    return (modules, Array(steps[position...]))
  }
}

extension [TerraformPath.Step] {
  /// The names alone: an instance of a module has the configuration of all of them.
  var configurationKey: String { map(\.name).joined(separator: "/") }

  var instanceKey: String {
    map { step in step.index.map { "\(step.name)[\($0)]" } ?? step.name }.joined(separator: "/")
  }
}
