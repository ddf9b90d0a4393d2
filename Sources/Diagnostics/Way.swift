extension Sequence<String> {
  /// `bus/a -> queue/b -> bus/a`: how messages write what an event, a file or a letter passes.
  package var way: String { joined(separator: " -> ") }
}
