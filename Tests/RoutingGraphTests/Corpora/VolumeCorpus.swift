import Testing

/// A topology and the events a month that are expected on its edges.
struct VolumeCase: CustomTestStringConvertible {
  var name: String
  var text: String
  var monthly: [String]

  var testDescription: String { name }

  static let all: [VolumeCase] = [
    VolumeCase(
      name: "fields are taken to have nothing to do with each other",
      text: """
        events:
          Parcel:
            source: p
            detailType: Parcel
            detail:
              type: object
              required: [service, weight]
              properties:
                service: {enum: [standard, express], x-weights: {standard: 9, express: 1}}
                weight: {type: number, minimum: 0, maximum: 100, x-distribution: uniform}
        producers:
          app: {kind: application, emits: [{event: Parcel, to: bus/a, rate: 1M/month}]}
        buses:
          a:
            rules:
              light:
                pattern: {detail: {service: [express], weight: [{numeric: ["<", 20]}]}}
                targets: [{to: queue/light}]
              either:
                pattern:
                  detail: {$or: [{service: [express]}, {weight: [{numeric: ["<", 20]}]}]}
                targets: [{to: queue/either}]
              fast: {pattern: {detail: {service: [express]}}, targets: [{to: bus/b}]}
          b:
            rules:
              heavy:
                pattern: {detail: {weight: [{numeric: [">=", 20]}]}}
                targets: [{to: queue/heavy}]
        queues: {light: {}, either: {}, heavy: {}}
        """,
      monthly: [
        "producer/app -emit-> bus/a: 1000000", "bus/a -rule(light)-> queue/light: 20000",
        "bus/a -rule(either)-> queue/either: 280000", "bus/a -rule(fast)-> bus/b: 100000",
        "bus/b -rule(heavy)-> queue/heavy: 80000",
      ]),
    VolumeCase(
      name: "fan-out by detail-type and by amount, in batches",
      text: """
        events:
          Placed:
            source: shop
            detailType: Placed
            detail:
              type: object
              required: [amount]
              properties: {amount: {type: number, minimum: 40, maximum: 120, x-distribution: uniform}}
          Updated: {source: shop, detailType: Updated}
          Cancelled: {source: shop, detailType: Cancelled}
        producers:
          shop:
            kind: application
            emits:
              - {event: Placed, to: bus/orders, rate: 5M/month}
              - {event: Updated, to: bus/orders, rate: 4M/month}
              - {event: Cancelled, to: bus/orders, rate: 1M/month}
        buses:
          orders:
            rules:
              placed: {pattern: {detail-type: [Placed]}, targets: [{to: queue/a}, {to: function/n}]}
              large:
                pattern: {detail-type: [Placed], detail: {amount: [{numeric: [">", 100]}]}}
                targets: [{to: stateMachine/check}]
              all: {pattern: {source: [shop]}, targets: [{to: queue/log.fifo, messageGroupId: all}]}
              cancelled: {pattern: {detail-type: [Cancelled]}, targets: [{to: destination/erp}]}
        queues:
          a: {}
          log.fifo: {fifo: true, contentBasedDeduplication: true}
        functions:
          n: {}
          s: {triggers: [{from: queue/a, batchSize: 5}], emits: [{to: table/done, ratio: 2}]}
          keep: {triggers: [{from: queue/log.fifo, batchSize: 10}], emits: [{to: table/done, ratio: 1}]}
        stateMachines: {check: {type: standard}}
        tables: {done: {}}
        destinations: {erp: {endpoint: "https://erp.example.com/x", method: POST}}
        """,
      monthly: [
        "producer/shop -emit-> bus/orders: 5000000", "producer/shop -emit-> bus/orders: 4000000",
        "producer/shop -emit-> bus/orders: 1000000", "bus/orders -rule(placed)-> queue/a: 5000000",
        "bus/orders -rule(placed)-> function/n: 5000000",
        "bus/orders -rule(large)-> stateMachine/check: 1250000",
        "bus/orders -rule(all)-> queue/log.fifo: 10000000",
        "bus/orders -rule(cancelled)-> destination/erp: 1000000",
        "queue/a -trigger-> function/s: 5000000", "function/s -emit-> table/done: 2000000",
        "queue/log.fifo -trigger-> function/keep: 10000000",
        "function/keep -emit-> table/done: 1000000",
      ]),
    VolumeCase(
      name: "chained filters are weighed together, not one after the other",
      text: """
        events:
          Parcel:
            source: p
            detailType: Parcel
            detail:
              type: object
              required: [service]
              properties: {service: {enum: [standard, express], x-weights: {standard: 9, express: 1}}}
        producers:
          app: {kind: application, emits: [{event: Parcel, to: bus/a, rate: 1M/month}]}
        buses:
          a: {rules: {fast: {pattern: {detail: {service: [express]}}, targets: [{to: bus/b}]}}}
          b: {rules: {fast: {pattern: {detail: {service: [express]}}, targets: [{to: queue/fast}]}}}
        queues: {fast: {}}
        """,
      monthly: [
        "producer/app -emit-> bus/a: 1000000", "bus/a -rule(fast)-> bus/b: 100000",
        "bus/b -rule(fast)-> queue/fast: 100000",
      ]),
    VolumeCase(
      name: "a tenth comes back with each turn",
      text: """
        events:
          Job: {source: work, detailType: Job}
        producers:
          app: {kind: application, emits: [{event: Job, to: bus/work, rate: 8M/month}]}
        buses:
          work: {rules: {jobs: {pattern: {source: [work]}, targets: [{to: function/try}]}}}
        functions:
          try: {emits: [{event: Job, to: bus/work, ratio: 0.1}]}
        """,
      monthly: [
        "producer/app -emit-> bus/work: 8000000", "bus/work -rule(jobs)-> function/try: 8888889",
        "function/try -emit-> bus/work: 888889",
      ]),
    VolumeCase(
      name: "schedules, DAGs and API routes call at their own rate",
      text: """
        producers:
          app: {kind: application, emits: [{to: api/intake, rate: 730/h}]}
        apis:
          intake: {kind: http, routes: [{route: POST /x, to: function/accept}]}
        schedules:
          hourly: {schedule: rate(1 hour), target: {to: function/report}}
        environments:
          nightly: {dags: {load: {schedule: "@hourly", emits: [{to: queue/rows, ratio: 10}]}}}
        functions: {accept: {onSuccess: queue/rows}, report: {onSuccess: queue/rows}}
        queues: {rows: {}}
        """,
      monthly: [
        "producer/app -emit-> api/intake: 532900",
        "api/intake -emit(POST /x)-> function/accept: 532900",
        "schedule/hourly -schedule-> function/report: 730",
        "environment/nightly -emit(load)-> queue/rows: 7300",
        "function/accept -destination(onSuccess)-> queue/rows: 532900",
        "function/report -destination(onSuccess)-> queue/rows: 730",
      ]),
    VolumeCase(
      name: "consumers of one queue share it, those of a topic do not",
      text: """
        producers:
          app: {kind: application, emits: [{to: topic/news, rate: 1M/month}]}
        topics:
          news: {subscriptions: [{to: queue/in}, {to: function/all}]}
        queues: {in: {}}
        functions:
          all: {}
          one: {triggers: [{from: queue/in}]}
          two: {triggers: [{from: queue/in}]}
        """,
      monthly: [
        "producer/app -emit-> topic/news: 1000000", "topic/news -subscription-> queue/in: 1000000",
        "topic/news -subscription-> function/all: 1000000",
        "queue/in -trigger-> function/one: 500000", "queue/in -trigger-> function/two: 500000",
      ]),
  ]
}
