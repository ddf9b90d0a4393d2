import AccessPolicy
import Diagnostics
import EventPattern
import Foundation
import Testing
import YAMLTree

@testable import Topology

/// Policies and patterns have readers of their own; the schema must not refuse what those accept.
@Suite("Parts with readers of their own")
struct DelegationTests {
  private static func parts(_ key: String) throws -> [JSONDocument] {
    let workspace = try Workspace(folder: FixtureTests.folder.appending(path: "ok"))
    let documents = FixtureTests.names(in: "ok").flatMap { workspace.parse($0) }
    return documents.flatMap { JSONDocument($0.root).members(called: key) }
  }

  private static func isAccepted(_ node: YAMLNode, _ definition: Grammar.Definition) -> Bool {
    var check = StructureCheck(entersDelegated: true)
    check.check(node, definition.grammar())
    return !check.diagnostics.hasErrors
  }

  private static func mutants(
    of parts: [JSONDocument], seed: UInt64, _ test: (YAMLNode, String) -> Void
  ) {
    var mutator = Mutator(
      seed: seed, keys: Set(parts.flatMap(\.keys)).sorted(),
      values: parts.flatMap(\.all).filter { $0.text.utf8.count < 80 })
    for _ in 0..<150 {
      let text = mutator.changed(parts[mutator.pick(parts.count)]).text
      if let node = SchemaTests.parse(text) { test(node, text) }
    }
  }

  @Test("policies: the reader and the schema agree", arguments: 0..<6 as Range<UInt64>)
  func policies(_ seed: UInt64) throws {
    let parts = try Self.parts("policy") + Self.parts("trust")
    #expect(parts.count > 5)
    Self.mutants(of: parts, seed: seed) { node, text in
      var diagnostics: [Diagnostic] = []
      let statements = PolicyStatement.read(node, diagnostics: &diagnostics)
      let accepted = Self.isAccepted(node, PolicyGrammar.definition)
      #expect(accepted == diagnostics.isEmpty, "\(diagnostics.first?.message ?? "schema") \(text)")
      if diagnostics.isEmpty, node.kind == .sequence {
        #expect(statements.count == node.elements.count)
      }
    }
  }

  @Test("patterns: what the service takes, the schema takes", arguments: 0..<6 as Range<UInt64>)
  func patterns(_ seed: UInt64) throws {
    let parts = try Self.parts("pattern")
    #expect(parts.count > 3)
    var taken = 0
    Self.mutants(of: parts, seed: seed) { node, text in
      var diagnostics: [Diagnostic] = []
      guard EventPattern.read(node, diagnostics: &diagnostics) != nil else { return }
      taken += 1
      #expect(Self.isAccepted(node, PatternGrammar.definition), "\(text)")
    }
    #expect(taken > 5)
  }
}

extension JSONDocument {
  /// The values of every member with this key.
  fileprivate func members(called key: String) -> [JSONDocument] {
    switch self {
    case .scalar, .string: []
    case .array(let elements): elements.flatMap { $0.members(called: key) }
    case .object(let members):
      members.flatMap { member in
        (member.key == key ? [member.value] : []) + member.value.members(called: key)
      }
    }
  }
}
