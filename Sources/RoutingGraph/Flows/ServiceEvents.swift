package import Diagnostics
package import EventPattern
package import Topology

/// What AWS services themselves send to the account's default bus, as shapes of whole events.
package enum ServiceEvents {
  /// What S3 says of a write: the bucket's name is known, the object's key is not.
  package static func objectCreated(_ name: String?) -> ValueShape {
    envelope(
      source: "aws.s3", types: ["Object Created"],
      detail: [
        property("bucket", .object(ObjectShape(properties: [property("name", text(name))])))
      ])
  }

  /// "Step Functions Execution Status Change", which standard workflows send and express ones do not;
  /// the machine is told apart where account and Region are known.
  package static func stateMachine(_ machine: StateMachine) -> ValueShape {
    var detail = [
      property("status", choices(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]))
    ]
    if let account = machine.info.account?.value, let region = machine.info.region?.value,
      let name = machine.physicalName
    {
      let arn = "arn:aws:states:\(region):\(account):stateMachine:\(name)"
      detail.append(property("stateMachineArn", choices([arn])))
    }
    return envelope(
      source: "aws.states", types: ["Step Functions Execution Status Change"], detail: detail)
  }

  package static func alarm(_ name: String?) -> ValueShape {
    envelope(
      source: "aws.cloudwatch", types: ["CloudWatch Alarm State Change"],
      detail: [property("alarmName", text(name))])
  }

  /// Lambda's record of an asynchronous invocation, as a bus receives it from onSuccess or onFailure.
  package static func invocationResult(isSuccess: Bool) -> ValueShape {
    envelope(
      source: "lambda",
      types: ["Lambda Function Invocation Result - \(isSuccess ? "Success" : "Failure")"],
      detail: [])
  }

  /// What the target of a rule with a schedule receives.
  package static let scheduled = envelope(
    source: "aws.events", types: ["Scheduled Event"], detail: [])

  /// Any event of any AWS service: the sources that only AWS may use. `range` is where it enters.
  package static func anyEvent(at range: SourceRange) -> EventPattern {
    EventPattern(one: "source", anyOf: [.prefix("aws.", ignoreCase: false)], at: range)
  }

  private static func envelope(
    source: String, types: [String], detail: [ObjectShape.Property]
  ) -> ValueShape {
    .object(
      ObjectShape(properties: [
        property("source", choices([source])),
        property("detail-type", choices(types)),
        property("detail", .object(ObjectShape(properties: detail))),
      ]))
  }

  private static func property(_ name: UTF8Text, _ shape: ValueShape) -> ObjectShape.Property {
    .init(name, shape, isRequired: true)
  }

  /// Any text where it is not known.
  private static func text(_ value: String?) -> ValueShape {
    value.map { choices([$0]) } ?? .string(StringShape())
  }

  private static func choices(_ values: [String]) -> ValueShape {
    .choices(values.map { .init(.string(UTF8Text($0))) })
  }
}

extension EventPattern {
  /// A single field's tests. What is never shown needs no place.
  init(
    one path: UTF8Text, anyOf tests: [ValueTest],
    at range: SourceRange = SourceRange(file: FileID(0), start: 0, end: 0)
  ) {
    let field = FieldTest(path: path, tests: tests, range: range)
    self.init(
      dialect: .eventBridge, alternatives: [Conjunction(fields: [field])], range: range,
      byteCount: 0)
  }
}
