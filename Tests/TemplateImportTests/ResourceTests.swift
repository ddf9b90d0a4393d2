import AccessPolicy
import Diagnostics
import Foundation
import Testing
import Topology

@testable import TemplateImport

/// What routes do not show: settings, grants, who may call.
@Suite("A resource of a template")
struct ResourceTests {
  private func topology(_ name: String) throws -> Topology {
    try ImportedFixture(FixtureTests.folder.appending(path: name).path).topology
  }

  private func text(_ statement: PolicyStatement) -> String {
    let actions = statement.actions.patterns.map(\.value).joined(separator: ",")
    let resources = statement.resources.patterns.map(\.value).joined(separator: ",")
    let negation = statement.actions.isInverted ? "all but " : ""
    return "\(statement.effect.rawValue) \(negation)\(actions) on \(resources)"
  }

  @Test("that is a role has every policy that speaks of it")
  func role() throws {
    let topology = try topology("access/roles.yaml")
    let role = try #require(topology.roles["Role"])
    #expect(role.physicalName == "worker")
    #expect(
      role.managedPolicies.map(\.value) == [
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess",
      ])
    #expect(role.info.unknownKeys.contains("permissionsBoundary"))
    #expect(
      role.policy.map(text) == [
        "Allow sqs:SendMessage on queue/Queue", "Deny all but sqs:* on queue/Queue",
        "Allow dynamodb:PutItem on table/Table,table/Table/index/*",
        "Allow ${Effect} on queue/Queue", "Allow sns:Publish on topic/Topic",
        "Allow ${unknown} on ${unknown}", "Allow events:PutEvents on bus/Bus",
        "Allow states:StartExecution on *", "Allow kinesis:PutRecord on *",
      ])
    let trusted = role.trust.flatMap { $0.principals?.entries.map(\.value.value) ?? [] }
    #expect(trusted == ["lambda.amazonaws.com", "111122223333", "role/Other"])
  }

  @Test("that is a key is found by its alias")
  func key() throws {
    let topology = try topology("data/platforms.yaml")
    for name in ["ByAlias", "ByName", "ByArn"] {
      guard case .key(let key)? = topology.queues[name]?.info.encryption?.value else {
        Issue.record("'\(name)' has no key")
        continue
      }
      #expect(key.value.label == "key/Key")
    }
    #expect(topology.keys["Key"]?.rotation == true)
    #expect(topology.keys["Key"]?.policy.count == 2)
  }

  @Test("that runs on machines says which")
  func platforms() throws {
    let topology = try topology("data/platforms.yaml")
    let cluster = try #require(topology.clusters["Cluster"])
    #expect(cluster.brokers == 3)
    #expect(cluster.storagePerBroker?.bytes == Double(100 << 30))
    #expect(cluster.encryptionInTransit == .tlsOrPlaintext)
    let broker = try #require(topology.brokers["Broker"])
    #expect(broker.engine == .rabbitMQ)
    #expect(broker.nodes == 3)
    #expect(broker.isPubliclyAccessible == false)
    let environment = try #require(topology.environments["Airflow"])
    #expect(environment.environmentClass?.value == "small")
    #expect(environment.maxWorkers == 4)
    #expect(environment.role?.value.label == "role/Role")
  }

  @Test("that is a stream or table says what it keeps and shows")
  func streams() throws {
    let streams = try topology("data/streams.yaml")
    let stream = try #require(streams.streams["Stream"])
    #expect(stream.mode == .provisioned)
    #expect(stream.shards?.value == 2)
    #expect(stream.consumers.map(\.value) == ["reader"])
    #expect(stream.policy.count == 1)
    #expect(streams.streams["OnDemand"]?.mode == .onDemand)
    let tables = try topology("data/tables.yaml")
    let table = try #require(tables.tables["Table"])
    #expect(table.stream?.value == "NEW_AND_OLD_IMAGES")
    #expect(table.pointInTimeRecovery == true)
    #expect(table.policy.count == 1)
    #expect(tables.tables["Everywhere"]?.stream?.value == "KEYS_ONLY")
  }

  @Test("that is an API says who may call each route, and as whom it calls on")
  func authorizers() throws {
    func callers(_ file: String, _ name: String) throws -> [String] {
      let api = try #require(try topology(file).apis[name])
      return api.routes.map { "\($0.route.value) \($0.authorizer?.value ?? "-")" }
    }
    #expect(
      try callers("api/rest-methods.yaml", "Api") == [
        "GET / function/Check", "POST / iam", "POST /orders apiKey", "PUT /orders/{id} none",
        "POST /orders/{id} cognito", "PATCH /orders/{id} none", "DELETE /orders/{id} none",
        "GET /orders none", "PUT /orders none", "DELETE /orders none",
      ])
    #expect(
      try callers("api/rest-openapi.yaml", "Api") == [
        "GET /orders function/Check", "POST /orders iam",
      ])
    #expect(
      try callers("api/http-api.yaml", "Api") == [
        "GET /orders jwt", "POST /orders -", "POST /queue/{id+} iam",
        "POST /start function/Check", "$default -",
      ])
    #expect(try callers("api/http-api.yaml", "Described") == ["$default -", "POST /events jwt"])
    let api = try #require(try topology("api/rest-methods.yaml").apis["Api"])
    #expect(api.validatesInput == true)
    #expect(api.info.tracing == true)
    #expect(api.routes[2].role?.value.label == "role/Role")
    for name in ["Elsewhere", "Included"] {
      let api = try #require(try topology("api/rest-openapi.yaml").apis[name])
      #expect(api.info.unknownKeys.contains("routes"))
    }
  }

  @Test("that is a state machine says how it runs")
  func stateMachine() throws {
    let machine = try #require(
      try topology("workflow/definition-string-sub.yaml").stateMachines["Machine"])
    #expect(machine.flavour == .express)
    #expect(machine.role?.value.label == "role/MachineRole")
    #expect(machine.info.tracing == true)
    #expect(machine.info.logging != nil)
    let states =
      try topology("workflow/definition-object.yaml").stateMachines["Machine"]?
      .definition?.states ?? []
    #expect(states.first { $0.name.value == "One" }?.retries.first?.interval == .seconds(3))
  }
}
