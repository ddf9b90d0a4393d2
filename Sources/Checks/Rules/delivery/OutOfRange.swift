import Diagnostics
import Topology

struct OutOfRange: Rule {
  static let id = "delivery/out-of-range"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary =
    "A setting of a retry, queue or trigger is outside of what the service takes."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    let values =
      context.handovers.flatMap(retries) + here(topology.queues).flatMap(settings)
      + here(topology.functions).flatMap(settings)
      + here(topology.destinations).flatMap(settings) + topology.triggers.flatMap(settings)
    return values.compactMap { $0.finding } + redriveSources(context)
  }

  private func here<Element>(_ catalog: Catalog<Element>) -> [Element] {
    catalog.filter { !$0.info.isExternal }
  }

  private func retries(of handover: Handover) -> [SettingValue] {
    let settings: (attempts: Setting, age: Setting)
    switch handover.kind {
    case .rule: settings = (.ruleAttempts, .ruleAge)
    case .customBus: settings = (.subscriberAttempts, .subscriberAge)
    case .schedule: settings = (.scheduleAttempts, .scheduleAge)
    case .pipe: settings = (.pipeAttempts, .pipeAge)
    case .subscription: return []
    }
    return values(
      handover.retry, settings.attempts, settings.age, of: handover.from, edge: handover.edge)
  }

  private func values(
    _ retry: RetryPolicy, _ attempts: Setting, _ age: Setting, of owner: ResourceID,
    edge: Diagnostic.Edge? = nil
  ) -> [SettingValue] {
    [
      SettingValue(attempts, retry.attempts, of: owner, edge: edge),
      SettingValue(age, retry.maxAge, of: owner, edge: edge),
    ].compactMap { $0 }
  }

  private func settings(of queue: Queue) -> [SettingValue] {
    let bytes = queue.maximumMessageSize.map {
      Located(Int(exactly: $0.value.bytes.rounded()) ?? Int.max, $0.range)
    }
    return [
      SettingValue(.visibilityTimeout, queue.visibilityTimeout, of: queue.id),
      SettingValue(.retention, queue.retention, of: queue.id),
      SettingValue(.delay, queue.delay, of: queue.id),
      SettingValue(.receiveWait, queue.receiveWaitTime, of: queue.id),
      SettingValue(.messageSize, bytes, of: queue.id),
      SettingValue(.receiveCount, queue.deadLetter?.maxReceiveCount, of: queue.id),
    ].compactMap { $0 }
  }

  private func settings(of function: Function) -> [SettingValue] {
    let timeout = SettingValue(.functionTimeout, function.timeout, of: function.id)
    return [timeout].compactMap { $0 }
      + values(function.retry, .functionAttempts, .functionAge, of: function.id)
  }

  private func settings(of destination: Destination) -> [SettingValue] {
    guard let limit = destination.rateLimit, limit.value.unit == .second,
      let rate = Int(exactly: limit.value.count.rounded(.up))
    else { return [] }
    let value = SettingValue(.destinationRate, Located(rate, limit.range), of: destination.id)
    return [value].compactMap { $0 }
  }

  private func settings(of function: Function, _ trigger: Trigger) -> [SettingValue] {
    let edge = trigger.edge(into: function.id)
    // A FIFO queue's batch is a matter of order and has its own rule.
    return [
      SettingValue(.batchSize, trigger.batchSize, of: function.id, edge: edge),
      SettingValue(.batchWindow, trigger.batchWindow, of: function.id, edge: edge),
      SettingValue(.triggerAttempts, trigger.maximumRetryAttempts, of: function.id, edge: edge),
      SettingValue(.triggerAge, trigger.maximumRecordAge, of: function.id, edge: edge),
      SettingValue(.parallelization, trigger.parallelizationFactor, of: function.id, edge: edge),
      SettingValue(.triggerConcurrency, trigger.maximumConcurrency, of: function.id, edge: edge),
    ].compactMap { $0 }
  }

  private func redriveSources(_ context: CheckContext) -> [Diagnostic] {
    let limit = context.limits[.redriveSources]
    return here(context.topology.queues).compactMap { queue in
      guard case .byQueue(let sources)? = queue.redriveAllow, sources.count > limit else {
        return nil
      }
      return Self.finding(
        "'\(queue.id)' allows \(sources.count) queues by name, more than the \(limit) that it may",
        at: sources[limit].range, about: queue.id, help: "allow all queues: `redriveAllow: allowAll`")
    }
  }
}

/// A setting where it is written.
private struct SettingValue {
  var setting: Setting
  var value: Located<Int>
  var owner: ResourceID
  var edge: Diagnostic.Edge?

  init?(
    _ setting: Setting, _ value: Located<Int>?, of owner: ResourceID,
    edge: Diagnostic.Edge? = nil
  ) {
    guard let value else { return nil }
    self.setting = setting
    self.value = value
    self.owner = owner
    self.edge = edge
  }

  /// Fractions of a second are rounded away from what is allowed, so that 0.5s is below 1s.
  init?(
    _ setting: Setting, _ value: Located<Duration>?, of owner: ResourceID,
    edge: Diagnostic.Edge? = nil
  ) {
    let seconds = value.map { Located(Int(clamping: $0.value.components.seconds), $0.range) }
    self.init(setting, seconds, of: owner, edge: edge)
  }

  var finding: Diagnostic? {
    guard !setting.allows(value.value) else { return nil }
    var finding = OutOfRange.finding(
      "\(setting.text(value.value)) is out of range for the \(setting.name): it is"
        + " \(setting.rangeText)",
      at: value.range, about: owner, edge: edge,
      help: setting.standard.map { "the service takes \(setting.text($0)) where nothing is said" })
    let nearest = min(max(value.value, setting.range.lowerBound), setting.range.upperBound)
    finding.fix = Diagnostic.Fix(
      title: "set it to \(setting.text(nearest))",
      edits: [.init(range: value.range, replacement: setting.text(nearest))])
    return finding
  }
}
