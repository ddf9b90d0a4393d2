import Diagnostics

/// Makes of SAM's resources what SAM makes of them.
enum ServerlessExpansion {
  static func expand(_ resources: inout [SourceResource], _ system: StackSystem) {}
}
