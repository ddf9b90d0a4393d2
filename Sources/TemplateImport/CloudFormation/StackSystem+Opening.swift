import Diagnostics
import Topology
import YAMLTree

extension StackSystem {
  /// Adds a template and the templates that it nests.
  func open(
    _ document: SourceDocument, _ parameters: [String: String], _ load: @escaping FileLoader,
    parent: ResourceKey? = nil, arguments: [String: Value] = [:], depth: Int = 0
  ) {
    self.load = load
    let template = Template(path: document.path, root: document.root)
    var arguments = arguments
    if parent == nil {
      for (name, text) in parameters {
        let place = template.parameter(name)?.range ?? document.root.range
        arguments[name] = .text(text, at: place)
      }
    }
    let number = add(Stack(template: template, arguments: arguments, parent: parent))
    for (key, body) in template.resources {
      guard let place = Self.nestedTemplate(body) else { continue }
      openNested(ResourceKey(number, key.text), body, place, from: document.path, load, depth)
    }
  }

  /// The property with the place of a nested stack's template.
  static func nestedTemplate(_ body: YAMLNode) -> YAMLNode? {
    switch body["Type"]?.text {
    case "AWS::CloudFormation::Stack": body["Properties"]?["TemplateURL"]
    case "AWS::Serverless::Application": body["Properties"]?["Location"]
    default: nil
    }
  }

  private func openNested(
    _ key: ResourceKey, _ body: YAMLNode, _ place: YAMLNode, from path: String,
    _ load: @escaping FileLoader, _ depth: Int
  ) {
    guard depth < 16, let name = evaluator(key.stack).value(place).knownText,
      !name.hasPrefix("http"), !name.hasPrefix("s3:"),
      case .found(let documents) = load(name, path), let child = documents.first
    else {
      note(
        unread: key.id, key.stack, at: place.range,
        help: "the nested template is no file here: what it holds is unknown, not absent")
      return
    }
    var arguments: [String: Value] = [:]
    for (name, value) in body["Properties"]?["Parameters"]?.entries ?? [] {
      arguments[name.text] = evaluator(key.stack).value(value)
    }
    open(child, [:], load, parent: key, arguments: arguments, depth: depth + 1)
  }

  /// Every resource of every stack, its properties worked out. One whose condition fails is left out only
  /// where no default decides that: else it is in some deployment.
  func declaredResources() -> [SourceResource] {
    var all: [SourceResource] = []
    for number in stacks.indices {
      for macro in stacks[number].template.unreadMacros {
        note(unread: macro.name, number, at: macro.place.range)
      }
      for (key, body) in stacks[number].template.resources {
        if key.text.hasPrefix("Fn::") {
          note(unread: key.text, number, at: key.range)
          continue
        }
        guard body["Type"]?.string != nil else {
          reportType(missingIn: key)
          continue
        }
        if let name = body["Condition"]?.string, surelyFails(condition: name, of: number) { continue }
        all.append(resource(ResourceKey(number, key.text), key, body))
      }
    }
    return all
  }

  private func reportType(missingIn key: YAMLNode) {
    diagnostics.append(
      Diagnostic(
        "template/missing-property", "resource '\(key.text)' has no 'Type'", at: key.range,
        help: "such as 'Type: AWS::SQS::Queue'"))
  }

  private func resource(_ id: ResourceKey, _ key: YAMLNode, _ body: YAMLNode) -> SourceResource {
    let evaluator = evaluator(id.stack)
    let properties =
      body["Properties"].map { evaluator.value($0) } ?? .mapping([], at: body.range)
    var resource = SourceResource(
      id, body["Type"]?.text ?? "", properties, nameRange: key.range, range: body.range)
    for (name, value) in body.entries where name.text != "Properties" && name.text != "Type" {
      resource.attributes.append(.init(name.text, at: name.range, evaluator.value(value)))
    }
    return resource
  }
}
