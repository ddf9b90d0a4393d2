import YAMLTree

/// `aws iam`, `aws logs`, `aws cloudwatch`.
extension InventoryShape {
  static let operations: [InventoryShape] = [
    .init(.list(of: "Roles", having: ["RoleName", "Arn"])) { dump, inventory in
      for role in dump.elements("Roles") {
        inventory.put(
          "AWS::IAM::Role", role["Arn"]?.text ?? "", name: role["RoleName"]?.text ?? "",
          [
            ("RoleName", role["RoleName"].map { Value(literal: $0) }),
            ("AssumeRolePolicyDocument", inventory.document(role["AssumeRolePolicyDocument"])),
            (
              "PermissionsBoundary",
              role["PermissionsBoundary"]?["PermissionsBoundaryArn"].map { Value(literal: $0) }
            ),
          ], at: role.range)
      }
    },
    .init(.object(having: ["RoleName", "PolicyName", "PolicyDocument"]), adds: true) {
      dump, inventory in
      guard let role = dump.root["RoleName"], let name = dump.root["PolicyName"] else { return }
      if let key = inventory.key("AWS::IAM::Role", named: role.text) {
        inventory.note("policies", of: key)
      }
      inventory.put(
        "AWS::IAM::Policy", "policy \(role.text) \(name.text)", name: "",
        [
          ("PolicyName", Value(literal: name)),
          ("Roles", .list([Value(literal: role)], at: role.range)),
          ("PolicyDocument", inventory.document(dump.root["PolicyDocument"])),
        ], at: dump.root.range)
    },
    .init(.list(of: "AttachedPolicies", having: ["PolicyArn"]), adds: true) { dump, inventory in
      guard let role = dump.about.last, let key = inventory.key("AWS::IAM::Role", named: role)
      else {
        return inventory.noteUnread(
          dump,
          "name the file 'list-attached-role-policies@ROLE.json', with 'list-roles' beside it")
      }
      inventory.append(
        key, "ManagedPolicyArns",
        dump.elements("AttachedPolicies").compactMap { policy in
          policy["PolicyArn"].map { Value(literal: $0) }
        })
    },
    .init(.list(of: "PolicyNames", having: []), adds: true) { dump, inventory in
      guard let role = dump.about.last, let key = inventory.key("AWS::IAM::Role", named: role)
      else {
        return inventory.noteUnread(dump, "name the file 'list-role-policies@ROLE.json'")
      }
      let names = dump.root["PolicyNames"]?.elements.map(\.text) ?? []
      if names.allSatisfy({ inventory.isDeclared("policy \(role) \($0)") }) {
        inventory.note("policies", of: key)
      }
    },
    .init(.list(of: "logGroups", having: ["logGroupName"])) { dump, inventory in
      for group in dump.elements("logGroups") {
        let name = group["logGroupName"]?.text ?? ""
        inventory.put(
          "AWS::Logs::LogGroup", group["logGroupArn"]?.text ?? "log group \(name)", name: name,
          Value.members(group, ["retentionInDays=RetentionInDays", "kmsKeyId=KmsKeyId"]),
          at: group.range)
      }
    },
    .init(.list(of: "subscriptionFilters", having: ["filterName", "logGroupName"])) {
      dump, inventory in
      for filter in dump.elements("subscriptionFilters") {
        let members = Value.members(
          filter,
          [
            "filterName=FilterName", "logGroupName=LogGroupName", "filterPattern=FilterPattern",
            "destinationArn=DestinationArn", "roleArn=RoleArn",
          ])
        let id = "filter \(filter["logGroupName"]?.text ?? "") \(filter["filterName"]?.text ?? "")"
        inventory.put("AWS::Logs::SubscriptionFilter", id, name: "", members, at: filter.range)
      }
    },
    .init(.list(of: "MetricAlarms", having: ["AlarmName", "AlarmArn"])) { dump, inventory in
      let names = [
        "AlarmName", "AlarmDescription", "ActionsEnabled", "OKActions", "AlarmActions",
        "InsufficientDataActions", "MetricName", "Namespace", "Statistic", "ExtendedStatistic",
        "Dimensions", "Period", "EvaluationPeriods", "DatapointsToAlarm", "Threshold",
        "ComparisonOperator", "TreatMissingData", "Unit", "Metrics",
      ]
      for alarm in dump.elements("MetricAlarms") {
        inventory.put(
          "AWS::CloudWatch::Alarm", alarm["AlarmArn"]?.text ?? "",
          name: alarm["AlarmName"]?.text ?? "", Value.members(alarm, names), at: alarm.range)
      }
    },
  ]
}
