import Diagnostics
package import YAMLTree

/// The tag of a value that is known to be there but not to be told from the files, wherever a value
/// may stand: `deadLetter: !unknown AlarmQueueArn`. Its text is what the files call it.
extension YAMLNode {
  package static let unknownTag = "!unknown"

  package var isUnknown: Bool { kind == .scalar && tag == Self.unknownTag }

  /// Why it is not known, to end a message with.
  var unknownReason: String {
    text.isEmpty ? "it is not known" : "\(excerpt(text)) is not known before it is deployed"
  }

  /// The first value in the tree below that is unknown.
  var firstUnknown: YAMLNode? {
    if isUnknown { return self }
    for element in elements {
      if let found = element.firstUnknown { return found }
    }
    for entry in entries {
      if let found = entry.value.firstUnknown { return found }
    }
    return nil
  }
}
