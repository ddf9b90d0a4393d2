package import AccessPolicy
package import Diagnostics

/// A Lambda function.
package struct Function: Resource {
  package static let kind = ResourceKind.function
  package enum Architecture: String, CaseIterable, Sendable { case x86_64, arm64 }

  package var info: ResourceInfo
  package var role: Reference?
  package var architecture: Architecture = .x86_64
  package var memory: Located<ByteSize>?
  package var ephemeralStorage: ByteSize?
  package var timeout: Located<Duration>?
  /// Mean billed duration.
  package var duration: Duration?
  /// Reserved concurrency.
  package var concurrency: Located<Int>?
  package var provisionedConcurrency: Int?
  package var deadLetter: Reference?
  package var onFailure: Reference?
  package var onSuccess: Reference?
  /// Asynchronous invocation: 0–2 attempts, age 60 s–6 h.
  package var retry = RetryPolicy()
  package var triggers: [Trigger] = []
  package var emits: [Emission] = []
  /// The resource policy (Lambda permissions).
  package var policy: [PolicyStatement] = []
  package var isIdempotent: Bool?
  /// What comes in is checked against its schema before it is processed.
  package var validatesInput: Bool?
  /// `RecursiveLoop: Allow` switches the service's own guard off.
  package var recursiveLoopAllowed = false

  package init(info: ResourceInfo) { self.info = info }
}

/// A Step Functions state machine.
package struct StateMachine: Resource {
  package static let kind = ResourceKind.stateMachine
  package enum Flavour: String, CaseIterable, Sendable { case standard, express }

  package var info: ResourceInfo
  package var role: Reference?
  package var flavour: Flavour = .standard
  package var definition: StateMachineDefinition?
  /// Mean per run.
  package var transitions: Double?
  package var duration: Duration?
  package var memory: ByteSize?
  package var emits: [Emission] = []
  /// What comes in is checked against its schema before it is processed.
  package var validatesInput: Bool?

  package init(info: ResourceInfo) { self.info = info }
}

/// What matters of an Amazon States Language definition: its states with retries, catches and
/// calls.
package struct StateMachineDefinition: Sendable {
  package var startAt: Located<String>
  /// All states, those of branches and iterators included, in the order written.
  package var states: [State]

  package init(startAt: Located<String>, states: [State]) {
    self.startAt = startAt
    self.states = states
  }

  package struct State: Sendable {
    package var name: Located<String>
    package var type: Located<String>
    /// A task's `Resource`: a function's ARN or reference, or `arn:aws:states:::events:putEvents` …
    package var resource: Located<String>?
    /// What the integration acts upon where its parameters name it: a bus, queue, topic or
    /// function.
    package var calls: [Reference] = []
    package var next: Located<String>?
    package var isEnd = false
    /// Whether a way leads to it from the first state of its machine, branch or iterator.
    package var isReachable = true
    package var retries: [Retry] = []
    /// The states that its `Catch` clauses lead to.
    package var catches: [Located<String>] = []
    package var range: SourceRange

    package init(name: Located<String>, type: Located<String>, range: SourceRange) {
      self.name = name
      self.type = type
      self.range = range
    }
  }

  package struct Retry: Sendable {
    package var errors: [String]
    package var interval: Duration?
    package var maxAttempts: Int?
    package var backoffRate: Double?
    package var range: SourceRange

    package init(errors: [String], range: SourceRange) {
      self.errors = errors
      self.range = range
    }
  }
}

/// API Gateway: REST, HTTP or WebSocket.
package struct API: Resource {
  package static let kind = ResourceKind.api
  package enum Flavour: String, CaseIterable, Sendable { case rest, http, websocket }

  package struct Route: Sendable {
    /// `POST /pickups`, `$default`.
    package var route: Located<String>
    package var to: Reference
    package var event: Located<String>?
    package var role: Reference?
    package var authorizer: Located<String>?
    package var range: SourceRange

    package init(route: Located<String>, to: Reference, range: SourceRange) {
      self.route = route
      self.to = to
      self.range = range
    }
  }

  package var info: ResourceInfo
  package var flavour: Flavour = .http
  /// The default for its routes: `none`, `iam`, `jwt`, `cognito`, `apiKey` or `function/…`.
  package var authorizer: Located<String>?
  package var routes: [Route] = []
  package var emits: [Emission] = []
  /// A request is checked against its schema before it is processed.
  package var validatesInput: Bool?
  package var policy: [PolicyStatement] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// An MWAA environment with the DAGs that matter to events.
package struct Environment: Resource {
  package static let kind = ResourceKind.environment

  package struct DAG: Sendable {
    package var name: Located<String>
    package var schedule: Located<String>?
    /// What starts it beside the schedule.
    package var triggers: [Reference] = []
    package var emits: [Emission] = []
    package var range: SourceRange

    package init(name: Located<String>, range: SourceRange) {
      self.name = name
      self.range = range
    }
  }

  package var info: ResourceInfo
  /// `small`, `medium`, `large`, `xlarge`, `2xlarge`, `micro`.
  package var environmentClass: Located<String>?
  package var minWorkers: Int?
  package var maxWorkers: Int?
  package var role: Reference?
  package var dags: [DAG] = []

  package init(info: ResourceInfo) { self.info = info }
}
