import Diagnostics

/// A resource as its file declares it, in the shape of CloudFormation's types and properties: what
/// SAM, Terraform and the output of the AWS CLI are brought into before anything is made of them.
struct SourceResource {
  var key: ResourceKey
  /// `AWS::SQS::Queue`.
  var type: String
  var properties: Value
  /// Where its name stands.
  var nameRange: SourceRange
  var range: SourceRange
  /// Not written by the user but made of what the user wrote (SAM).
  var isGenerated = false
  /// The resource's `Metadata`, `Condition` and other attributes beside its properties.
  var attributes: [Value.Entry] = []
  /// What its source says of it in the words of the native language, beside its properties: `region`;
  /// nil for what is there and unknown.
  var said: [(key: String, text: String?)] = []

  init(
    _ key: ResourceKey, _ type: String, _ properties: Value, nameRange: SourceRange,
    range: SourceRange
  ) {
    self.key = key
    self.type = type
    self.properties = properties
    self.nameRange = nameRange
    self.range = range
  }

  subscript(key: String) -> Value? { properties[key] }

  func attribute(_ name: String) -> Value? { attributes.first { $0.key == name }?.value }
}
