import AccessPolicy
import Diagnostics
import Topology
import YAMLTree

/// What a value of a template points to.
enum Pointed: Equatable {
  /// Declared in one of the files.
  case resource(ResourceID)
  /// Named, but declared in none of them.
  case named(ResourceKind, String)
  case arn(String)
  /// Not to be told before deployment; what the file calls it.
  case unknown(String)
}

extension Lowering {
  /// The native reference for a value that names or refers to a resource: `queue/Orders`, an ARN, or
  /// `!unknown`. `kinds` are those that a bare name may be of. What is named and not declared becomes an
  /// external resource.
  mutating func reference(_ value: Value?, _ kinds: ResourceKind...) -> YAMLDraft? {
    reference(value, anyOf: kinds)
  }

  mutating func reference(_ value: Value?, anyOf kinds: [ResourceKind]) -> YAMLDraft? {
    guard let value, !value.isAbsent else { return nil }
    switch pointed(value, kinds) {
    case .resource(let id):
      if id == ResourceID(.bus, "default") { native.declare(id, at: value.range) }
      return .text(id.description, at: value.range)
    case .named(let kind, let name):
      return .text(external(kind, name, at: value.range).description, at: value.range)
    case .arn(let text): return .text(text, at: value.range)
    case .unknown(let name):
      if kinds.count == 1, !name.isEmpty {
        return .text(external(kinds[0], name, at: value.range).description, at: value.range)
      }
      return .unknown(name, at: value.range)
    }
  }

  /// A resource that is there but declared elsewhere.
  mutating func external(
    _ kind: ResourceKind, _ name: String, at range: SourceRange
  ) -> ResourceID {
    let name = name.filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "./-_#@+=,".contains($0))
    }
    let id = ResourceID(kind, name.isEmpty ? "unknown" : name)
    if id != ResourceID(.bus, "default"), !native.declares(id) {
      native.declare(id, at: range)
      native.set(id, "external", .plain("true", at: range))
    } else {
      native.declare(id, at: range)
    }
    return id
  }

  /// What a value points to, by reference, name, ARN or URL.
  mutating func pointed(_ value: Value, _ kinds: [ResourceKind]) -> Pointed {
    switch value.content {
    case .reference(let key, let attribute): return pointed(key, attribute, at: value.range)
    case .unknown(let name):
      // The same parameter may name a resource that is declared here.
      let known = kinds.compactMap { declared($0, named: "${\(name)}") }.first
      return known.map { .resource($0) } ?? .unknown(name)
    case .scalar, .text:
      return pointed(text: value.plainText ?? "", kinds, at: value.range)
    case .sequence, .mapping, .absent: return .unknown("")
    }
  }

  private mutating func pointed(
    _ key: ResourceKey, _ attribute: String?, at range: SourceRange, depth: Int = 0
  ) -> Pointed {
    guard let resource = resource(key) else {
      return .unknown([key.id, attribute].compactMap { $0 }.joined(separator: "."))
    }
    if let id = id(of: resource) { return .resource(id) }
    if depth < 8, let value = Self.proxied(by: resource) {
      if case .reference(let inner, let attribute) = value.content {
        return pointed(inner, attribute, at: range, depth: depth + 1)
      }
      return pointed(value, [Self.proxiedKind(resource.type)])
    }
    // Something that a topology has no kind for: its service tells what it is.
    let words = resource.type.split(separator: ":").map { $0.lowercased() }
    let isItself = attribute.map {
      $0.lowercased().hasSuffix("arn") || ["Name", "Id"].contains($0)
    }
    guard words.count == 3, words[0] == "aws", words[1] != "cloudformation", isItself ?? true else {
      return .unknown([key.id, attribute].compactMap { $0 }.joined(separator: "."))
    }
    return .arn("arn:aws:\(words[1]):${Region}:${AccountId}:\(words[2])/\(system.nativeName(key))")
  }

  /// What the resource stands for, where it is of one of `proxies`.
  private static func proxied(by resource: SourceResource) -> Value? {
    guard resource.type == "AWS::StepFunctions::StateMachineAlias" else {
      return proxies[resource.type].flatMap { resource[$0] }
    }
    let routing = resource["RoutingConfiguration"]?.elements.first
    return (routing ?? resource["DeploymentPreference"])?["StateMachineVersionArn"]
      ?? resource["StateMachineArn"]
  }

  private static func proxiedKind(_ type: String) -> ResourceKind {
    if type.hasPrefix("AWS::KMS") { return .key }
    if type.hasPrefix("AWS::StepFunctions") { return .stateMachine }
    return type.hasPrefix("AWS::Kinesis") ? .stream : .function
  }

  /// Types that stand for another resource, and the property that names it.
  private static let proxies = [
    "AWS::Lambda::Alias": "FunctionName", "AWS::Lambda::Version": "FunctionName",
    "AWS::StepFunctions::StateMachineVersion": "StateMachineArn",
    "AWS::Kinesis::StreamConsumer": "StreamARN", "AWS::Lambda::Url": "TargetFunctionArn",
    "AWS::KMS::Alias": "TargetKeyId",
  ]

  /// What a text names: an ARN, a queue's URL, a name.
  mutating func pointed(
    text: String, _ kinds: [ResourceKind], at range: SourceRange
  ) -> Pointed {
    if text.isEmpty { return .unknown("") }
    if text.hasPrefix("arn:") { return pointed(arn: text, at: range) }
    if text.hasPrefix("https://") {
      let name = text.split(separator: "/").last.map(String.init) ?? text
      if kinds.contains(.queue) {
        return declared(.queue, named: name).map { .resource($0) } ?? .unknown(name)
      }
      return .unknown(text)
    }
    if kinds.contains(.bus), text == "default" { return .resource(ResourceID(.bus, "default")) }
    for kind in kinds {
      if let id = declared(kind, named: text) { return .resource(id) }
    }
    if text.contains("${") { return .unknown(text) }
    if let meant = meant(by: text) {
      report(
        "text-for-reference", .error,
        "\(excerpt(text)) is a plain text, not a reference to '\(meant.key.id)'", at: range,
        help: "write !GetAtt \(meant.key.id).Arn or !Ref \(meant.key.id)")
      return id(of: meant).map { .resource($0) } ?? .unknown(text)
    }
    if Placeholder.isLeft(in: text) {
      reportPlaceholder(text, at: range)
      return .unknown(text)
    }
    guard let kind = kinds.first else { return .unknown(text) }
    return .named(kind, text)
  }

  private mutating func pointed(arn text: String, at range: SourceRange) -> Pointed {
    guard let arn = ARN(text) else { return .unknown(text) }
    if Placeholder.isLeft(in: text) {
      reportPlaceholder(text, at: range)
      return .unknown(text)
    }
    if let name = AmazonName.imported(arn) {
      let isHere = arn.account.isEmpty || arn.account == "${AccountId}"
      if isHere, name.kind == .bus, name.name == "default" {
        // Every region has one: that of a region by name is most likely another's.
        let isOwn = arn.region.isEmpty || arn.region == "${Region}"
        return isOwn ? .resource(ResourceID(.bus, "default")) : whole(text, arn)
      }
      if isHere || !arn.account.contains("${") && !system.knowsARNs,
        let id = declared(name.kind, named: name.name),
        id != ResourceID(.bus, "default")
      {
        return .resource(id)
      }
      if isHere, !name.name.contains("${") { return .named(name.kind, name.name) }
    }
    return whole(text, arn)
  }

  /// An ARN that the native language takes, else what is not known.
  private func whole(_ text: String, _ arn: ARN) -> Pointed {
    let isWhole =
      [arn.partition, arn.service].allSatisfy { !$0.contains("${") && !$0.isEmpty }
      && isPlaceable(arn.region) && isAccount(arn)
      && !arn.resource.isEmpty && arn.resource.allSatisfy { !$0.isWhitespace }
    return isWhole ? .arn(text) : .unknown(text)
  }

  /// The ARN of a bus of another region or account, where it has the name of `bus` itself: a rule
  /// hands events to its like elsewhere, never to its own bus.
  func twin(of bus: ResourceID, _ value: Value?) -> YAMLDraft? {
    guard let value, let text = value.plainText, let arn = ARN(text),
      arn.region != "${Region}" || arn.account != "${AccountId}",
      let name = AmazonName.imported(arn), name.kind == .bus,
      declared(.bus, named: name.name) == bus || name.name == bus.name
    else { return nil }
    if case .arn = whole(text, arn) { return .text(text, at: value.range) }
    return .unknown(text, at: value.range)
  }

  private func isAccount(_ arn: ARN) -> Bool {
    let part = arn.account
    return isPlaceable(part)
      && (part.contains("$") || part == "aws" || part.isEmpty || arn.hasAccountNumber)
  }

  /// A region or account as an ARN of the native language may have it.
  private func isPlaceable(_ part: Substring) -> Bool {
    guard part.hasPrefix("${") else {
      return part.isEmpty
        || part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    }
    let name = part.dropFirst(2).dropLast()
    return part.hasSuffix("}") && !name.isEmpty
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
  }

  /// The resource that was meant where its logical id stands as a text: `Orders.Arn`, `${Orders.Arn}`.
  private func meant(by text: String) -> SourceResource? {
    let name = text.filter { $0 != "$" && $0 != "{" && $0 != "}" }
    guard name.hasSuffix(".Arn") || name.hasSuffix(".Name") else { return nil }
    let id = String(name.prefix { $0 != "." })
    return resources.first { $0.key.id == id && !$0.isGenerated }
  }

  private mutating func reportPlaceholder(_ text: String, at range: SourceRange) {
    report(
      "placeholder", .warning, "\(excerpt(text)) looks like a placeholder that was left in",
      at: range, help: "put the real value there, or a parameter")
  }
}

extension AmazonName {
  /// As `id(_:)`, and what only templates name by ARNs: keys, APIs, custom buses.
  static func imported(_ arn: ARN) -> ResourceID? {
    let words = arn.resource.split { $0 == "/" || $0 == ":" }.map(String.init)
    let first = words.first ?? ""
    switch (arn.service, first) {
    case ("kms", "alias"): return ResourceID(.key, String(arn.resource))
    case ("kms", "key"), ("events", "event-busv2"):
      return words.count > 1 ? ResourceID(arn.service == "kms" ? .key : .bus, words[1]) : nil
    case ("execute-api", _): return words.isEmpty ? nil : ResourceID(.api, first)
    default: return id(arn)
    }
  }
}

/// Texts that were to be replaced before deployment.
enum Placeholder {
  static func isLeft(in text: String) -> Bool {
    let lower = text.lowercased()
    if lower.contains("<") && lower.contains(">") { return true }
    return words.contains { lower.contains($0) }
  }

  private static let words = [
    "replace_me", "replaceme", "replace-me", "your_", "your-", "yourqueue", "changeme", "change_me",
    "change-me", "todo", "xxxxxx", "insert_", "insert-your", "put_your", "placeholder",
  ]
}
