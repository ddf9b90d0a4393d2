import Topology
import YAMLTree

extension StackSystem {
  /// The root of a local file that a template names: a definition, an OpenAPI body, a part to include.
  /// Nil for one in S3 or one that is not there.
  func document(at location: Value, in stack: Int) -> YAMLNode? {
    guard let load, let path = location.knownText, !path.hasPrefix("s3:"),
      !path.hasPrefix("http"), !path.isEmpty, !path.contains("*"),
      case .found(let documents) = load(path, stacks[stack].template.path)
    else { return nil }
    return documents.first?.root
  }
}
