import Testing

/// A topology and the events a month that are expected on its edges.
struct VolumeCase: CustomTestStringConvertible {
  var name: String
  var text: String
  var monthly: [String]

  var testDescription: String { name }

  static let all: [VolumeCase] = [
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
