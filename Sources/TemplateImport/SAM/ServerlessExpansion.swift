import Diagnostics
import YAMLTree

/// Makes of SAM's resources what SAM makes of them: resources of CloudFormation's own types, under
/// the logical ids that SAM gives them.
enum ServerlessExpansion {
  static func expand(_ resources: inout [SourceResource], _ system: StackSystem) {
    let isPresent = resources.contains {
      $0.type.hasPrefix("AWS::Serverless::") || $0.attribute("Connectors") != nil
    }
    guard isPresent else { return }
    var expander = ServerlessExpander(resources, system)
    expander.run()
    resources = expander.resources
  }
}

/// The resources of a system while SAM's are expanded.
struct ServerlessExpander {
  let system: StackSystem
  /// The user's, changed in place, then those that were made.
  private(set) var resources: [SourceResource]
  private var positions: [ResourceKey: Int]
  /// What `Fn.Alias` and the like stand for.
  private var stands: [ResourceKey: ResourceKey] = [:]
  /// The routes that events add to APIs, by the API.
  var routes: [ResourceKey: [EventRoute]] = [:]
  /// APIs in the order in which events first ask for them.
  var implicitAPIs: [ResourceKey] = []
  private var globals: [Int: Value] = [:]

  /// The type of what has a name only, and does nothing.
  static let inertType = "AWS::CloudFormation::WaitConditionHandle"

  init(_ resources: [SourceResource], _ system: StackSystem) {
    self.system = system
    self.resources = resources
    positions = Dictionary(
      resources.indices.map { (resources[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    for number in system.stacks.indices {
      let evaluator = system.evaluator(number)
      globals[number] = system.stacks[number].template.globals.map { evaluator.value($0) }
    }
  }

  mutating func run() {
    for number in system.stacks.indices {
      if let globals = globals[number] { checkGlobals(globals) }
    }
    let own = resources.indices
    for position in own { prepare(position) }
    for position in own where resources[position].type == "AWS::Serverless::Function" {
      expandFunction(resources[position])
    }
    for position in own where resources[position].type == "AWS::Serverless::StateMachine" {
      expandStateMachine(resources[position])
    }
    for position in own { expandOther(resources[position]) }
    for key in implicitAPIs { makeImplicitAPI(key) }
    expandConnectors(own.map { resources[$0] })
    if !stands.isEmpty { resolveStands() }
  }

  /// Merges what `Globals` says into a resource, and checks the names of its properties.
  private mutating func prepare(_ position: Int) {
    let resource = resources[position]
    guard resource.type.hasPrefix("AWS::Serverless::"),
      resource.properties.isMapping || resource.properties.isAbsent
    else { return }
    check(resource)
    let section = String(resource.type.dropFirst("AWS::Serverless::".count))
    guard let shared = globals(section, for: resource) else { return }
    let own =
      resource.properties.isAbsent ? Value.mapping([], at: resource.range) : resource.properties
    resources[position].properties = own.merged(over: shared)
  }

  /// What `Globals` says for a type, without what a resource's `IgnoreGlobals` names.
  func globals(_ section: String, for resource: SourceResource) -> Value? {
    guard let shared = globals[resource.key.stack]?[section] else { return nil }
    guard let ignored = resource.attribute("IgnoreGlobals") else { return shared }
    if ignored.knownText == "*" { return nil }
    let names = ignored.elements.compactMap(\.knownText)
    let kept = shared.entries.filter { !names.contains($0.key) }
    return Value(.mapping(kept), at: shared.range)
  }

  func resource(_ key: ResourceKey) -> SourceResource? { positions[key].map { resources[$0] } }

  func text(_ value: Value, _ stack: Int) -> String {
    system.text(value, in: stack) ?? "${unknown}"
  }

  /// Gives a resource of the user's another type and other properties.
  mutating func become(_ key: ResourceKey, _ type: String, _ properties: Value) {
    guard let position = positions[key] else { return }
    resources[position].type = type
    resources[position].properties = properties
  }

  /// Adds a resource that the user's cause. One that is declared under the same id stays as it is.
  mutating func make(
    _ key: ResourceKey, _ type: String, _ members: [(String, Value?)], for cause: Cause,
    name: Value? = nil
  ) {
    guard positions[key] == nil else { return }
    var resource = SourceResource(
      key, type, .mapping(members, at: cause.range), nameRange: cause.nameRange, range: cause.range)
    resource.isGenerated = true
    resource.attributes = cause.condition
    positions[key] = resources.count
    resources.append(resource)
    system.declare(key, type, name: name.map { text($0, key.stack) })
  }

  /// Lets `Ref` of an id with a dot (`Fn.Alias`) mean a resource that was made.
  mutating func letStand(_ id: String, for key: ResourceKey, _ cause: Cause) {
    let dotted = ResourceKey(key.stack, id)
    guard positions[dotted] == nil else { return }
    stands[dotted] = key
    make(dotted, Self.inertType, [], for: cause)
  }

  private mutating func resolveStands() {
    let (stands, positions) = (stands, positions)
    // `FnVersion0a1b2c3d4e`: SAM's own id ends in a hash of what is deployed.
    func unhashed(_ key: ResourceKey) -> ResourceKey? {
      let whole = ResourceKey(key.stack, String(key.id.dropLast(10)))
      guard positions[key] == nil, positions[whole] != nil else { return nil }
      return key.id.suffix(10).allSatisfy(\.isHexDigit) ? whole : nil
    }
    for position in resources.indices {
      resources[position].properties = resources[position].properties.exchangingReferences {
        key, attribute in
        if let meant = stands[key] ?? unhashed(key) { return (meant, attribute) }
        // `!GetAtt Fn.DestinationQueue.Arn`: the id ends at the second dot.
        guard let attribute, let first = attribute.split(separator: ".").first,
          let meant = stands[ResourceKey(key.stack, "\(key.id).\(first)")]
        else { return nil }
        let rest = attribute.dropFirst(first.count + 1)
        return (meant, rest.isEmpty ? nil : String(rest))
      }
    }
  }
}

/// What makes a resource come to be: the user's own words, which its findings point to.
struct Cause {
  var nameRange: SourceRange
  var range: SourceRange
  /// The `Condition` of the resource that causes it.
  var condition: [Value.Entry] = []

  init(nameRange: SourceRange, range: SourceRange, condition: [Value.Entry] = []) {
    self.nameRange = nameRange
    self.range = range
    self.condition = condition
  }

  init(_ resource: SourceResource) {
    self.init(
      nameRange: resource.nameRange, range: resource.range,
      condition: resource.attributes.filter { $0.key == "Condition" })
  }

  /// The same for a part of the resource.
  func at(_ entry: Value.Entry) -> Cause {
    Cause(nameRange: entry.keyRange, range: entry.value.range, condition: condition)
  }
}
