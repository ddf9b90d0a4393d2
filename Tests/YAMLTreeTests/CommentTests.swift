import Diagnostics
import Testing

@testable import YAMLTree

@Suite("Comments are told from text")
struct CommentTests {
  @Test(arguments: [
    ("", []),
    ("a: 1\n", []),
    ("# one\na: 1 # two  \n  # three", ["1:1 # one", "2:6 # two", "3:3 # three"]),
    ("\u{FEFF}# é\n", ["1:1 # é"]),
    ("a: b#c\nd: 'x # y'\ne: \"x # y\"\n", []),
    ("a: 'x\n  # y' # z\n", ["2:8 # z"]),
    ("a: | # head\n  # text\n  x # text\n# after\nb: 1\n", ["1:6 # head", "4:1 # after"]),
    ("a: >-\n  # text\n\n # after\nb: 1 #\n", ["4:2 # after", "5:6 #"]),
    ("a: [ # one\n  b, # two\n]\n", ["1:6 # one", "2:6 # two"]),
    ("a: !Sub # one\n  x\nb: &y # two\n  z\n", ["1:9 # one", "3:7 # two"]),
    ("--- # one\na: 1\n... # two\n", ["1:5 # one", "3:5 # two"]),
    ("a: 1 # one # still one\r\n# two\r\n", ["1:6 # one # still one", "2:1 # two"]),
    ("a: &x 'p # q'\nb: *x # c\n", ["2:7 # c"]),
    ("a: plain\n  text # c\n", ["2:8 # c"]),
    ("{\"a\": \" # x\"}", []),
    ("{\"a\": \" # x\"} # y", ["1:15 # y"]),
  ])
  func areFound(text: String, expected: [String]) throws {
    let outcome = Outcome(text)
    let comments = try #require(outcome.tree).comments()
    #expect(comments.map { "\(outcome.place($0.range)) \($0.value)" } == expected)
    for comment in comments { #expect(outcome.source(comment.range) == comment.value) }
  }
}
