import Diagnostics
import Topology
import YAMLTree

/// Writes resources in CloudFormation's shape into a topology of the native language.
struct Lowering {
  let system: StackSystem
  /// Every resource of the system, generated ones too, in the order of their files.
  let resources: [SourceResource]
  var native: NativeDocument
  private(set) var diagnostics: [Diagnostic] = []
  private let byKey: [ResourceKey: Int]
  /// What a resource is called in the topology, by its kind and the name that AWS gives it.
  private let byName: [ResourceKind: [String: ResourceID]]

  init(_ system: StackSystem, _ resources: [SourceResource], at range: SourceRange) {
    self.system = system
    self.resources = resources
    native = NativeDocument(at: range)
    byKey = Dictionary(
      resources.indices.map { (resources[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    var names: [ResourceKind: [String: ResourceID]] = [:]
    for resource in resources {
      guard let kind = ResourceType.all[resource.type]?.kind else { continue }
      let id = ResourceID(kind, system.nativeName(resource.key))
      for name in [system.physicalName(resource.key), "${\(id.name)}"]
      where names[kind]?[name] == nil {
        names[kind, default: [:]][name] = id
      }
    }
    for resource in resources where resource.type == "AWS::KMS::Alias" {
      guard case .reference(let key, _)? = resource["TargetKeyId"]?.content,
        let alias = resource["AliasName"].flatMap({ system.text($0, in: resource.key.stack) })
      else { continue }
      names[.key, default: [:]][alias] = ResourceID(.key, system.nativeName(key))
    }
    byName = names
  }

  func resource(_ key: ResourceKey) -> SourceResource? { byKey[key].map { resources[$0] } }

  /// The topology's id of a resource that is of one of its kinds.
  func id(of resource: SourceResource) -> ResourceID? {
    ResourceType.all[resource.type]?.kind.map { ResourceID($0, system.nativeName(resource.key)) }
  }

  func declared(_ kind: ResourceKind, named name: String) -> ResourceID? { byName[kind]?[name] }

  /// Writes everything: first what there is, then what is said of it, as one resource may speak of
  /// another that stands further down.
  mutating func run() {
    for resource in resources { declare(resource) }
    for resource in resources {
      checkShape(of: resource)
      ResourceHandlers.all[resource.type]?(resource, &self)
    }
  }

  private mutating func checkShape(of resource: SourceResource) {
    guard !resource.isGenerated, let known = KnownProperties.messaging[resource.type] else {
      return
    }
    checkProperties(of: resource, among: known)
    for shape in KnownProperties.inside[resource.type] ?? [] {
      checkProperties(of: resource, at: shape.path, among: shape.known)
    }
  }

  private mutating func declare(_ resource: SourceResource) {
    guard let id = id(of: resource) else { return }
    native.declare(id, at: resource.nameRange, resource.range)
    for (key, text) in resource.said {
      let place = resource.nameRange
      native.set(id, key, text.map { .text($0, at: place) } ?? .unknown(key, at: place))
    }
    let name = system.physicalName(resource.key)
    guard name != id.name else { return }
    let place =
      resource[ResourceType.all[resource.type]?.nameKey ?? ""]?.range ?? resource.nameRange
    native.set(id, "name", name.contains("${") ? .unknown(name, at: place) : .text(name, at: place))
  }

  mutating func report(
    _ name: String, _ severity: Severity, _ message: String, at range: SourceRange,
    about id: ResourceID? = nil, help: String? = nil
  ) {
    var diagnostic = Diagnostic("template/\(name)", severity, message, at: range, help: help)
    diagnostic.resource = id?.description
    diagnostics.append(diagnostic)
  }
}

/// What is made of each type of resource.
enum ResourceHandlers {
  typealias Handler = @Sendable (SourceResource, inout Lowering) -> Void

  static let all: [String: Handler] = {
    let tables: [[String: Handler]] = [
      QueueHandlers.all, TopicHandlers.all, EventBusHandlers.all, RuleHandlers.all,
      CustomBusHandlers.all, PipeHandlers.all, ScheduleHandlers.all, FunctionHandlers.all,
      FunctionAccessHandlers.all, EventSourceHandlers.all, BucketHandlers.all,
      DeviceRuleHandlers.all,
      LogGroupHandlers.all, AlarmHandlers.all, NoticeHandlers.all,
      StateMachineHandlers.all, RestAPIHandlers.all, HTTPAPIHandlers.all, StreamHandlers.all,
      TableHandlers.all, PlatformHandlers.all, IdentityHandlers.all,
    ]
    var all: [String: Handler] = [:]
    for table in tables { all.merge(table) { first, _ in first } }
    return all
  }()
}

extension YAMLDraft {
  /// A value that is there but not to be told; `${Name}` is written as `Name`.
  static func unknown(_ name: String, at range: SourceRange) -> YAMLDraft {
    let isOne = name.hasPrefix("${") && name.hasSuffix("}") && name.filter { $0 == "{" }.count == 1
    return symbolic(isOne ? String(name.dropFirst(2).dropLast()) : name, at: range)
  }

  /// As `unknown`, the text as it is.
  static func symbolic(_ text: String, at range: SourceRange) -> YAMLDraft {
    YAMLDraft(.scalar(text, .doubleQuoted), tag: YAMLNode.unknownTag, at: range)
  }
}
