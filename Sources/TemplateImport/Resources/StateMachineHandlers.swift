import Diagnostics
import Topology
import YAMLTree

/// Step Functions.
enum StateMachineHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::StepFunctions::StateMachine": stateMachine
  ]

  private static let properties: Set<String> = [
    "Definition", "DefinitionS3Location", "DefinitionString", "DefinitionSubstitutions",
    "DefinitionUri", "EncryptionConfiguration", "LoggingConfiguration", "RoleArn",
    "StateMachineName", "StateMachineType", "Tags", "TracingConfiguration",
  ]

  @Sendable private static func stateMachine(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: properties)
    lowering.set(id, "role", lowering.reference(resource["RoleArn"], .role))
    lowering.set(
      id, "type",
      lowering.word(
        resource["StateMachineType"], ["STANDARD": "standard", "EXPRESS": "express"]))
    lowering.set(
      id, "tracing", lowering.boolean(resource["TracingConfiguration"]?["Enabled"]))
    lowering.set(id, "logging", logging(resource["LoggingConfiguration"]))
    lowering.set(
      id, "encryption", lowering.encryption(resource["EncryptionConfiguration"]?["KmsKeyId"]))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    lowering.set(id, "definition", lowering.definition(of: resource))
  }

  /// `Level: OFF`, which is also the default, writes nothing.
  private static func logging(_ value: Value?) -> YAMLDraft? {
    guard let value else { return nil }
    if value.isUnknown { return .unknown("LoggingConfiguration", at: value.range) }
    guard let level = value["Level"] else { return .plain("false", at: value.range) }
    guard let word = level.knownText else { return .unknown("Level", at: level.range) }
    return .plain(word == "OFF" ? "false" : "true", at: level.range)
  }
}

extension Lowering {
  /// The definition of a state machine in the native form, wherever the resource has it.
  fileprivate mutating func definition(of resource: SourceResource) -> YAMLDraft? {
    let place = resource["DefinitionUri"] ?? resource["DefinitionS3Location"]
    let given = resource["Definition"] ?? resource["DefinitionString"]
    guard let place = given ?? place else { return nil }
    let found = given.map { definitionTree($0) } ?? definitionFile(place, resource)
    guard let root = found else { return .unknown("definition", at: place.range) }
    let writer = StatesLanguageWriter(resource["DefinitionSubstitutions"])
    return writer.machine(writer.substituted(root, system), &self)
  }

  /// The tree of a definition given as a tree or as JSON text; nil where it is not known.
  private mutating func definitionTree(_ value: Value) -> Value? {
    if let tree = structure(of: value) { return tree }
    guard let text = value.plainText else { return nil }
    // `"Seconds": ${Wait}` is a number once it is filled in.
    if text.contains("${") {
      return structure(of: .text(StatesLanguageWriter.quoted(text), at: value.range))
    }
    report(
      "wrong-value", .error, "the definition is no JSON that can be read", at: value.range,
      help: "Step Functions refuses it: look for a missing comma, quote or bracket")
    return nil
  }

  /// A definition in a file beside the template.
  private func definitionFile(_ place: Value, _ resource: SourceResource) -> Value? {
    guard let root = system.document(at: place, in: resource.key.stack) else {
      system.note(
        unread: place.knownText ?? resource.key.id, resource.key.stack, at: place.range,
        help: "the definition is in no file here: what it calls is unknown, not absent")
      return nil
    }
    return Value(literal: root)
  }
}
