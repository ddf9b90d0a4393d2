import Foundation
import Testing

@testable import TemplateImport

/// Beside each template of Fixtures/sam stands an `.expanded` with the resources that SAM makes of
/// it.
/// `BLESS=1 swift test --filter ServerlessExpansionTests` writes them anew: read what changed.
@Suite("SAM's resources")
struct ServerlessExpansionTests {
  static let templates = FixtureTests.templates.filter { $0.hasPrefix("sam/") }

  @Test("become CloudFormation's", arguments: templates)
  func golden(_ path: String) throws {
    let file = FixtureTests.folder.appending(path: path)
    let story = try #require(ExpandedTemplate(file.path)).story
    let golden = file.deletingPathExtension().appendingPathExtension("expanded")
    if ProcessInfo.processInfo.environment["BLESS"] != nil {
      try story.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = (try? String(contentsOf: golden, encoding: .utf8)) ?? "no golden yet"
    #expect(story == expected, "\(path)")
  }

  @Test func everyPolicyTemplateSaysWhatItAllows() {
    #expect(PolicyTemplate.all.count == 81)
    for (name, template) in PolicyTemplate.all {
      #expect(!template.grants.isEmpty, "\(name)")
      for grant in template.grants {
        #expect(!grant.resources.isEmpty, "\(name)")
        #expect(!grant.actions.isEmpty, "\(name)")
        #expect(grant.actions.allSatisfy { $0.contains(":") }, "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("SQSPollerPolicy", ["QueueName"]), ("KMSDecryptPolicy", ["KeyId"]),
    ("DynamoDBStreamReadPolicy", ["TableName", "StreamName"]), ("VPCAccessPolicy", []),
    ("EFSWriteAccessPolicy", ["FileSystem", "AccessPoint"]),
  ])
  func templatesHaveParameters(name: String, parameters: [String]) {
    #expect(PolicyTemplate.all[name]?.parameters == parameters)
  }

  @Test func everyConnectorGrantsSomething() {
    #expect(ConnectorProfile.all.count == 31)
    for (pair, profile) in ConnectorProfile.all {
      #expect(!profile.grants.isEmpty, "\(pair)")
      for grant in profile.grants {
        #expect(!grant.actions.isEmpty, "\(pair)")
        let isResourcePolicy = profile.place == .queue || profile.place == .topic
        #expect((grant.service != nil) == (isResourcePolicy || profile.place == .function))
      }
    }
  }

  @Test(arguments: [
    (
      "arn:aws:sqs:@:{QueueName}",
      [TableText.Part.text("arn:aws:sqs:${Region}:${AccountId}:"), .name("QueueName")]
    ),
    ("{Source.Arn}/stream/*", [.name("Source.Arn"), .text("/stream/*")]),
    ("execution:${Kept}:{Name}*", [.text("execution:${Kept}:"), .name("Name"), .text("*")]),
  ])
  func wordsOfTablesHaveNames(word: String, parts: [TableText.Part]) {
    #expect(TableText.parts(of: word) == parts)
  }
}
