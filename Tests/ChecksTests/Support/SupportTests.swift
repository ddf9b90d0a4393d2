import Testing
import Topology

@testable import Checks

@Suite struct SupportTests {
  @Test(arguments: [
    (Duration.zero, "0s"), (.seconds(30), "30s"), (.seconds(90), "90s"), (.seconds(120), "2m"),
    (.seconds(86_400), "1d"), (.seconds(1_209_600), "14d"), (.milliseconds(1_500), "1500ms"),
    (.seconds(5_400), "90m"), (.seconds(Int64.max), "9223372036854775807s"),
  ])
  func durations(_ duration: Duration, _ text: String) {
    #expect(duration.text == text)
  }

  @Test(arguments: [
    ("arn:aws:sqs:us-east-1:123456789012:orders", ResourceKind.queue),
    ("arn:aws-cn:sns:cn-north-1:123456789012:orders", .topic),
    ("arn:aws:events:us-east-1:123456789012:event-bus/central", .bus),
    ("arn:aws:events:us-east-1:123456789012:rule/central/x", nil),
    ("arn:aws:lambda:us-east-1:123456789012:function:work:live", .function),
    ("arn:aws:s3:::photos", .bucket),
    ("arn:aws:sqs", nil), ("", nil), ("queue", nil),
  ])
  func kindsOfARNs(_ text: String, _ kind: ResourceKind?) {
    #expect(ReferenceTarget.arn(text).kind == kind)
  }

  @Test(arguments: [
    ("", []), ("no names", []), ("<a>", ["a"]), ("<a><b><a>", ["a", "b"]),
    (#"{"x": "<a.b-c_1>", "y": <d>}"#, ["a.b-c_1", "d"]),
    ("1 < 2 and 3 > 2", []), ("<>", []), ("<<a>", ["a"]), ("<a b>", []), ("<a", []),
  ])
  func variablesOfTemplates(_ template: String, _ names: [String]) {
    #expect(InputVariable.variables(of: template) == names)
  }

  @Test(arguments: [
    ([], "nothing"), (["queue"], "a queue"), (["queue", "api"], "a queue or an api"),
    (["queue", "topic", "bus"], "a queue, a topic or a bus"),
  ])
  func alternativesAreNamed(_ kinds: [String], _ text: String) {
    #expect(alternatives(kinds) == text)
  }

  @Test(arguments: [
    ("123456789012", "us-east-1", "210987654321", "us-east-1", true, false),
    ("123456789012", "us-east-1", "123456789012", "eu-west-1", false, true),
    (nil, nil, "210987654321", "eu-west-1", false, false),
  ])
  func onlyWhatIsKnownDiffers(
    _ account: String?, _ region: String?, _ otherAccount: String?, _ otherRegion: String?,
    _ isOtherAccount: Bool, _ isOtherRegion: Bool
  ) {
    var (home, other) = (Home(), Home())
    (home.account, home.region) = (account, region)
    (other.account, other.region) = (otherAccount, otherRegion)
    #expect(home.isOtherAccount(than: other) == isOtherAccount)
    #expect(home.isOtherRegion(than: other) == isOtherRegion)
  }
}
