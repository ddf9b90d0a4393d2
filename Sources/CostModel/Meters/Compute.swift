import Diagnostics
import FoundationEssentials
import RoutingGraph
import Topology

extension Traffic {
  /// Requests, and duration as GB-seconds of the memory configured.
  mutating func usage(of function: Function) -> [Usage] {
    let calls = invocations(of: function.id)
    var usages = [Usage(function.id, "lambda.request", calls)]
    guard let duration = function.duration else {
      if !calls.isZero {
        assumptions.append(
          "\(function.id): no 'duration' is declared, so its GB-seconds are not counted")
      }
      return usages
    }
    let memory = function.memory?.value.bytes ?? 134_217_728
    let gigabytes = Decimal(memory) / Self.gibibyte
    let seconds = calls * roundedUp(duration, toMilliseconds: 1)
    let meter =
      function.architecture == .arm64 ? "lambda.duration.arm" : "lambda.duration.x86"
    usages.append(Usage(function.id, meter, seconds * gigabytes))
    if let storage = function.ephemeralStorage, storage.bytes > 536_870_912 {
      let above = Decimal(storage.bytes - 536_870_912) / Self.gibibyte
      usages.append(Usage(function.id, "lambda.ephemeral", seconds * above))
    }
    return usages
  }

  /// Standard: transitions. Express: runs, and duration by 100 ms and 64 MB.
  mutating func usage(of machine: StateMachine) -> [Usage] {
    let runs = invocations(of: machine.id)
    if machine.flavour == .standard {
      if machine.transitions == nil, !runs.isZero {
        assumptions.append(
          "\(machine.id): no 'transitions' is declared, so each of its states is counted once a run")
      }
      let transitions =
        machine.transitions ?? Double(max(1, machine.definition?.states.count ?? 1))
      return [Usage(machine.id, "sfn.standard.transition", runs * Decimal(transitions))]
    }
    var usages = [Usage(machine.id, "sfn.express.request", runs)]
    if let duration = machine.duration {
      let chunk: Double = 67_108_864
      let memory = ((machine.memory?.bytes ?? chunk) / chunk).rounded(.up) * chunk
      let gigabytes = Decimal(memory) / Self.gibibyte
      let seconds = roundedUp(duration, toMilliseconds: 100)
      usages.append(Usage(machine.id, "sfn.express.duration", runs * seconds * gigabytes))
    } else if !runs.isZero {
      assumptions.append(
        "\(machine.id): no 'duration' is declared, so its GB-seconds are not counted")
    }
    return usages
  }

  func usage(of api: API) -> [Usage] {
    let calls = count(into: api.id)
    switch api.flavour {
    case .rest: return [Usage(api.id, "apigw.rest", calls)]
    case .http:
      let chunked = incoming(api.id).reduce(Spread(0)) { $0 + chunks($1, kibibytes: 512) }
      return [Usage(api.id, "apigw.http", chunked)]
    case .websocket:
      let chunked = incoming(api.id).reduce(Spread(0)) { $0 + chunks($1, kibibytes: 32) }
      return [Usage(api.id, "apigw.ws.message", chunked)]
    }
  }

  /// The environment, and the workers above the one that it includes.
  func usage(of environment: Environment) -> [Usage] {
    let size = environment.environmentClass?.value ?? "small"
    let extra = max(0, (environment.minWorkers ?? 1) - 1)
    return [
      Usage(environment.id, "mwaa.\(size).env", Spread(hoursPerMonth)),
      Usage(environment.id, "mwaa.\(size).worker", Spread(hoursPerMonth * Decimal(extra))),
    ]
  }

  /// Seconds, rounded up to a whole number of so many milliseconds.
  private func roundedUp(_ duration: Duration, toMilliseconds step: Int64) -> Decimal {
    let parts = duration.components
    let whole = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
    let milliseconds = (max(0, whole) + step - 1) / step * step
    return Decimal(milliseconds) / 1000
  }
}
