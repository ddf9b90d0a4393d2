import Diagnostics
import YAMLTree

/// How a property of CloudFormation's is made of a block of Terraform's.
indirect enum TerraformPart: Sendable, ExpressibleByStringLiteral {
  typealias Members = KeyValuePairs<String, TerraformPart>

  /// An attribute as it is.
  case value(String)
  case list(String)
  /// A text in which names may stand but which is no name.
  case written(String)
  /// A policy or another document that is given as JSON text.
  case document(String)
  /// The block of a name.
  case block(String, Members)
  /// All blocks of a name, as a list.
  case blocks(String, Members)
  /// A mapping of the block's own attributes.
  case group(Members)
  case made(@Sendable (TerraformBlock) -> Value?)

  init(stringLiteral name: String) { self = .value(name) }

  func value(of block: TerraformBlock) -> Value? {
    switch self {
    case .value(let name): return block[name]
    case .list(let name): return block.list(name)
    case .written(let name): return block.written(name)
    case .document(let name): return block.document(name)
    case .block(let name, let members):
      return block.block(name).flatMap { Self.mapping(members, of: $0) }
    case .blocks(let name, let members):
      let values = block.blocks(name).compactMap { Self.mapping(members, of: $0) }
      return values.isEmpty ? nil : .list(values, at: values[0].range)
    case .group(let members): return Self.mapping(members, of: block)
    case .made(let make): return make(block)
    }
  }

  /// Nil where no member is there.
  static func mapping(_ members: Members, of block: TerraformBlock) -> Value? {
    let found = members.compactMap { key, part in
      part.value(of: block).map { (key, Optional($0)) }
    }
    return found.isEmpty ? nil : .mapping(found, at: block.range)
  }
}

/// What a type of Terraform's is in CloudFormation.
struct TerraformType: Sendable {
  /// `AWS::SQS::Queue`.
  var type: String
  var members: TerraformPart.Members

  init(_ type: String, _ members: TerraformPart.Members) {
    self.type = type
    self.members = members
  }

  static let all: [String: TerraformType] = {
    var all: [String: TerraformType] = [:]
    for table in [events, messaging, compute, data, operations, gateways] {
      all.merge(table) { first, _ in first }
    }
    return all
  }()

  /// The name by which things of a type that has no counterpart here are referred to:
  /// `AWS::codebuild::project` for `aws_codebuild_project`.
  static func other(_ type: String) -> String {
    let words = type.split(separator: "_", maxSplits: 2).map(String.init)
    guard words.count == 3 else { return "AWS::\(words.last ?? "unknown")::resource" }
    return "AWS::\(words[1])::\(words[2].replacing("_", with: "-"))"
  }
}
