import Foundation
import RoutingGraph
import Testing

@testable import TemplateImport

@Suite("A resource with a condition is in some deployment")
struct ConditionTests {
  private func nodes(_ parameters: [String: String]) throws -> [String] {
    let path = FixtureTests.folder.appending(path: "core/conditions.yaml").path
    let fixture = try ImportedFixture(path, parameters: parameters)
    #expect(fixture.findings.map(\.message) == [])
    return fixture.graph.nodes.map(\.label)
  }

  @Test("and counts, whatever the default, until a parameter that is given decides")
  func given() throws {
    #expect(try nodes([:]) == ["bus/default", "queue/Always", "queue/InProduction"])
    #expect(try nodes(["Stage": "prod"]) == ["bus/default", "queue/Always", "queue/InProduction"])
    #expect(
      try nodes(["Stage": "test"])
        == ["bus/default", "queue/Always", "unknown/InProduction.Arn"])
  }
}
