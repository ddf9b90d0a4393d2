import AccessPolicy
import Diagnostics
import YAMLTree

extension Record where Root: Resource {
  /// A resource with the keys that every kind has, and those that `build` adds.
  init(resource title: String, _ build: (inout Record) -> Void) {
    self.init(title) { record in
      build(&record)
      record.addCommon()
      record.allowNull()
    }
  }

  private mutating func addCommon() {
    add(
      "name", Form<String>.text.grammar,
      "What AWS calls it, where that is not the key.", aka: ["physicalName"]
    ) { node, root, context in
      if node.isUnknown { root.info.physicalName = .generated }
      guard let name = Form<String>.text.read(node, &context) else { return false }
      root.info.physicalName = .known(name)
      return true
    }
    field("description", \.info.summary, .text, "What it is for, in words.")
    field("owner", \.info.owner, .text, "Who answers for it: a team or a person.")
    field("tags", \.info.tags, .tags, "Tags as AWS carries them.")
    field("account", \.info.account, .account, "The account it is in, if not the file's.")
    field("region", \.info.region, .region, "The region it is in, if not the file's.")
    field(
      "encryption", \.info.encryption, .encryption,
      "How it is encrypted at rest: 'none', 'managed' (the service's key) or {key: key/…}.",
      aka: ["kmsKey", "kmsMasterKeyId", "kmsKeyIdentifier"])
    field("tracing", \.info.tracing, .boolean, "Whether calls are traced (X-Ray).")
    add(
      "logging", .choice([.boolean, Logging.record.grammar]),
      "Whether it writes logs, and for how long they are kept."
    ) { node, root, context in
      root.info.logging = Logging.read(node, &context)
      return true
    }
    field("backup", \.info.backup, .boolean, "Whether backups of what it holds are made.")
    field("vpc", \.info.vpc, .text, "The private network it is in.")
    field(
      "external", \.info.isExternal, .boolean,
      "Declared elsewhere: known to exist, its contents unknown but for what is said here.")
  }

  /// The form of one resource under its kind's top-level key.
  func resourceGrammar(_ name: String) -> Grammar {
    let grammar = grammar
    return .definition(.init(name) { grammar })
  }
}

private enum Logging {
  static let record = Record<ResourceInfo.Logging>("logging") { record in
    record.field(
      "retention", \.retention, .duration("d"), "How long logs are kept; for ever if not said.",
      aka: ["retentionInDays"])
  }

  static func read(_ node: YAMLNode, _ context: inout ReadingContext) -> ResourceInfo.Logging? {
    if case .boolean(let isOn) = node.scalar {
      return isOn ? ResourceInfo.Logging(retention: nil) : nil
    }
    guard node.kind == .mapping else { return nil }
    var logging = ResourceInfo.Logging(retention: nil)
    _ = record.fill(&logging, from: node, &context)
    return logging
  }
}

extension Form<[String: String]> {
  static let tags: Form = {
    var object = ObjectGrammar("tags")
    object.others = .each(keys: nil, Form<String>.scalarText.grammar)
    object.mayBeNull = true
    let grammar = Grammar.object(object)
    return Form(.definition(.init("tags") { grammar })) { node, context in
      var tags: [String: String] = [:]
      for (key, value) in node.entries {
        tags[key.text] = Form<String>.scalarText.read(value, &context)
      }
      return tags
    }
  }()
}

extension Form<ResourceInfo.Encryption> {
  static let encryption: Form = {
    let key = Form<Reference>.reference(.key)
    var object = ObjectGrammar("encryption by a key")
    object.add(
      .init(
        key: "key", grammar: key.grammar, summary: "The KMS key: 'key/…' or its ARN.",
        isRequired: true))
    let grammar = Grammar.choice([.word(["none", "managed"]), .object(object)])
    return Form(.definition(.init("encryption") { grammar })) { node, context in
      switch node.text {
      case "none": ResourceInfo.Encryption.none
      case "managed": .managed
      default: node["key"].flatMap { key.read($0, &context) }.map { .key($0) }
      }
    }
  }()
}

extension Form<RetryPolicy> {
  static let retry: Form = {
    let record = Record<RetryPolicy>("a retry policy") { record in
      record.field(
        "attempts", \.attempts, .integer(),
        "How often a refused delivery is tried again.",
        aka: ["maximumRetryAttempts", "maxAttempts", "numRetries"])
      record.field(
        "maxAge", \.maxAge, .duration("s"),
        "How long an event is tried before it is given up.",
        aka: ["maximumEventAge", "maximumEventAgeInSeconds"])
    }
    return record.form(named: "retryPolicy") { _ in RetryPolicy() }
  }()
}

extension Reference {
  /// What stands for a required reference until it is read.
  static func unread(at range: SourceRange) -> Reference {
    Located(.unknown(reason: "not given"), range)
  }
}
