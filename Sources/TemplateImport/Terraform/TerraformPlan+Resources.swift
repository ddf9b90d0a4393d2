import Diagnostics
import Topology
import YAMLTree

extension TerraformPlan {
  /// The plan's resources in CloudFormation's shape.
  mutating func resources() -> [SourceResource] {
    let ours = instances.filter { !$0.isData && $0.type.hasPrefix("aws_") }
    let names = TerraformNames(ours)
    var isExisting = !ours.isEmpty
    for instance in ours {
      let name = instance.known(TerraformAttribute.nameAttribute(of: instance.type))?.string
      system.declare(
        instance.key, Self.type(of: instance), name: name, called: names[instance.key])
      if TerraformAttribute.borrowing.contains(instance.type) { continue }
      if let arn = instance.known("arn")?.string {
        known.add(arn, instance.key)
      } else if instance.unknown?["arn"] != nil {
        isExisting = false
      }
    }
    system.knowsARNs = isExisting && !known.isEmpty
    var writer = TerraformWriter(self)
    for instance in ours where TerraformWriter.attachments[instance.type] == nil {
      let block = TerraformBlock(self, instance)
      let members = TerraformType.all[instance.type]?.members ?? [:]
      writer.add(
        instance.key, Self.type(of: instance),
        TerraformPart.mapping(members, of: block) ?? .mapping([], at: instance.range), instance)
    }
    for instance in ours {
      TerraformWriter.attachments[instance.type]?(TerraformBlock(self, instance), instance, &writer)
    }
    for instance in ours { writer.addInlinePolicy(TerraformBlock(self, instance), instance) }
    return writer.resources
  }

  private static func type(of instance: TerraformInstance) -> String {
    TerraformType.all[instance.type]?.type ?? TerraformType.other(instance.type)
  }
}

/// What the resources of a plan are called in the topology: `orders` for `aws_sqs_queue.orders`,
/// `shop.orders` where it is in the module `shop`. Where two of a kind would be called the same
/// their indices follow, `orders.eu`, and where that does not part them the type stands before.
struct TerraformNames {
  private var names: [ResourceKey: String] = [:]

  subscript(key: ResourceKey) -> String? { names[key] }

  init(_ instances: [TerraformInstance]) {
    name(instances) { Self.plain($0) }
    name(clashing(instances)) { Self.indexed($0) }
    name(clashing(instances)) { "\($0.type).\(Self.indexed($0))" }
    var taken: Set<String> = []
    for instance in instances {
      guard let name = names[instance.key] else { continue }
      var free = name
      var number = 2
      while !taken.insert("\(Self.group(of: instance)) \(free)").inserted {
        free = "\(name)-\(number)"
        number += 1
      }
      names[instance.key] = free
    }
  }

  private mutating func name(
    _ instances: [TerraformInstance], _ make: (TerraformInstance) -> String
  ) {
    for instance in instances { names[instance.key] = Self.sound(make(instance)) }
  }

  private func clashing(_ instances: [TerraformInstance]) -> [TerraformInstance] {
    func name(_ instance: TerraformInstance) -> String {
      "\(Self.group(of: instance)) \(names[instance.key] ?? "")"
    }
    let groups = Dictionary(grouping: instances, by: name)
    return instances.filter { (groups[name($0)]?.count ?? 0) > 1 }
  }

  /// Names are looked for within a kind; what is of none is told apart by its type.
  private static func group(of instance: TerraformInstance) -> String {
    let type = TerraformType.all[instance.type]?.type
    return type.flatMap { ResourceType.all[$0]?.kind?.rawValue } ?? instance.type
  }

  private static func plain(_ instance: TerraformInstance) -> String {
    (instance.module.map(\.name) + [instance.name]).joined(separator: ".")
  }

  private static func indexed(_ instance: TerraformInstance) -> String {
    let steps = instance.module + [.init(name: instance.name, index: instance.index)]
    return steps.flatMap { [$0.name, $0.index].compactMap(\.self) }.joined(separator: ".")
  }

  private static func sound(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || ".-_/".contains($0) ? $0 : "-" })
  }
}
