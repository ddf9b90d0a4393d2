import Diagnostics
import Topology
import YAMLTree

extension ServerlessExpander {
  /// `AWS::Serverless::StateMachine`: the state machine, its role, alias and events.
  mutating func expandStateMachine(_ resource: SourceResource) {
    let cause = Cause(resource)
    let range = resource.nameRange
    var owner = EventOwner(
      kind: .stateMachine, key: resource.key, target: .reference(to: resource.key, at: range),
      arn: system.text(of: resource.key, "Arn"), cause: cause,
      role: RoleDraft(for: "states.amazonaws.com"))
    owner.boundary = resource["PermissionsBoundary"]
    var machine = resource.properties.picking(["DefinitionSubstitutions"])
    machine = machine.setting("Tags", Self.listed(resource["Tags"]))
    machine = machine.setting("StateMachineName", resource["Name"])
    machine = machine.setting("StateMachineType", resource["Type"])
    machine = machine.setting("LoggingConfiguration", resource["Logging"])
    machine = machine.setting("TracingConfiguration", resource["Tracing"])
    // Where the definition stands is said as it is: whoever reads state machines reads it there.
    machine = machine.setting("Definition", resource["Definition"])
    machine = machine.setting("DefinitionUri", resource["DefinitionUri"])
    if let tracing = resource["Tracing"], tracing["Enabled"]?.boolean != false {
      owner.role.add(managed: "AWSXRayDaemonWriteAccess", at: tracing.range)
    }
    addPolicies(resource["Policies"], to: &owner.role, of: resource.key)
    if let given = resource["Role"] {
      machine = machine.setting("RoleArn", given)
    } else {
      let role = owner.id("Role")
      makeRole(role, owner.role, boundary: owner.boundary, for: cause)
      machine = machine.setting("RoleArn", .arn(of: role, at: range))
    }
    publishMachine(resource, &owner)
    expandEvents(resource["Events"], &owner)
    become(resource.key, "AWS::StepFunctions::StateMachine", machine)
  }

  private mutating func publishMachine(_ resource: SourceResource, _ owner: inout EventOwner) {
    guard let name = resource["AutoPublishAlias"] else { return }
    let cause = Cause(nameRange: name.range, range: name.range, condition: owner.cause.condition)
    let letters = text(name, owner.key.stack).filter { $0.isLetter || $0.isNumber }
    let version = owner.id("Version")
    let alias = owner.id("Alias\(letters)")
    let machine = Value.reference(to: owner.key, at: name.range)
    make(
      version, "AWS::StepFunctions::StateMachineVersion", [("StateMachineArn", machine)],
      for: cause)
    make(
      alias, "AWS::StepFunctions::StateMachineAlias",
      [("Name", name), ("StateMachineArn", machine)], for: cause)
    if resource["UseAliasAsEventTarget"]?.boolean == true {
      owner.target = .reference(to: alias, at: resource.nameRange)
      owner.arn += ":\(text(name, owner.key.stack))"
    }
  }

  /// The document in a file of the user's that a property names, with `${Name}` in it unknown. Nil,
  /// and told, where the place is no file here.
  func document(_ location: Value, _ stack: Int) -> Value? {
    if let root = system.document(at: location, in: stack) { return Value(literal: root).symbolic }
    system.note(unread: text(location, stack), stack, at: location.range)
    return nil
  }
}
