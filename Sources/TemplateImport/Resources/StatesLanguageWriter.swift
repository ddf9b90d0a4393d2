import Diagnostics
import Topology
import YAMLTree

/// Writes Amazon States Language as templates have it into the native form, in which tasks name
/// declared things by reference.
struct StatesLanguageWriter {
  /// `DefinitionSubstitutions`: what stands for `${name}` in the definition.
  private let names: [String: Value]

  init(_ substitutions: Value?) {
    names = Dictionary(
      (substitutions?.entries ?? []).map { ($0.key, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The tree with its substitutions filled in; a text that is one name keeps what it refers to.
  func substituted(_ value: Value, _ system: StackSystem) -> Value {
    switch value.content {
    case .scalar, .text: return substitutedText(value, system)
    case .sequence(let elements):
      return .list(elements.map { substituted($0, system) }, at: value.range)
    case .mapping(let entries):
      let filled = entries.map { entry in
        let key = Value.text(entry.key, at: entry.keyRange)
        let name = entry.key.contains("${") ? substitutedText(key, system) : key
        return Value.Entry(
          system.text(name, in: 0) ?? entry.key, at: entry.keyRange,
          substituted(entry.value, system))
      }
      return Value(.mapping(filled), at: value.range)
    case .reference, .unknown, .absent: return value
    }
  }

  private func substitutedText(_ value: Value, _ system: StackSystem) -> Value {
    guard let text = value.plainText, text.contains("${") else { return value }
    let parts = SubstitutionParts(text).parts
    if parts.count == 1, case .name(let name) = parts[0], var only = names[name] {
      only.range = value.range
      return only
    }
    let texts = parts.map { part in
      switch part {
      case .text(let text): text
      case .name(let name): names[name].flatMap { system.text($0, in: 0) } ?? "${\(name)}"
      }
    }
    return .text(texts.joined(), at: value.range)
  }

  /// The JSON text with quotes around each `${Name}` that stands outside of any.
  static func quoted(_ text: String) -> String {
    var result: [UInt8] = []
    var isInside = false
    var isEscaped = false
    var isName = false
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let opensName =
        byte == UInt8(ascii: "$") && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "{")
      if !isInside, !isName, opensName {
        isName = true
        result.append(UInt8(ascii: "\""))
      }
      result.append(byte)
      if isName, byte == UInt8(ascii: "}") {
        isName = false
        result.append(UInt8(ascii: "\""))
      } else if byte == UInt8(ascii: "\""), !isEscaped, !isName {
        isInside.toggle()
      }
      isEscaped = isInside && byte == UInt8(ascii: "\\") && !isEscaped
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension StatesLanguageWriter {
  // MARK: Machines and states

  func machine(_ value: Value, _ lowering: inout Lowering) -> YAMLDraft {
    guard value.isMapping else { return lowering.tree(value) }
    var members: [YAMLDraft.Entry] = []
    for entry in value.entries {
      let draft: YAMLDraft
      switch entry.key {
      case "States": draft = states(entry.value, &lowering)
      case "StartAt", "Comment", "Version": draft = text(entry.value, lowering)
      case "TimeoutSeconds": draft = number(entry.value, lowering)
      default: draft = lowering.tree(entry.value)
      }
      members.append(.init(.text(entry.key, at: entry.keyRange), draft))
    }
    return .mapping(members, at: value.range)
  }

  private func states(_ value: Value, _ lowering: inout Lowering) -> YAMLDraft {
    guard value.isMapping else { return lowering.tree(value) }
    var all: [YAMLDraft.Entry] = []
    for entry in value.entries {
      all.append(.init(.text(entry.key, at: entry.keyRange), state(entry.value, &lowering)))
    }
    return .mapping(all, at: value.range)
  }

  private func state(_ value: Value, _ lowering: inout Lowering) -> YAMLDraft {
    guard value.isMapping else { return lowering.tree(value) }
    let integration = value["Resource"]?.plainText ?? ""
    let leadsOn = value["Next"] != nil
    var members: [YAMLDraft.Entry] = []
    for entry in value.entries {
      let draft: YAMLDraft
      switch entry.key {
      case "Type", "Next", "Default", "Comment": draft = text(entry.value, lowering)
      case "End":
        if leadsOn, entry.value.boolean == false { continue }
        draft =
          entry.value.boolean.map { .plain($0 ? "true" : "false", at: entry.value.range) }
          ?? lowering.tree(entry.value)
      case "Resource": draft = resource(entry.value, &lowering)
      case "Parameters", "Arguments":
        draft = arguments(entry.value, of: Self.plainResource(integration), &lowering)
      case "Branches": draft = machines(entry.value, &lowering)
      case "Iterator", "ItemProcessor": draft = machine(entry.value, &lowering)
      case "ResultWriter": draft = self.state(entry.value, &lowering)
      case "Retry", "Catch", "Choices": draft = clauses(entry.value, lowering)
      case "TimeoutSeconds", "HeartbeatSeconds", "MaxConcurrency", "Seconds":
        draft = number(entry.value, lowering)
      default: draft = lowering.tree(entry.value)
      }
      members.append(.init(.text(entry.key, at: entry.keyRange), draft))
    }
    return .mapping(members, at: value.range)
  }

  private func machines(_ value: Value, _ lowering: inout Lowering) -> YAMLDraft {
    guard value.isSequence else { return lowering.tree(value) }
    var all: [YAMLDraft] = []
    for element in value.elements { all.append(machine(element, &lowering)) }
    return .list(all, at: value.range)
  }

  /// Retriers, catchers and choices: numbers may stand in quotes where they were filled in.
  private func clauses(_ value: Value, _ lowering: Lowering) -> YAMLDraft {
    guard value.isSequence else { return lowering.tree(value) }
    let numbers = ["IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds"]
    let drafts = value.elements.map { clause -> YAMLDraft in
      guard clause.isMapping else { return lowering.tree(clause) }
      let members = clause.entries.map { entry in
        let isText = entry.key == "Next" || entry.key == "Comment"
        let member =
          numbers.contains(entry.key)
          ? number(entry.value, lowering)
          : isText ? text(entry.value, lowering) : lowering.tree(entry.value)
        return YAMLDraft.Entry(.text(entry.key, at: entry.keyRange), member)
      }
      return .mapping(members, at: clause.range)
    }
    return .list(drafts, at: value.range)
  }

  private func text(_ value: Value, _ lowering: Lowering) -> YAMLDraft {
    value.knownText.map { .text($0, at: value.range) } ?? lowering.tree(value)
  }

  private func number(_ value: Value, _ lowering: Lowering) -> YAMLDraft {
    guard let text = value.knownText, value.number != nil else { return lowering.tree(value) }
    return .plain(text, at: value.range)
  }

  // MARK: What tasks call

  /// A service integration as the native language writes it, whatever the partition.
  static func plainResource(_ text: String) -> String {
    guard let range = text.firstRange(of: ":states:::"), text.hasPrefix("arn:") else { return text }
    return "arn:aws" + text[range.lowerBound...]
  }

  private func resource(_ value: Value, _ lowering: inout Lowering) -> YAMLDraft {
    if let text = value.plainText, text.contains(":states:::") {
      return text.contains("${") && !Self.plainResource(text).contains("${")
        || value.knownText != nil
        ? .text(Self.plainResource(text), at: value.range) : .unknown(text, at: value.range)
    }
    let value = value.plainText.map { lowering.value(ofText: $0, at: value.range) } ?? value
    return lowering.reference(value, .function) ?? lowering.tree(value)
  }

  private func arguments(
    _ value: Value, of integration: String, _ lowering: inout Lowering
  ) -> YAMLDraft {
    guard value.isMapping else { return lowering.tree(value) }
    let named = ServiceIntegration.all(of: integration)
    let putsEvents = ServiceIntegration.putsEvents(integration)
    var members: [YAMLDraft.Entry] = []
    for entry in value.entries {
      let member: YAMLDraft
      if let integration = named.first(where: { $0.parameter == entry.key }) {
        member = argument(entry.value, integration.kind, &lowering)
      } else if putsEvents, entry.key == "Entries" {
        member = entries(entry.value, &lowering)
      } else {
        member = lowering.tree(entry.value)
      }
      members.append(.init(.text(entry.key, at: entry.keyRange), member))
    }
    return .mapping(members, at: value.range)
  }

  private func entries(_ value: Value, _ lowering: inout Lowering) -> YAMLDraft {
    guard value.isSequence else { return lowering.tree(value) }
    var all: [YAMLDraft] = []
    for element in value.elements {
      guard element.isMapping else {
        all.append(lowering.tree(element))
        continue
      }
      var members: [YAMLDraft.Entry] = []
      for entry in element.entries {
        let member =
          entry.key == "EventBusName"
          ? argument(entry.value, .bus, &lowering) : lowering.tree(entry.value)
        members.append(.init(.text(entry.key, at: entry.keyRange), member))
      }
      all.append(.mapping(members, at: element.range))
    }
    return .list(all, at: value.range)
  }

  /// What a parameter names; `{% … %}` is worked out at run time.
  private func argument(
    _ value: Value, _ kind: ResourceKind?, _ lowering: inout Lowering
  ) -> YAMLDraft {
    if let text = value.knownText, text.hasPrefix("{%") || kind == nil {
      return .text(text, at: value.range)
    }
    if kind == .api, let text = lowering.system.text(value, in: 0) {
      let name = Value.text(String(text.prefix { $0 != "." }), at: value.range)
      return lowering.reference(name, .api) ?? lowering.tree(value)
    }
    var value = kind == .function ? lowering.function(value) ?? value : value
    if let text = value.plainText { value = lowering.value(ofText: text, at: value.range) }
    guard let kind else { return lowering.reference(value) ?? lowering.tree(value) }
    return lowering.reference(value, kind) ?? lowering.tree(value)
  }
}
