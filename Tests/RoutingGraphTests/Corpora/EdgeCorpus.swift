import Testing

/// A piece of a topology and the routes that it makes.
struct EdgeCase: CustomTestStringConvertible {
  var name: String
  var text: String
  var edges: [String]

  var testDescription: String { name }

  static let all: [EdgeCase] = [
    EdgeCase(
      name: "a rule has an edge for each target and for each dead-letter queue",
      text: """
        buses:
          parcels:
            deadLetter: queue/lost
            rules:
              fast:
                pattern: {source: [a]}
                targets:
                  - {to: queue/work, deadLetter: queue/lost}
                  - {to: "arn:aws:sqs:us-east-1:210987654321:theirs"}
        queues:
          work: {deadLetter: {queue: queue/lost, maxReceiveCount: 3}}
          lost: {}
        """,
      edges: [
        "bus/parcels -deadLetter-> queue/lost", "bus/parcels -rule(fast)-> queue/work",
        "bus/parcels -deadLetter(fast)-> queue/lost",
        "bus/parcels -rule(fast)-> arn:aws:sqs:us-east-1:210987654321:theirs",
        "queue/work -deadLetter-> queue/lost",
      ]),
    EdgeCase(
      name: "a rule with a schedule does not wait for events",
      text: """
        buses:
          default:
            rules:
              nightly: {schedule: "cron(0 3 * * ? *)", targets: [{to: function/report}]}
        functions:
          report: {}
        """,
      edges: ["bus/default -schedule(nightly)-> function/report"]),
    EdgeCase(
      name: "whatever emits has an edge to where it sends",
      text: """
        events:
          Picked: {source: a, detailType: Picked}
        producers:
          app: {kind: application, emits: [{event: Picked, to: api/intake, rate: 1/s}]}
        apis:
          intake:
            kind: http
            routes: [{route: POST /pickups, to: function/accept}]
        buses:
          parcels: {}
        functions:
          accept:
            onFailure: queue/failed
            onSuccess: bus/parcels
            emits: [{event: Picked, to: bus/parcels, ratio: 1}]
        queues:
          failed: {}
        environments:
          nightly:
            dags:
              load: {schedule: "0 2 * * *", emits: [{to: bus/parcels, ratio: 1}]}
        """,
      edges: [
        "producer/app -emit-> api/intake", "api/intake -emit(POST /pickups)-> function/accept",
        "function/accept -destination(onFailure)-> queue/failed",
        "function/accept -destination(onSuccess)-> bus/parcels",
        "function/accept -emit-> bus/parcels", "environment/nightly -emit(load)-> bus/parcels",
      ]),
    EdgeCase(
      name: "a state machine calls what its definition names",
      text: """
        buses:
          parcels: {}
        functions:
          assess: {}
        stateMachines:
          settle:
            definition:
              StartAt: Assess
              States:
                Assess: {Type: Task, Resource: function/assess, Next: Tell}
                Tell:
                  Type: Task
                  Resource: arn:aws:states:::events:putEvents
                  Parameters: {Entries: [{EventBusName: bus/parcels}]}
                  End: true
        """,
      edges: [
        "stateMachine/settle -emit(Assess)-> function/assess",
        "stateMachine/settle -emit(Tell)-> bus/parcels",
      ]),
    EdgeCase(
      name: "what emits says of a target stands for the definition's call",
      text: """
        buses:
          parcels: {}
        stateMachines:
          settle:
            definition:
              StartAt: Tell
              States:
                Tell:
                  Type: Task
                  Resource: arn:aws:states:::events:putEvents
                  Parameters: {Entries: [{EventBusName: bus/parcels}]}
                  End: true
            emits: [{to: bus/parcels, ratio: 1}]
        """,
      edges: ["stateMachine/settle -emit-> bus/parcels"]),
    EdgeCase(
      name: "a pipe is a node between its source, its enrichment and its target",
      text: """
        queues:
          orders: {}
        functions:
          price: {}
        buses:
          shop: {}
        pipes:
          intake: {source: queue/orders, enrichment: function/price, target: bus/shop}
        """,
      edges: [
        "queue/orders -pipe-> pipe/intake", "pipe/intake -pipe(enrichment)-> function/price",
        "pipe/intake -pipe-> bus/shop",
      ]),
    EdgeCase(
      name: "topics, streams and tables lead to who subscribes and reads",
      text: """
        topics:
          news:
            subscriptions:
              - {to: queue/mail, deadLetter: queue/lost}
              - {to: "https://hooks.example.com/x", protocol: https}
        queues:
          mail: {}
          lost: {}
        streams:
          clicks: {mode: onDemand}
        tables:
          items: {stream: NEW_IMAGE}
        functions:
          send: {triggers: [{from: queue/mail, batchSize: 10}]}
          count: {triggers: [{from: stream/clicks, startingPosition: LATEST, onFailure: queue/lost}]}
          copy: {triggers: [{from: table/items, startingPosition: LATEST}]}
        """,
      edges: [
        "topic/news -subscription-> queue/mail", "topic/news -deadLetter-> queue/lost",
        "topic/news -subscription-> https://hooks.example.com/x",
        "queue/mail -trigger-> function/send", "stream/clicks -trigger-> function/count",
        "function/count -deadLetter(onFailure)-> queue/lost",
        "table/items -trigger-> function/copy",
      ]),
    EdgeCase(
      name: "buckets, log groups, alarms and Firehose tell of their own",
      text: """
        buckets:
          scans:
            eventBridge: true
            notifications: [{events: ["s3:ObjectCreated:*"], to: function/read}]
          archive: {}
        functions:
          read: {}
        logGroups:
          audit: {subscriptions: [{to: stream/lines}]}
        streams:
          lines: {mode: onDemand}
        deliveryStreams:
          keep: {source: stream/lines, transform: function/read, destination: bucket/archive}
        topics:
          on-call: {}
        queues:
          lost: {}
        alarms:
          lost: {on: {metric: ApproximateNumberOfMessagesVisible, of: queue/lost}, notify: [topic/on-call]}
        schedules:
          morning: {schedule: rate(1 day), target: {to: function/read, deadLetter: queue/lost}}
        """,
      edges: [
        "bucket/scans -notification-> bus/default", "bucket/scans -notification-> function/read",
        "logGroup/audit -notification-> stream/lines",
        "stream/lines -delivery-> deliveryStream/keep",
        "deliveryStream/keep -delivery(transform)-> function/read",
        "deliveryStream/keep -delivery-> bucket/archive",
        "alarm/lost -notification-> topic/on-call",
        "schedule/morning -schedule-> function/read", "schedule/morning -deadLetter-> queue/lost",
      ]),
    EdgeCase(
      name: "status changes of a state machine reach the default bus where a rule takes them",
      text: """
        buses:
          default:
            rules:
              failed-runs:
                pattern: {source: [aws.states], detail: {status: [FAILED]}}
                targets: [{to: topic/on-call}]
        topics:
          on-call: {}
        stateMachines:
          settle: {type: standard}
          quick: {type: express}
        """,
      edges: [
        "bus/default -rule(failed-runs)-> topic/on-call",
        "stateMachine/settle -notification-> bus/default",
      ]),
  ]
}
