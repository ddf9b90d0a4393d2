// Made by `swift run dev embed` from rules; edit those, not this.

enum EmbeddedPages {
  static let files: [(name: String, text: String)] = [
    (
      "loop/amplification",
      ###"""
      # loop/amplification

      A cycle of several ways sends on at least as many events as it receives.

      error | essential

      ## Why it matters

      Two rings that each die out can grow together: if six events in ten come back by one way and six by another, ten become
      twelve with each turn. No volume and no cost can be given for such a topology.

      ## Avoid

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}
      buses:
        main:
          rules:
            claims:
              pattern: {source: [claims]}
              targets:
                - {to: function/settle}  # error: 100 events become 120 with each turn: bus/main -> function/settle -> bus/main, and 2 other rings
                - {to: function/review}
      functions:
        settle:
          emits: [{event: Closed, to: bus/main, ratio: 0.6}]
        review:
          emits: [{event: Opened, to: bus/main, ratio: 0.6}]
      ```

      ## Prefer

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}
      buses:
        main:
          rules:
            claims:
              pattern: {source: [claims]}
              targets:
                - {to: function/settle}
                - {to: function/review}
      functions:
        settle:
          emits: [{event: Closed, to: bus/main, ratio: 0.6}]
          policy: [{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: lambda:InvokeFunction, Resource: function/settle, Condition: {ArnLike: {aws:SourceArn: "arn:aws:events:*:*:rule/main/*"}}}]
        review:
          emits: [{event: Opened, to: bus/main, ratio: 0.3}]
          policy: [{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: lambda:InvokeFunction, Resource: function/review, Condition: {ArnLike: {aws:SourceArn: "arn:aws:events:*:*:rule/main/*"}}}]
      ```

      ## Configuration

      None.

      ## Sources

      - [Recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)

      """###
    ),
    (
      "loop/bucket-loop",
      ###"""
      # loop/bucket-loop

      A consumer of a bucket's notifications writes to the same bucket.

      error | essential

      ## Why it matters

      A function that writes its result into the bucket that calls it is called for the result as well. Lambda has stopped such
      chains after about 16 calls since October 2024, but only where nothing else stands between, and the object that it stops
      at is never worked on.

      ## Avoid

      ```yaml
      buckets:
        scans:
          notifications:
            - {events: ["s3:ObjectCreated:*"], to: function/shrink}  # error: each object written causes another: bucket/scans -> function/shrink -> bucket/scans
      functions:
        shrink:
          emits: [{to: bucket/scans, ratio: 1}]
      ```

      ## Prefer

      ```yaml
      buckets:
        scans:
          notifications:
            - {events: ["s3:ObjectCreated:*"], to: function/shrink}
        thumbnails: {}
      functions:
        shrink:
          emits: [{to: bucket/thumbnails, ratio: 1}]
          policy: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: lambda:InvokeFunction, Resource: function/shrink, Condition: {ArnLike: {aws:SourceArn: "arn:aws:s3:::scans"}}}]
      ```

      ## Configuration

      None.

      ## Sources

      - [Recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)

      """###
    ),
    (
      "loop/bus-ring",
      ###"""
      # loop/bus-ring

      Event buses forward to one another in a ring.

      error | essential

      ## Why it matters

      Two buses that forward to one another do not share their events for ever: EventBridge hands an event from bus to bus
      once, so it is dropped on the way back, and what the ring was built for does not happen. The newer custom bus sends a new
      event each time, and there the ring has no end.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            out:
              pattern: {source: [shop]}
              targets: [{to: bus/billing, role: role/forward}]  # error: events are forwarded in a ring: bus/orders -> bus/billing -> bus/orders
        billing:
          rules:
            back:
              pattern: {source: [{prefix: sh}]}
              targets: [{to: bus/orders, role: role/forward}]
      roles:
        forward: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            out:
              pattern: {source: [shop]}
              targets: [{to: bus/billing, role: role/forward}]
        billing:
          rules:
            back:
              pattern: {source: [billing]}
              targets: [{to: bus/orders, role: role/forward}]
      roles:
        forward: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Sending events between buses](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-bus-to-bus.html)
      - [Cross-account delivery](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html)

      """###
    ),
    (
      "loop/decaying-loop",
      ###"""
      # loop/decaying-loop

      Events go round, and fewer of them with each turn.

      info | recommended

      ## Why it matters

      A declared ratio below 1 makes a ring die out: of 100 events 10 come back, then 1. That is how a retry through the bus
      looks while all is well. When the service behind it fails for everything, the ratio is 1 and the ring has no end.

      ## Avoid

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}
      buses:
        main:
          rules:
            opened:
              pattern: {detail-type: [Opened]}
              targets: [{to: function/settle}]  # info: of 100 events 10 go round once more: bus/main -> function/settle -> bus/main
      functions:
        settle:
          emits: [{event: Opened, to: bus/main, ratio: 0.1}]
      ```

      ## Prefer

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}
      buses:
        main:
          rules:
            opened:
              pattern: {detail-type: [Opened]}
              targets: [{to: function/settle}]
      functions:
        settle:
          onFailure: queue/failed
          emits: [{event: Closed, to: bus/main, ratio: 1}]
          policy: [{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: lambda:InvokeFunction, Resource: function/settle, Condition: {ArnLike: {aws:SourceArn: "arn:aws:events:*:*:rule/main/*"}}}]
      queues:
        failed: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)

      """###
    ),
    (
      "loop/event-loop",
      ###"""
      # loop/event-loop

      What a consumer sends to a bus is taken by a rule that leads back to the same consumer.

      error | essential

      ## Why it matters

      A consumer that publishes what its own rule takes is called again by its own event, and again. Each turn costs an event,
      an invocation and whatever the function does, thousands of times a minute. Lambda's recursion guard follows messages
      through SQS, SNS and S3 and not through a bus. The check compares what the consumer emits with the rule's pattern, says
      nothing where no event can be both, and shows one that is.

      ## Avoid

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}
      buses:
        main:
          rules:
            claims:
              pattern: {source: [claims]}
              targets: [{to: function/settle}]  # error: events go round without end: bus/main -> function/settle -> bus/main
      functions:
        settle:
          emits: [{event: Closed, to: bus/main, ratio: 1}]
      ```

      ## Prefer

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}
      buses:
        main:
          rules:
            claims:
              pattern: {source: [claims], detail-type: [Opened]}
              targets: [{to: function/settle}]
      functions:
        settle:
          emits: [{event: Closed, to: bus/main, ratio: 1}]
          policy: [{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: lambda:InvokeFunction, Resource: function/settle, Condition: {ArnLike: {aws:SourceArn: "arn:aws:events:*:*:rule/main/*"}}}]
      ```

      ## Configuration

      None.

      ## Sources

      - [Rules that loop](https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html)
      - [Recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)

      """###
    ),
    (
      "loop/hop-limit",
      ###"""
      # loop/hop-limit

      A bus does not hand on what another bus handed to it: the event is lost.

      error | essential

      ## Why it matters

      EventBridge does not route an event that one bus received from another to a third. The rule matches, the delivery is
      refused, and without a dead-letter queue nobody learns of it. Emulators deliver it all the same, so tests pass.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            out: {pattern: {source: [shop]}, targets: [{to: bus/central, role: role/forward}]}
        central:
          rules:
            out:
              pattern: {source: [shop]}
              targets: [{to: bus/audit, role: role/forward}]  # error: 'bus/central' does not hand on to 'bus/audit' what it has from 'bus/orders': EventBridge delivers an event from bus to bus once
        audit:
          rules:
            all: {pattern: {source: [shop]}, targets: [{to: queue/audit}]}
      queues:
        audit: {external: true}
      roles:
        forward: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            out: {pattern: {source: [shop]}, targets: [{to: bus/central, role: role/forward}, {to: bus/audit, role: role/forward}]}
        central:
          rules:
            all: {pattern: {source: [shop]}, targets: [{to: queue/work}]}
        audit:
          rules:
            all: {pattern: {source: [shop]}, targets: [{to: queue/audit}]}
      queues:
        audit: {external: true}
        work: {external: true}
      roles:
        forward: {external: true}
      ```

      ## Configuration

      The newer custom bus sends a new event, so it may be forwarded once more.

      ## Sources

      - [Sending events between buses](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-bus-to-bus.html)
      - [Cross-account delivery](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html)

      """###
    ),
    (
      "loop/message-loop",
      ###"""
      # loop/message-loop

      A consumer of a queue, topic or stream sends to what it consumes.

      error | essential

      ## Why it matters

      A consumer that sends to the queue, topic or stream that it consumes gets its own message back. What was meant as a retry
      has no end: the message that fails once fails for ever, with a growing crowd behind it.

      ## Avoid

      ```yaml
      queues:
        orders: {}
      functions:
        price:
          triggers: [{from: queue/orders}]  # error: messages go round without end: queue/orders -> function/price -> queue/orders
          emits: [{to: queue/orders, ratio: 1}]
      ```

      ## Prefer

      ```yaml
      queues:
        orders: {deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}}
        orders-dlq: {}
      functions:
        price:
          triggers: [{from: queue/orders}]
          emits: [{to: bus/shop, ratio: 1}]
      buses:
        shop: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)

      """###
    ),
    (
      "loop/possible-loop",
      ###"""
      # loop/possible-loop

      Events may go round: whether they do, the declarations leave open.

      warning | recommended

      ## Why it matters

      Where a component sends something to what calls it, and the files do not say enough of it to rule a loop out, somebody
      should look. The finding names what is left open: an event that the catalogue lacks, a field that its schema does not
      declare, a filter on a key or message that is not declared.

      ## Avoid

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}
      buses:
        main:
          rules:
            again:
              pattern: {source: [claims], detail: {retry: [true]}}
              targets: [{to: function/settle}]  # warning: events may go round, as 'Closed' does not declare 'detail.retry': bus/main -> function/settle -> bus/main
      functions:
        settle:
          emits: [{event: Closed, to: bus/main, ratio: 1}]
      ```

      ## Prefer

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed:
          source: claims
          detailType: Closed
          detail: {type: object, properties: {retry: {const: false}}}
      buses:
        main:
          rules:
            again:
              pattern: {source: [claims], detail: {retry: [true]}}
              targets: [{to: function/settle}]
      functions:
        settle:
          emits: [{event: Closed, to: bus/main, ratio: 1}]
          policy: [{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: lambda:InvokeFunction, Resource: function/settle, Condition: {ArnLike: {aws:SourceArn: "arn:aws:events:*:*:rule/main/*"}}}]
      ```

      ## Configuration

      None.

      ## Sources

      - [Recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)

      """###
    ),
    (
      "loop/recursion-allowed",
      ###"""
      # loop/recursion-allowed

      Lambda's guard against functions that call themselves is switched off.

      warning | recommended

      ## Why it matters

      Lambda cuts a chain of calls that leads through SQS, SNS or S3 back to the same function after about 16 turns. With
      `recursiveLoop: allow` it does not, and a mistake in the function's own condition has no second line of defence.

      ## Avoid

      ```yaml
      functions:
        walk:  # warning: 'function/walk' switches off the guard that cuts a loop after about 16 calls
          recursiveLoop: allow
      ```

      ## Prefer

      ```yaml
      functions:
        walk: {}
      ```

      ## Configuration

      None.

      ## Sources

      - [Recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)

      """###
    ),
    (
      "loop/role-loop",
      ###"""
      # loop/role-loop

      A function's role lets it write to what calls the function.

      warning | recommended

      ## Why it matters

      A permission to write to the queue that one reads, or the table whose stream one follows, is a loop that has not happened
      yet. Copying a role from the producer to the consumer is how it gets there.

      ## Avoid

      ```yaml
      queues:
        orders: {}
      functions:
        price:
          role: role/price
          triggers: [{from: queue/orders}]
      roles:
        price:
          policy:
            - {Effect: Allow, Action: [sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes], Resource: queue/orders}
            - {Effect: Allow, Action: sqs:SendMessage, Resource: queue/orders}  # warning: 'role/price' lets 'function/price' write to 'queue/orders', which calls it
      ```

      ## Prefer

      ```yaml
      queues:
        orders: {}
      functions:
        price:
          role: role/price
          triggers: [{from: queue/orders}]
      roles:
        price:
          trust: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
          policy:
            - {Effect: Allow, Action: [sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes], Resource: queue/orders}
      ```

      ## Configuration

      A loop that `emits` declares is told by the other checks of this category.

      ## Sources

      - [Recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)

      """###
    ),
    (
      "loop/status-loop",
      ###"""
      # loop/status-loop

      A state machine is started by the status changes of its own runs.

      error | essential

      ## Why it matters

      Standard workflows report every change of a run's status to the default bus. A rule that starts a state machine for such
      events is started by its own runs as well, unless it says which state machine it means.

      ## Avoid

      ```yaml
      buses:
        default:
          rules:
            repair:
              pattern: {source: [aws.states], detail: {status: [FAILED]}}
              targets: [{to: stateMachine/repair, role: role/start}]  # error: each run starts another: bus/default -> stateMachine/repair -> bus/default
      stateMachines:
        repair: {type: standard}
      roles:
        start: {external: true}
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      region: us-east-1
      buses:
        default:
          rules:
            repair:
              pattern:
                source: [aws.states]
                detail: {status: [FAILED], stateMachineArn: ["arn:aws:states:us-east-1:123456789012:stateMachine:import"]}
              targets: [{to: stateMachine/repair, role: role/start}]
      stateMachines:
        repair: {type: standard}
      roles:
        start: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Events of Step Functions](https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html)

      """###
    ),
    (
      "loop/table-loop",
      ###"""
      # loop/table-loop

      A consumer of a table's stream writes to the same table.

      error | essential

      ## Why it matters

      A function that reads a table's stream and updates the same table reads its own update next. DynamoDB is not among the
      services that Lambda's recursion guard follows, so the loop runs until somebody looks at the bill.

      ## Avoid

      ```yaml
      tables:
        parcels: {stream: NEW_AND_OLD_IMAGES}
      functions:
        count:
          triggers:
            - {from: table/parcels, startingPosition: LATEST}  # error: each item written causes another: table/parcels -> function/count -> table/parcels
          emits: [{to: table/parcels, ratio: 1}]
      ```

      ## Prefer

      ```yaml
      tables:
        parcels: {stream: NEW_AND_OLD_IMAGES}
        counts: {}
      functions:
        count:
          triggers: [{from: table/parcels, startingPosition: LATEST}]
          emits: [{to: table/counts, ratio: 1}]
      ```

      ## Configuration

      None.

      ## Sources

      - [Recursive loop detection](https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html)

      """###
    ),
    (
      "reach/event-never-sent",
      ###"""
      # reach/event-never-sent

      The catalogue declares an event that nothing sends.

      info | strict

      ## Why it matters

      The catalogue is read by people who look for the event that they need. One that nothing sends misleads them, or its
      producer was left out of the topology and every analysis lacks it.

      ## Avoid

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}  # info: nothing sends 'Closed'
      producers:
        app:
          kind: application
          emits: [{event: Opened, to: bus/main, rate: 1/s}]
      buses:
        main: {external: true}
      ```

      ## Prefer

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
      producers:
        app:
          kind: application
          emits: [{event: Opened, to: bus/main, rate: 1/s}]
      buses:
        main: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Event schemas](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-schema.html)

      """###
    ),
    (
      "reach/event-partly-unrouted",
      ###"""
      # reach/event-partly-unrouted

      Rules take some of the events of a kind and leave others.

      info | strict

      ## Why it matters

      Rules that divide events among consumers by a value leave a gap when a value is added. The finding shows an event that
      falls into it.

      ## Avoid

      ```yaml
      events:
        Order:
          source: shop
          detailType: Order
          detail:
            type: object
            required: [size]
            properties: {size: {enum: [small, medium, large]}}
      producers:
        app:
          kind: application
          emits:
            - {event: Order, to: bus/main, rate: 1/s}  # info: no rule of 'bus/main' takes some events 'Order'
      buses:
        main:
          rules:
            small: {pattern: {detail: {size: [small]}}, targets: [{to: queue/small}]}
            large: {pattern: {detail: {size: [large]}}, targets: [{to: queue/large}]}
      queues:
        small: {external: true}
        large: {external: true}
      ```

      ## Prefer

      ```yaml
      events:
        Order:
          source: shop
          detailType: Order
          detail:
            type: object
            required: [size]
            properties: {size: {enum: [small, medium, large]}}
      producers:
        app:
          kind: application
          emits:
            - {event: Order, to: bus/main, rate: 1/s}
      buses:
        main:
          rules:
            small: {pattern: {detail: {size: [small]}}, targets: [{to: queue/small}]}
            large: {pattern: {detail: {size: [{anything-but: small}]}}, targets: [{to: queue/large}]}
      queues:
        small: {external: true}
        large: {external: true}
      ```

      ## Configuration

      A bus with an archive keeps all events, so nothing is said of it.

      ## Sources

      - [Event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html)

      """###
    ),
    (
      "reach/event-unrouted",
      ###"""
      # reach/event-unrouted

      An event is sent to a bus where no rule takes it.

      warning | recommended

      ## Why it matters

      An event that no rule takes is paid for and dropped. Either its consumer was forgotten, or it need not be sent.

      ## Avoid

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}
      producers:
        app:
          kind: application
          emits:
            - {event: Opened, to: bus/main, rate: 1/s}
            - {event: Closed, to: bus/main, rate: 1/s}  # warning: no rule of 'bus/main' takes 'Closed'
      buses:
        main:
          rules:
            opened: {pattern: {detail-type: [Opened]}, targets: [{to: queue/opened}]}
      queues:
        opened: {external: true}
      ```

      ## Prefer

      ```yaml
      events:
        Opened: {source: claims, detailType: Opened}
        Closed: {source: claims, detailType: Closed}
      producers:
        app:
          kind: application
          emits:
            - {event: Opened, to: bus/main, rate: 1/s}
            - {event: Closed, to: bus/main, rate: 1/s}
      buses:
        main:
          rules:
            claims: {pattern: {source: [claims]}, targets: [{to: queue/claims}]}
      queues:
        claims: {external: true}
      ```

      ## Configuration

      A bus with an archive keeps all events, so nothing is said of it.

      ## Sources

      - [Event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html)

      """###
    ),
    (
      "reach/rule-never-matches",
      ###"""
      # reach/rule-never-matches

      No event that is sent to the bus can match the rule's pattern.

      error | essential

      ## Why it matters

      A rule whose pattern excludes everything that is sent to its bus is a route that does not exist. A misspelt value, a
      field at the wrong depth or a detail-type that was renamed is enough, and EventBridge reports none of them. The check
      compares the pattern with all that the catalogue says of the events sent to the bus.

      ## Avoid

      ```yaml
      events:
        ParcelPickedUp:
          source: logistics.pickup
          detailType: Parcel Picked Up
          detail:
            type: object
            required: [service]
            properties: {service: {enum: [standard, express]}}
      producers:
        app:
          kind: application
          emits: [{event: ParcelPickedUp, to: bus/logistics, rate: 10/s}]
      buses:
        logistics:
          rules:
            express:
              pattern:
                source: [logistics.pickup]
                detail: {service: [expres]}  # error: rule 'express' matches nothing that is sent to 'bus/logistics': 'ParcelPickedUp' never has such a 'detail.service', did you mean 'express'?
              targets: [{to: queue/express}]
      queues:
        express: {external: true}
      ```

      ## Prefer

      ```yaml
      events:
        ParcelPickedUp:
          source: logistics.pickup
          detailType: Parcel Picked Up
          detail:
            type: object
            required: [service]
            properties: {service: {enum: [standard, express]}}
      producers:
        app:
          kind: application
          emits: [{event: ParcelPickedUp, to: bus/logistics, rate: 10/s}]
      buses:
        logistics:
          rules:
            express:
              pattern:
                source: [logistics.pickup]
                detail: {service: [express]}
              targets: [{to: queue/express}]
      queues:
        express: {external: true}
      ```

      ## Configuration

      It is silent for a bus to which something undeclared is sent, and for one whose policy admits others.

      ## Sources

      - [Event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html)

      """###
    ),
    (
      "reach/unreachable",
      ###"""
      # reach/unreachable

      No event from any producer gets to this part of the topology.

      warning | recommended

      ## Why it matters

      Rules that are switched off, filters that exclude each other and components that only call one another leave parts of a
      system that no event ever gets to. They are paid for, patched and believed to work.

      ## Avoid

      ```yaml
      producers:
        app:
          kind: application
          emits: [{to: topic/news, rate: 1/s}]
      topics:
        news:
          subscriptions: [{to: function/tell}]
      functions:
        tell: {external: true}
        first:  # warning: 'function/first' gets events from itself alone
          emits: [{to: function/second, ratio: 0.5}]
        second:
          emits: [{to: function/first, ratio: 0.5}]
      ```

      ## Prefer

      ```yaml
      producers:
        app:
          kind: application
          emits: [{to: topic/news, rate: 1/s}]
      topics:
        news:
          subscriptions: [{to: function/tell}]
      functions:
        tell: {external: true}
      ```

      ## Configuration

      It speaks only where the topology says with `emits` what its senders send.

      ## Sources

      - [Event-driven architectures](https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html)

      """###
    ),
    (
      "structure/aws-source-on-custom-bus",
      ###"""
      # structure/aws-source-on-custom-bus

      Events of AWS services arrive on the default bus only.

      error | essential

      ## Why it matters

      Services such as S3, EC2 and Step Functions send their events to the account's default bus and to no other; nobody else
      may use a source that begins with `aws.`. A rule for them on a bus of one's own waits for ever, unless a rule of the
      default bus forwards to it.

      ## Avoid

      ```yaml
      buses:
        logistics:
          rules:
            uploads:
              pattern:
                source: [aws.s3]  # error: rule 'uploads' of 'bus/logistics' waits for events of AWS services, which arrive on the default bus only
              targets: [{to: queue/uploads}]
      queues:
        uploads: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        default:
          rules:
            uploads:
              pattern: {source: [aws.s3]}
              targets: [{to: queue/uploads}]
      queues:
        uploads: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Events from AWS services](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event.html)

      """###
    ),
    (
      "structure/duplicate-target-id",
      ###"""
      # structure/duplicate-target-id

      Of two targets with one id in a rule, the second replaces the first.

      error | essential

      ## Why it matters

      PutTargets treats the id as the target's key: a second target with the same id is not added, it replaces the first. The
      call succeeds and one consumer gets nothing.

      ## Avoid

      ```yaml
      buses:
        logistics:
          rules:
            express:
              pattern: {source: [logistics.pickup]}
              targets:
                - {id: work, to: queue/express}
                - {id: work, to: queue/audit}  # error: target id 'work' stands twice in rule 'express': 'queue/audit' replaces 'queue/express'
      queues:
        express: {external: true}
        audit: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        logistics:
          rules:
            express:
              pattern: {source: [logistics.pickup]}
              targets:
                - {id: work, to: queue/express}
                - {id: audit, to: queue/audit}
      queues:
        express: {external: true}
        audit: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [PutTargets](https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html)

      """###
    ),
    (
      "structure/no-consumer",
      ###"""
      # structure/no-consumer

      Nothing takes events from this bus, topic, queue or stream.

      warning | recommended

      ## Why it matters

      Events that nobody takes cost what any others cost. On a bus they are gone at once, in a queue or stream after the
      retention time. Often the consumer exists and its rule, subscription or trigger was forgotten.

      ## Avoid

      ```yaml
      topics:
        updates: {}  # warning: 'topic/updates' has no subscription, so its events end there
      ```

      ## Prefer

      ```yaml
      topics:
        updates:
          subscriptions: [{to: function/tell}]
      functions:
        tell: {external: true}
      ```

      ## Configuration

      Say `external: true` of what is consumed elsewhere. A queue that only takes dead letters is left to `delivery/dead-letter-unwatched`.

      ## Sources

      - [Subscriptions of a topic](https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html)

      """###
    ),
    (
      "structure/no-producer",
      ###"""
      # structure/no-producer

      Nothing sends to this bus, topic, queue or stream.

      warning | recommended

      ## Why it matters

      A queue or bus that nothing sends to is either left over or waits for a producer that was never connected. The check
      speaks only where the topology says with `emits` what its senders send.

      ## Avoid

      ```yaml
      producers:
        app:
          kind: application
          emits: [{to: queue/orders, rate: 1/s}]
      queues:
        orders: {}
        returns: {}  # warning: nothing sends to 'queue/returns'
      ```

      ## Prefer

      ```yaml
      producers:
        app:
          kind: application
          emits: [{to: queue/orders, rate: 1/s}]
      queues:
        orders: {}
      ```

      ## Configuration

      Say `external: true` of what is filled elsewhere.

      ## Sources

      - [Sending messages to a queue](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-using-send-messages.html)

      """###
    ),
    (
      "structure/notification-overlap",
      ###"""
      # structure/notification-overlap

      S3 refuses two notifications of one event whose prefixes and suffixes overlap.

      error | essential

      ## Why it matters

      S3 tells one destination of each kind of event for each object. Two notifications that could both apply to an object are
      refused when the bucket's configuration is written, so the deployment fails.

      ## Avoid

      ```yaml
      buckets:
        scans:
          notifications:
            - {events: ["s3:ObjectCreated:*"], prefix: in/, to: function/read}
            - {events: ["s3:ObjectCreated:Put"], prefix: in/new/, to: function/index}  # error: two notifications of 'bucket/scans' take the same objects for 's3:ObjectCreated:Put'
      functions:
        read: {external: true}
        index: {external: true}
      ```

      ## Prefer

      ```yaml
      buckets:
        scans:
          notifications:
            - {events: ["s3:ObjectCreated:*"], prefix: in/, to: function/read}
            - {events: ["s3:ObjectCreated:Put"], prefix: out/, to: function/index}
      functions:
        read: {external: true}
        index: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Overlapping notifications](https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html)

      """###
    ),
    (
      "structure/rule-disabled",
      ###"""
      # structure/rule-disabled

      A rule that is switched off hands on nothing.

      info | recommended

      ## Why it matters

      A rule that was switched off during an incident and never switched on again looks like any other in a diagram. What it
      used to hand on is not kept anywhere.

      ## Avoid

      ```yaml
      buses:
        logistics:
          rules:
            express:  # info: rule 'express' of 'bus/logistics' is switched off
              state: disabled
              pattern: {source: [logistics.pickup]}
              targets: [{to: queue/express}]
      queues:
        express: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        logistics:
          rules:
            express:
              pattern: {source: [logistics.pickup]}
              targets: [{to: queue/express}]
      queues:
        express: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Disabling a rule](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-delete-rule.html)

      """###
    ),
    (
      "structure/rule-without-targets",
      ###"""
      # structure/rule-without-targets

      A rule without targets takes events and hands them to nobody.

      warning | essential

      ## Why it matters

      A rule is an address label without an address: EventBridge matches events against it and then has nobody to hand them
      to. Nothing fails and nothing is logged, so the consumer that waits for them seems to be broken.

      ## Avoid

      ```yaml
      buses:
        logistics:
          rules:
            express:  # warning: rule 'express' of 'bus/logistics' has no targets
              pattern: {source: [logistics.pickup]}
      ```

      ## Prefer

      ```yaml
      buses:
        logistics:
          rules:
            express:
              pattern: {source: [logistics.pickup]}
              targets: [{to: queue/express, deadLetter: queue/undelivered}]
      queues:
        express: {external: true}
        undelivered: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Targets of a rule](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html)

      """###
    ),
    (
      "structure/too-many-targets",
      ###"""
      # structure/too-many-targets

      EventBridge refuses a rule with more than five targets.

      error | essential

      ## Why it matters

      Five targets to a rule is a fixed quota. The sixth is refused, and with CloudFormation the whole deployment is rolled
      back.

      ## Avoid

      ```yaml
      buses:
        logistics:
          rules:
            all:
              pattern: {source: [logistics.pickup]}
              targets:
                - {to: queue/q1}
                - {to: queue/q2}
                - {to: queue/q3}
                - {to: queue/q4}
                - {to: queue/q5}
                - {to: queue/q6}  # error: rule 'all' of 'bus/logistics' has 6 targets, and EventBridge takes 5
      queues: {q1: {external: true}, q2: {external: true}, q3: {external: true}, q4: {external: true}, q5: {external: true}, q6: {external: true}}
      ```

      ## Prefer

      ```yaml
      buses:
        logistics:
          rules:
            all:
              pattern: {source: [logistics.pickup]}
              targets: [{to: queue/q1}, {to: queue/q2}, {to: queue/q3}]
            all-more:
              pattern: {source: [logistics.pickup]}
              targets: [{to: queue/q4}, {to: queue/q5}, {to: queue/q6}]
      queues: {q1: {external: true}, q2: {external: true}, q3: {external: true}, q4: {external: true}, q5: {external: true}, q6: {external: true}}
      ```

      ## Configuration

      The quota `targets per rule` can be set for an account that has been granted another.

      ## Sources

      - [Quotas of EventBridge](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html)

      """###
    ),
    (
      "structure/unsupported-target",
      ###"""
      # structure/unsupported-target

      The service cannot send to this kind of target.

      error | essential

      ## Why it matters

      EventBridge, its pipes and its scheduler each deliver to a list of services. A bucket, a table or a role is on none that
      a rule may use, and a web address needs an API destination with a connection that holds its credentials.

      ## Avoid

      ```yaml
      buses:
        logistics:
          rules:
            keep:
              pattern: {source: [logistics.pickup]}
              targets:
                - {to: table/parcels}  # error: a rule cannot send to 'table/parcels'
      tables:
        parcels: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        logistics:
          rules:
            keep:
              pattern: {source: [logistics.pickup]}
              targets:
                - {to: function/keep}
      functions:
        keep: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Targets of a rule](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html)
      - [Targets of a pipe](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html)

      """###
    ),
  ]
}
