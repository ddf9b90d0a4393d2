import Testing

/// A topology and the rings in it.
struct RingCase: CustomTestStringConvertible {
  var name: String
  var text: String
  var rings: [String]

  var testDescription: String { name }

  static let catalogue = """
    events:
      Opened: {source: claims, detailType: Opened}
      Closed: {source: claims, detailType: Closed}
      Status:
        source: parcels
        detailType: Status
        detail: {type: object, required: [state], properties: {state: {enum: [moving, arrived]}}}

    """

  static let all: [RingCase] = [
    RingCase(
      name: "a function that sends what starts it",
      text: catalogue + """
        buses:
          main: {rules: {claims: {pattern: {source: [claims]}, targets: [{to: function/settle}]}}}
        functions:
          settle: {emits: [{event: Closed, to: bus/main, ratio: 1}]}
        """,
      rings: ["bus/main -> function/settle -> bus/main"]),
    RingCase(
      name: "a function that sends what its rule does not take",
      text: catalogue + """
        buses:
          main: {rules: {claims: {pattern: {detail-type: [Opened]}, targets: [{to: function/settle}]}}}
        functions:
          settle: {emits: [{event: Closed, to: bus/main, ratio: 1}]}
        """,
      rings: []),
    RingCase(
      name: "values of a declared field decide",
      text: catalogue + """
        buses:
          main:
            rules:
              lost: {pattern: {detail: {state: [lost]}}, targets: [{to: function/search}]}
              arrived: {pattern: {detail: {state: [arrived]}}, targets: [{to: function/tell}]}
        functions:
          search: {emits: [{event: Status, to: bus/main, ratio: 1}]}
          tell: {}
        """,
      rings: []),
    RingCase(
      name: "a field that the event does not declare leaves it open",
      text: catalogue + """
        buses:
          main: {rules: {again: {pattern: {detail: {retry: [true]}}, targets: [{to: function/work}]}}}
        functions:
          work: {emits: [{event: Status, to: bus/main, ratio: 1}]}
        """,
      rings: [
        "bus/main -> function/work -> bus/main, as 'Status' does not declare 'detail.retry'"
      ]),
    RingCase(
      name: "a field that must not be there cuts the ring only where the event declares it",
      text: catalogue + """
        buses:
          main: {rules: {fresh: {pattern: {detail: {state: [{exists: false}]}}, targets: [{to: function/work}]}}}
          other: {rules: {fresh: {pattern: {detail: {seen: [{exists: false}]}}, targets: [{to: function/work}]}}}
        functions:
          work: {emits: [{event: Status, to: bus/main, ratio: 1}, {event: Status, to: bus/other, ratio: 1}]}
        """,
      rings: ["bus/other -> function/work -> bus/other"]),
    RingCase(
      name: "over a queue, another function and another bus",
      text: catalogue + """
        buses:
          a: {rules: {opened: {pattern: {detail-type: [Opened]}, targets: [{to: queue/in}]}}}
          b: {rules: {closed: {pattern: {detail-type: [Closed]}, targets: [{to: bus/a}, {to: function/reopen}]}}}
        queues: {in: {}}
        functions:
          settle: {triggers: [{from: queue/in}], emits: [{event: Closed, to: bus/b, ratio: 1}]}
          reopen: {emits: [{event: Opened, to: bus/a, ratio: 1}]}
        """,
      rings: [
        "bus/a -> queue/in -> function/settle -> bus/b -> function/reopen -> bus/a"
      ]),
    RingCase(
      name: "buses that forward to one another what both take",
      text: catalogue + """
        buses:
          a: {rules: {out: {pattern: {source: [{prefix: c}]}, targets: [{to: bus/b}]}}}
          b: {rules: {out: {pattern: {source: [{suffix: s}]}, targets: [{to: bus/a}]}}}
        """,
      rings: [
        "bus/a -> bus/b -> bus/a, as what is sent is not declared"
      ]),
    RingCase(
      name: "buses that forward different events to one another",
      text: catalogue + """
        buses:
          a: {rules: {out: {pattern: {source: [a]}, targets: [{to: bus/b}]}}}
          b: {rules: {out: {pattern: {source: [b]}, targets: [{to: bus/a}]}}}
        """,
      rings: []),
    RingCase(
      name: "the account that an event is from tells two buses apart",
      text: """
        account: "111111111111"
        events:
          Order: {source: shop, detailType: Order}
        producers:
          app: {kind: application, emits: [{event: Order, to: bus/a, rate: 1/s}]}
        buses:
          a: {rules: {own: {pattern: {account: ["111111111111"]}, targets: [{to: bus/b}]}}}
          b:
            account: "222222222222"
            rules: {own: {pattern: {account: ["222222222222"]}, targets: [{to: bus/a}]}}
        """,
      rings: []),
    RingCase(
      name: "a bus that forwards to itself, and a pipe back into its queue",
      text: """
        buses:
          a: {rules: {again: {pattern: {source: [x]}, targets: [{to: bus/a}]}}}
        queues: {in: {}}
        pipes:
          back: {source: queue/in, target: queue/in}
        """,
      rings: [
        "bus/a -> bus/a, as what is sent is not declared", "queue/in -> pipe/back -> queue/in",
      ]),
    RingCase(
      name: "rules that are switched off, and what nobody can tell",
      text: """
        buses:
          a:
            rules:
              off: {state: disabled, pattern: {source: [x]}, targets: [{to: bus/b}]}
          b: {rules: {back: {pattern: {source: [x]}, targets: [{to: bus/a}]}}}
        queues: {in: {external: true}}
        functions:
          f: {triggers: [{from: queue/in, enabled: false}], emits: [{to: queue/in, ratio: 1}]}
        """,
      rings: []),
    RingCase(
      name: "a state machine that starts the function that starts it",
      text: """
        functions:
          f: {emits: [{to: stateMachine/m, ratio: 1}]}
        stateMachines:
          m:
            definition:
              StartAt: Call
              States:
                Call: {Type: Task, Resource: function/f, End: true}
        """,
      rings: ["function/f -> stateMachine/m -> function/f"]),
    RingCase(
      name: "an API, its function and a delivery stream that fills the bucket that calls it",
      text: """
        apis: {intake: {kind: http, routes: [{route: POST /x, to: function/accept}]}}
        functions:
          accept: {emits: [{to: api/intake, ratio: 1}]}
          read: {emits: [{to: deliveryStream/keep, ratio: 1}]}
        deliveryStreams: {keep: {destination: bucket/kept}}
        buckets: {kept: {notifications: [{events: ["s3:ObjectCreated:*"], to: function/read}]}}
        """,
      rings: [
        "api/intake -> function/accept -> api/intake",
        "function/read -> deliveryStream/keep -> bucket/kept -> function/read",
      ]),
    RingCase(
      name: "consumers that write to what they read",
      text: """
        queues: {in: {}}
        topics: {news: {subscriptions: [{to: function/b}]}}
        tables: {items: {stream: NEW_IMAGE}}
        buckets: {scans: {notifications: [{events: ["s3:ObjectCreated:*"], to: function/d}]}}
        functions:
          a: {triggers: [{from: queue/in}], emits: [{to: queue/in, ratio: 1}]}
          b: {emits: [{to: topic/news, ratio: 1}]}
          c: {triggers: [{from: table/items, startingPosition: LATEST}], emits: [{to: table/items, ratio: 1}]}
          d: {emits: [{to: bucket/scans, ratio: 1}]}
        """,
      rings: [
        "topic/news -> function/b -> topic/news", "bucket/scans -> function/d -> bucket/scans",
        "queue/in -> function/a -> queue/in", "table/items -> function/c -> table/items",
      ]),
    RingCase(
      name: "a bucket that is written to and tells the default bus",
      text: """
        buses:
          default:
            rules:
              scans:
                pattern: {source: [aws.s3], detail-type: [Object Created], detail: {bucket: {name: [scans]}}}
                targets: [{to: function/read}]
        buckets: {scans: {eventBridge: true}, done: {eventBridge: true}}
        functions:
          read: {emits: [{to: bucket/scans, ratio: 1}]}
        """,
      rings: ["bus/default -> function/read -> bucket/scans -> bus/default"]),
    RingCase(
      name: "another bucket than the one that is told of",
      text: """
        buses:
          default:
            rules:
              scans:
                pattern: {source: [aws.s3], detail-type: [Object Created], detail: {bucket: {name: [scans]}}}
                targets: [{to: function/read}]
        buckets: {scans: {eventBridge: true}, done: {eventBridge: true}}
        functions:
          read: {emits: [{to: bucket/done, ratio: 1}]}
        """,
      rings: []),
    RingCase(
      name: "a state machine started by status changes",
      text: """
        buses:
          default:
            rules:
              runs: {pattern: {source: [aws.states], detail: {status: [FAILED]}}, targets: [{to: stateMachine/repair}]}
        stateMachines: {repair: {type: standard}, quick: {type: express}}
        """,
      rings: ["bus/default -> stateMachine/repair -> bus/default"]),
    RingCase(
      name: "Lambda reports asynchronous calls, and no others, to a destination",
      text: """
        buses:
          main:
            rules:
              done: {pattern: {source: [lambda]}, targets: [{to: function/a}, {to: queue/in}]}
        queues: {in: {}}
        functions:
          a: {onSuccess: bus/main}
          b: {onSuccess: bus/main, triggers: [{from: queue/in}]}
        """,
      rings: ["bus/main -> function/a -> bus/main"]),
    RingCase(
      name: "dead letters and failures are no way round",
      text: catalogue + """
        buses:
          main: {rules: {claims: {pattern: {detail-type: [Opened]}, targets: [{to: function/settle, deadLetter: queue/lost}]}}}
        queues: {lost: {}}
        functions:
          settle: {onFailure: queue/lost}
          again: {triggers: [{from: queue/lost}], emits: [{event: Opened, to: bus/main, ratio: 1}]}
        """,
      rings: []),
  ]
}
