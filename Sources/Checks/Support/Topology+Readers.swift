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
  /// The functions and pipes that read from `source`, in the order declared.
  func readers(of source: ResourceID) -> [Reader] {
    var found: [Reader] = []
    for function in functions {
      for trigger in function.triggers where trigger.from.value.resource == source {
        found.append(Reader(id: function.id, range: trigger.range, trigger: trigger))
      }
    }
    for pipe in pipes where pipe.source?.value.resource == source {
      found.append(Reader(id: pipe.id, range: pipe.source?.range ?? pipe.info.nameRange))
    }
    for delivery in deliveryStreams where delivery.source?.value.resource == source {
      found.append(
        Reader(id: delivery.id, range: delivery.source?.range ?? delivery.info.nameRange))
    }
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
