import Diagnostics
import Topology

/// Something that takes messages out of a queue or records off a stream.
struct Reader {
  var id: ResourceID
  var range: SourceRange
  /// The trigger where the reader is a function.
  var trigger: Trigger?
}

extension Topology {
  /// The functions, pipes and delivery streams that read from each resource, in the order declared.
  var readers: [ResourceID: [Reader]] {
    var found: [ResourceID: [Reader]] = [:]
    func add(_ id: ResourceID, _ source: Reference?, _ range: SourceRange?, _ trigger: Trigger?) {
      guard let source, let read = source.value.resource else { return }
      found[read, default: []].append(
        Reader(id: id, range: range ?? source.range, trigger: trigger))
    }
    for function in functions {
      for trigger in function.triggers { add(function.id, trigger.from, trigger.range, trigger) }
    }
    for pipe in pipes { add(pipe.id, pipe.source, nil, nil) }
    for delivery in deliveryStreams { add(delivery.id, delivery.source, nil, nil) }
    return found
  }

  /// Whether something reads from what cannot be told, so that anything may be read.
  var hasUnknownReading: Bool {
    triggers.contains { $0.trigger.from.value.isUnknown }
      || pipes.contains { $0.source?.value.isUnknown ?? false }
  }

  /// Every trigger of every function whose contents are known.
  var triggers: [(function: Function, trigger: Trigger)] {
    functions.filter { !$0.info.isExternal }.flatMap { function in
      function.triggers.map { (function, $0) }
    }
  }
}
