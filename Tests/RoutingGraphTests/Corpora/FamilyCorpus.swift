import Testing

/// A topology and the events that each of its edges can carry.
struct FamilyCase: CustomTestStringConvertible {
  var name: String
  var text: String
  var families: [String]

  var testDescription: String { name }

  static let catalogue = """
    events:
      Small:
        source: shop
        detailType: Order
        detail: {type: object, required: [size], properties: {size: {enum: [s]}}}
      Any:
        source: shop
        detailType: Order
        detail: {type: object, required: [size], properties: {size: {enum: [s, m, l]}}}
      Other: {source: depot, detailType: Moved}
      Empty: {source: shop, detailType: Ping, detail: {type: object, additionalProperties: false}}

    """

  static let all: [FamilyCase] = [
    FamilyCase(
      name: "a rule takes the events that its pattern meets",
      text: catalogue + """
        producers:
          app:
            kind: application
            emits:
              - {event: Small, to: bus/shop, rate: 1/s}
              - {event: Any, to: bus/shop, rate: 1/s}
              - {event: Other, to: bus/shop, rate: 1/s}
              - {event: Empty, to: bus/shop, rate: 1/s}
        buses:
          shop:
            rules:
              large: {pattern: {detail: {size: [l]}}, targets: [{to: queue/large}]}
              orders: {pattern: {source: [shop]}, targets: [{to: queue/orders}]}
              returns: {pattern: {source: [returns]}, targets: [{to: queue/returns}]}
        queues: {large: {}, orders: {}, returns: {}}
        """,
      families: [
        "producer/app -emit-> bus/shop: Small", "producer/app -emit-> bus/shop: Any",
        "producer/app -emit-> bus/shop: Other", "producer/app -emit-> bus/shop: Empty",
        "bus/shop -rule(large)-> queue/large: Any, Other",
        "bus/shop -rule(orders)-> queue/orders: Any, Empty, Small",
      ]),
    FamilyCase(
      name: "what a bus forwards stays narrowed there",
      text: catalogue + """
        producers:
          app: {kind: application, emits: [{event: Any, to: bus/shop, rate: 1/s}]}
        buses:
          shop:
            rules:
              out: {pattern: {detail: {size: [s]}}, targets: [{to: bus/audit}]}
          audit:
            rules:
              small: {pattern: {detail: {size: [s]}}, targets: [{to: queue/small}]}
              large: {pattern: {detail: {size: [l]}}, targets: [{to: queue/large}]}
        queues: {large: {}, small: {}}
        """,
      families: [
        "producer/app -emit-> bus/shop: Any", "bus/shop -rule(out)-> bus/audit: Any",
        "bus/audit -rule(small)-> queue/small: Any",
      ]),
    FamilyCase(
      name: "a component sends its own events, whatever it was called with",
      text: catalogue + """
        producers:
          app: {kind: application, emits: [{event: Other, to: queue/in, rate: 1/s}]}
        queues: {in: {}}
        functions:
          work: {triggers: [{from: queue/in}], emits: [{event: Small, to: topic/out, ratio: 1}]}
          last: {}
        topics:
          out: {subscriptions: [{to: function/last}]}
        """,
      families: [
        "producer/app -emit-> queue/in: Other", "queue/in -trigger-> function/work: Other",
        "function/work -emit-> topic/out: Small", "topic/out -subscription-> function/last: Small",
      ]),
    FamilyCase(
      name: "a filter on a queue reads the event that a rule put there",
      text: catalogue + """
        producers:
          app: {kind: application, emits: [{event: Any, to: bus/shop, rate: 1/s}]}
        buses:
          shop: {rules: {all: {pattern: {detail: {size: [s, m]}}, targets: [{to: queue/in}]}}}
        queues: {in: {}}
        functions:
          small: {triggers: [{from: queue/in, filter: {body: {detail: {size: [s]}}}}]}
          large: {triggers: [{from: queue/in, filter: {body: {detail: {size: [l]}}}}]}
        """,
      families: [
        "producer/app -emit-> bus/shop: Any", "bus/shop -rule(all)-> queue/in: Any",
        "queue/in -trigger-> function/small: Any",
      ]),
    FamilyCase(
      name: "a transformer leaves nothing to filter by",
      text: catalogue + """
        producers:
          app: {kind: application, emits: [{event: Any, to: bus/shop, rate: 1/s}]}
        buses:
          shop:
            rules:
              all: {pattern: {source: [shop]}, targets: [{to: queue/in, input: {path: $.detail}}]}
        queues: {in: {}}
        functions:
          large: {triggers: [{from: queue/in, filter: {body: {size: [xl]}}}]}
        """,
      families: [
        "producer/app -emit-> bus/shop: Any", "bus/shop -rule(all)-> queue/in: Any",
        "queue/in -trigger-> function/large: Any",
      ]),
    FamilyCase(
      name: "a write to a bucket is an event of S3 on the default bus",
      text: catalogue + """
        producers:
          app: {kind: application, emits: [{to: bucket/scans, rate: 1/s}]}
        buckets: {scans: {eventBridge: true}}
        buses:
          default:
            rules:
              created: {pattern: {source: [aws.s3], detail-type: [Object Created]}, targets: [{to: queue/in}]}
              elsewhere: {pattern: {source: [shop]}, targets: [{to: queue/in}]}
        queues: {in: {}}
        """,
      families: [
        "producer/app -emit-> bucket/scans: ?", "bucket/scans -notification-> bus/default: ?",
        "bus/default -rule(created)-> queue/in: ?",
      ]),
    FamilyCase(
      name: "a second hop from bus to bus carries nothing",
      text: catalogue + """
        producers:
          app: {kind: application, emits: [{event: Any, to: bus/a, rate: 1/s}]}
        buses:
          a: {rules: {all: {pattern: {source: [shop]}, targets: [{to: bus/b}]}}}
          b: {rules: {all: {pattern: {source: [shop]}, targets: [{to: bus/c}]}}}
          c: {rules: {all: {pattern: {source: [shop]}, targets: [{to: queue/in}]}}}
        queues: {in: {}}
        """,
      families: ["producer/app -emit-> bus/a: Any", "bus/a -rule(all)-> bus/b: Any"]),
    FamilyCase(
      name: "the newer bus sends a new event, which may be forwarded",
      text: catalogue + """
        producers:
          app: {kind: application, emits: [{event: Any, to: bus/a, rate: 1/s}]}
        buses:
          a: {generation: custom, rules: {all: {pattern: {source: [shop]}, targets: [{to: bus/b}]}}}
          b: {rules: {all: {pattern: {source: [shop]}, targets: [{to: bus/c}]}}}
          c: {}
        """,
      families: [
        "producer/app -emit-> bus/a: Any", "bus/a -rule(all)-> bus/b: Any",
        "bus/b -rule(all)-> bus/c: Any",
      ]),
  ]
}
