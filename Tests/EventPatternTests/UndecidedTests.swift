import Testing

@testable import EventPattern

@Suite struct UndecidedTests {
  @Test(arguments: [
    ([], false, true), ([true], true, true), ([false], false, false), ([nil], nil, nil),
    ([nil, true], true, nil), ([true, nil], true, nil), ([nil, false], nil, false),
    ([false, nil], nil, false), ([true, false, nil], true, false),
  ] as [([Bool?], Bool?, Bool?)])
  func ofSeveral(_ answers: [Bool?], _ any: Bool?, _ all: Bool?) {
    #expect(answers.anyHolds { $0 } == any)
    #expect(answers.allHold { $0 } == all)
    #expect(answers.noneHolds { $0 } == any.map { !$0 })
  }

  @Test(arguments: [
    (true, true, true), (true, nil, nil), (nil, true, nil), (nil, nil, nil), (nil, false, false),
    (false, nil, false), (true, false, false), (false, true, false),
  ] as [(Bool?, Bool?, Bool?)])
  func ofTwo(_ first: Bool?, _ second: Bool?, _ expected: Bool?) {
    #expect(both(first, second) == expected)
  }
}
