import Diagnostics
import YAMLTree

extension Evaluator {
  /// What `AWS::Include` puts in from a file that is here.
  func included(_ argument: Intrinsic.Argument, _ range: SourceRange) -> Value? {
    guard argument.node["Name"]?.text == "AWS::Include",
      let place = argument.node["Parameters"]?["Location"]
    else { return nil }
    let location = value(place)
    return system.once("include \(location.knownText ?? "")") {
      system.document(at: location, in: stack).map { value($0) }
    }
  }
}
