// Made by `swift run dev embed` from rules; edit those, not this.

enum EmbeddedPages {
  static let files: [(name: String, text: String)] = [
    (
      "access/action-wildcard",
      ###"""
      # access/action-wildcard

      A policy allows every action of a service.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      `sqs:*` lets a sender read, purge and delete the queue, and change the policy that should have stopped it. What is
      granted here is what a stolen key or a confused program can do.

      ## Avoid

      ```yaml
      account: "123456789012"
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: {AWS: "arn:aws:iam::123456789012:role/shop"}
              Action: sqs:* # warning: 'queue/orders' allows 'sqs:*': every action of the service, deleting and changing the policy included
              Resource: queue/orders
      roles:
        worker:
          trust: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
          policy:
            - {Effect: Allow, Action: "*", Resource: queue/orders} # warning: 'role/worker' allows '*': every action of every service, deleting and changing the policy included
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: {AWS: "arn:aws:iam::123456789012:role/shop"}
              Action: sqs:SendMessage
              Resource: queue/orders
      roles:
        worker:
          trust: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
          policy:
            - Effect: Allow
              Action: [sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]
              Resource: queue/orders
      ```

      ## Configuration

      Key policies are left alone: `kms:*` for the account itself keeps a key from being locked for ever.

      ## Sources

      - [Grant least privilege](https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege)

      """###
    ),
    (
      "access/api-without-authorizer",
      ###"""
      # access/api-without-authorizer

      Nothing says who may call a route of an API, so everybody may.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A route without an authorizer answers anybody who finds its address, and addresses of APIs are found. What comes in there is
      handed to the functions and buses behind it as if it were one's own.

      ## Avoid

      ```yaml
      apis:
        pickups:
          kind: http
          routes:
            - {route: POST /pickups, to: function/accept-pickup} # warning: anybody may call 'POST /pickups' of 'api/pickups': neither has an authorizer
      functions:
        accept-pickup: {external: true}
      ```

      ## Prefer

      ```yaml
      apis:
        pickups:
          kind: http
          authorizer: jwt
          routes:
            - {route: POST /pickups, to: function/accept-pickup}
            - {route: GET /health, to: function/accept-pickup, authorizer: none}
      functions:
        accept-pickup: {external: true}
      ```

      ## Configuration

      `authorizer: none` says that everybody is meant. An API with a policy of its own is left alone.

      ## Sources

      - [Control access to HTTP APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html)
      - [Control access to REST APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html)

      """###
    ),
    (
      "access/confused-deputy",
      ###"""
      # access/confused-deputy

      A service is let in on behalf of any account that asks it.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      `Principal: {Service: sns.amazonaws.com}` lets SNS in, whoever asked it to. A topic of a stranger's account may
      then send to the queue. A condition on the source's account or ARN says on whose behalf the service may come.

      ## Avoid

      ```yaml
      account: "123456789012"
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: {Service: sns.amazonaws.com} # warning: 'sns.amazonaws.com' may use 'queue/orders' (sqs:SendMessage) on behalf of any account
              Action: sqs:SendMessage
              Resource: queue/orders
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: {Service: sns.amazonaws.com}
              Action: sqs:SendMessage
              Resource: queue/orders
              Condition: {ArnEquals: {aws:SourceArn: "arn:aws:sns:us-east-1:123456789012:orders"}}
      ```

      ## Configuration

      `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID` and `aws:SourceOrgPaths` all count. Trust and key policies are left
      alone.

      ## Sources

      - [The confused deputy problem](https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html)

      """###
    ),
    (
      "access/inverse-grant",
      ###"""
      # access/inverse-grant

      A policy allows all but what it names, so all that AWS will ever add.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      `Allow` with `NotAction` or `NotResource` grants everything that is not in the list, and everything that AWS adds to the
      service tomorrow. It is seldom what was meant: the wish was mostly to deny the few.

      ## Avoid

      ```yaml
      roles:
        worker:
          trust: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
          policy:
            - {Effect: Allow, NotAction: "iam:*", Resource: queue/orders} # warning: 'role/worker' allows all actions but 'iam:*'
            - {Effect: Allow, Action: dynamodb:PutItem, NotResource: table/ledger} # warning: 'role/worker' allows all resources but 'table/ledger'
      queues:
        orders: {external: true}
      tables:
        ledger: {external: true}
      ```

      ## Prefer

      ```yaml
      roles:
        worker:
          trust: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
          policy:
            - {Effect: Allow, Action: dynamodb:PutItem, Resource: table/orders}
      tables:
        orders: {external: true}
      ```

      ## Configuration

      `Deny` with the same keys is right and left alone. `Allow` with `NotPrincipal` is the matter of `access/public`.

      ## Sources

      - [IAM JSON policy elements: NotAction](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html)

      """###
    ),
    (
      "access/never-matching-condition",
      ###"""
      # access/never-matching-condition

      A condition holds a value that no request can have.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A condition is read by its operator. `StringEquals` knows no wildcards: a `*` in its value is a star, and no ARN has one. The
      statement looks careful and grants nothing, so deliveries fail; in a `Deny` it forbids nothing.

      ## Avoid

      ```yaml
      account: "123456789012"
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: {Service: events.amazonaws.com}
              Action: sqs:SendMessage
              Resource: queue/orders
              Condition:
                StringEquals:
                  aws:SourceArn: arn:aws:events:us-east-1:123456789012:rule/* # error: 'arn:aws:events:us-east-1:123456789012:rule/*' never equals 'aws:SourceArn': 'StringEquals' takes the star for itself, so the statement allows nothing
            - Effect: Deny
              Principal: "*"
              Action: sqs:*
              Resource: queue/orders
              Condition:
                Bool:
                  aws:SecureTransport: "no" # error: 'no' never equals 'aws:SecureTransport': it is neither true nor false, so the statement denies nothing
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: {Service: events.amazonaws.com}
              Action: sqs:SendMessage
              Resource: queue/orders
              Condition:
                ArnLike:
                  aws:SourceArn: arn:aws:events:us-east-1:123456789012:rule/*
            - Effect: Deny
              Principal: "*"
              Action: sqs:*
              Resource: queue/orders
              Condition:
                Bool:
                  aws:SecureTransport: "false"
      ```

      ## Configuration

      Beside a value that can match, one that cannot is a warning.

      ## Sources

      - [IAM JSON policy elements: Condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)

      """###
    ),
    (
      "access/pass-role",
      ###"""
      # access/pass-role

      A role may hand any role to a service, and so do all that any role may.

      | Severity | Profile |
      | --- | --- |
      | error | recommended |

      ## Why it matters

      Whoever may pass a role to a service can have the service do what the role may. With `Resource: "*"` that is whatever
      the strongest role of the account may.

      ## Avoid

      ```yaml
      roles:
        deployer:
          trust: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: sts:AssumeRole}]
          policy:
            - {Effect: Allow, Action: iam:PassRole, Resource: "*"} # error: 'role/deployer' may pass any role to any service, and so do whatever the strongest of them may
      ```

      ## Prefer

      ```yaml
      roles:
        deployer:
          trust: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: sts:AssumeRole}]
          policy:
            - Effect: Allow
              Action: iam:PassRole
              Resource: role/task
              Condition: {StringEquals: {iam:PassedToService: ecs-tasks.amazonaws.com}}
        task: {external: true}
      ```

      ## Configuration

      With only one of the two missing it is a warning.

      ## Sources

      - [Granting permissions to pass a role to a service](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html)

      """###
    ),
    (
      "access/public",
      ###"""
      # access/public

      A policy lets anybody in the world in.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A policy for every principal is open to every account in the world, if no condition says who may come. On a queue that
      means forged messages, on a topic or a bucket read data, on a bus events that look like one's own.

      ## Avoid

      ```yaml
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: "*" # error: anybody may use 'queue/orders' (sqs:SendMessage), for no condition narrows the statement
              Action: sqs:SendMessage
              Resource: queue/orders
      buses:
        shop:
          policy:
            - Effect: Allow
              NotPrincipal: {AWS: "arn:aws:iam::210987654321:root"} # error: anybody but those in 'NotPrincipal' may use 'bus/shop' (events:PutEvents), for no condition narrows the statement
              Action: events:PutEvents
              Resource: bus/shop
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: "*"
              Action: sqs:SendMessage
              Resource: queue/orders
              Condition: {StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}
      buses:
        shop:
          policy:
            - Effect: Allow
              Principal: {AWS: "arn:aws:iam::210987654321:root"}
              Action: events:PutEvents
              Resource: bus/shop
      ```

      ## Configuration

      A condition on the account, the organisation, the source's ARN, the network or the address narrows a statement, if it names
      something and is not `…IfExists`. So does a `Deny` for everyone else in the same policy. A bucket that is only read, and a
      function URL without authorization, may be meant for everybody and are warnings. APIs are left alone.

      ## Sources

      - [How IAM Access Analyzer treats public access](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html)
      - [The meaning of "public" in Amazon S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status)

      """###
    ),
    (
      "access/resource-wildcard",
      ###"""
      # access/resource-wildcard

      A role may do something to every resource where it could be told which.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A role that may send to every queue can send to those of other teams and of systems that do not exist yet. The routes that it
      needs are known here: the resource can be named.

      ## Avoid

      ```yaml
      roles:
        worker:
          trust: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
          policy:
            - Effect: Allow
              Action: [sqs:SendMessage, sqs:GetQueueUrl]
              Resource: "*" # warning: 'role/worker' may 'sqs:SendMessage' on every resource of the account
      ```

      ## Prefer

      ```yaml
      queues:
        orders: {external: true}
      roles:
        worker:
          trust: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
          policy:
            - Effect: Allow
              Action: [sqs:SendMessage, sqs:GetQueueUrl]
              Resource: queue/orders
            - {Effect: Allow, Action: xray:PutTraceSegments, Resource: "*"}
      ```

      ## Configuration

      Only actions that are known to take a resource are told (`interlock facts iam`), and only where no condition narrows the
      statement.

      ## Sources

      - [Actions, resources, and condition keys for AWS services](https://docs.aws.amazon.com/service-authorization/latest/reference/)

      """###
    ),
    (
      "access/source-mismatch",
      ###"""
      # access/source-mismatch

      A service is let in on behalf of something that is not its own.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A service comes on behalf of its own resources: SNS for a topic, EventBridge for a rule. A condition that names another
      service's ARN never holds, so the statement allows nothing and each delivery is refused.

      ## Avoid

      ```yaml
      account: "123456789012"
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: {Service: sns.amazonaws.com}
              Action: sqs:SendMessage
              Resource: queue/orders
              Condition:
                ArnEquals:
                  aws:SourceArn: arn:aws:events:us-east-1:123456789012:rule/shop/orders # error: 'sns.amazonaws.com' never comes to 'queue/orders' on behalf of 'arn:aws:events:us-east-1:123456789012:rule/shop/orders', so the statement allows nothing
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      queues:
        orders:
          policy:
            - Effect: Allow
              Principal: {Service: events.amazonaws.com}
              Action: sqs:SendMessage
              Resource: queue/orders
              Condition:
                ArnEquals:
                  aws:SourceArn: arn:aws:events:us-east-1:123456789012:rule/shop/orders
      ```

      ## Configuration

      Said only of services whose sources are known, and only where no value fits.

      ## Sources

      - [The confused deputy problem](https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html)

      """###
    ),
    (
      "access/trust-without-external-id",
      ###"""
      # access/trust-without-external-id

      Another account may assume a role for whoever asks it to.

      | Severity | Profile |
      | --- | --- |
      | warning | strict |

      ## Why it matters

      A role that another account may assume can be used by whoever that account lets ask. A service provider with many customers
      needs a word from each, the external id, or one customer may have it act on another's account.

      ## Avoid

      ```yaml
      account: "123456789012"
      roles:
        partner:
          trust:
            - Effect: Allow
              Principal: {AWS: "arn:aws:iam::210987654321:root"} # warning: account 210987654321 may assume 'role/partner' on behalf of anybody
              Action: sts:AssumeRole
          policy: []
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      roles:
        partner:
          trust:
            - Effect: Allow
              Principal: {AWS: "arn:aws:iam::210987654321:root"}
              Action: sts:AssumeRole
              Condition: {StringEquals: {sts:ExternalId: parcel-7f3a}}
          policy: []
      ```

      ## Configuration

      `aws:PrincipalOrgID` does as well, for accounts of one's own organisation.

      ## Sources

      - [Access to accounts owned by third parties](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html)

      """###
    ),
    (
      "delivery/async-no-failure-exit",
      ###"""
      # delivery/async-no-failure-exit

      An event that an asynchronous function fails on is dropped after two retries.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A service that calls a function without waiting (a rule, a topic, a bucket, a schedule) has done its
      work once Lambda takes the event. When the function then fails, Lambda tries twice more and drops the
      event. Nothing in the sender's own dead-letter queue tells of it: that one is for events which Lambda
      did not take.

      ## Avoid

      ```yaml
      functions:
        make-thumbnail: # warning: 'function/make-thumbnail' is called by 'bucket/photos' without waiting, and drops the event when it fails
          timeout: 30s
      buckets:
        photos:
          notifications:
            - {events: ["s3:ObjectCreated:*"], to: function/make-thumbnail}
      ```

      ## Prefer

      ```yaml
      functions:
        make-thumbnail:
          timeout: 30s
          onFailure: queue/thumbnails-failed
      buckets:
        photos: {external: true}
      queues:
        thumbnails-failed: {external: true}
      ```

      ## Configuration

      `onFailure` takes a queue, topic, function, bus or bucket and gets the reason beside the event;
      `deadLetter` takes a queue or topic and gets the event alone. Either will do. Functions that are only
      called by triggers, APIs or state machines are left alone: those wait for the answer.

      ## Sources

      - [Retaining records of asynchronous invocations](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html)

      """###
    ),
    (
      "delivery/batch-failures",
      ###"""
      # delivery/batch-failures

      One bad message makes the function work on the whole batch again.

      | Severity | Profile |
      | --- | --- |
      | info | strict |

      ## Why it matters

      Lambda deletes the messages of a batch when the function returns, and none when it fails. One bad
      message among ten makes nine good ones come back, be worked on again and be counted as received again,
      until good messages land in the dead-letter queue with the bad one.

      ## Avoid

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
      functions:
        bill:
          timeout: 30s
          triggers:
            - from: queue/orders # info: one bad message of 'queue/orders' sends up to 10 back to the queue with it
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
      functions:
        bill:
          timeout: 30s
          triggers:
            - from: queue/orders
              reportBatchItemFailures: true
      ```

      ## Configuration

      Nothing is said where `batchSize` is 1. The function must return `batchItemFailures` for the setting
      to have an effect.

      ## Sources

      - [Handling errors for an SQS event source in Lambda](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html)

      """###
    ),
    (
      "delivery/batch-needs-window",
      ###"""
      # delivery/batch-needs-window

      More than ten messages of a queue at once need a window to gather them in.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      SQS hands out ten messages at once. Lambda gathers more only if it is given at least a second to do so, and refuses a trigger
      that asks for more without.

      ## Avoid

      ```yaml
      queues:
        orders:
          visibilityTimeout: 4m
      functions:
        bill:
          timeout: 30s
          triggers:
            - from: queue/orders
              batchSize: 100 # error: 'function/bill' asks for 100 messages of 'queue/orders' at once and gives no time to gather more than 10
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 4m
      functions:
        bill:
          timeout: 30s
          triggers:
            - from: queue/orders
              batchSize: 100
              batchWindow: 5s
      ```

      ## Configuration

      None. FIFO queues give ten at most: see `order/fifo-batch`.

      ## Sources

      - [Configuring an SQS queue for use with Lambda](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html)

      """###
    ),
    (
      "delivery/bus-dead-letter-idle",
      ###"""
      # delivery/bus-dead-letter-idle

      The dead-letter queue of a bus gets nothing unless the bus has a key.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      The dead-letter queue of a bus itself takes events that the bus could not encrypt or decrypt with its
      customer-managed key, and no others. On a bus without such a key it stays empty. Whoever believes that it
      keeps what targets refuse loses those events.

      ## Avoid

      ```yaml
      buses:
        orders:
          deadLetter: queue/lost # warning: 'bus/orders' sends only what it cannot decrypt to 'queue/lost', and it has no key of its own
      queues:
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          encryption: {key: key/events}
          deadLetter: queue/lost
      queues:
        lost: {external: true}
      keys:
        events: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Dead-letter queues for encryption errors](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-dlq.html)

      """###
    ),
    (
      "delivery/certain-loss",
      ###"""
      # delivery/certain-loss

      Events that an endpoint, another account or a FIFO queue refuses are lost for good.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      EventBridge tries again for a day, but not everything is tried again: an endpoint's `400`, a permission
      that another account took back and a message that a FIFO queue cannot take are final at the first
      attempt. Without a dead-letter queue the event is gone, and only a metric counts it.

      ## Avoid

      ```yaml
      account: "123456789012"
      buses:
        orders:
          rules:
            to-partner:
              pattern: {source: [shop.orders]}
              targets:
                - {to: destination/partner, role: role/router} # error: rule 'to-partner' of 'bus/orders' calls 'destination/partner', whose endpoint may answer with an error that is not retried, and no dead-letter queue keeps what is refused
            to-finance:
              pattern: {source: [shop.invoices]}
              targets:
                - to: arn:aws:sqs:us-east-1:210987654321:invoices # error: rule 'to-finance' of 'bus/orders' sends to 'arn:aws:sqs:us-east-1:210987654321:invoices' of account 210987654321, which may take back its permission, and no dead-letter queue keeps what is refused
            in-order:
              pattern: {source: [shop.stock]}
              targets:
                - {to: queue/stock.fifo, messageGroupId: $.detail.sku} # error: rule 'in-order' of 'bus/orders' sends to the FIFO queue 'queue/stock.fifo', which refuses events without '$.detail.sku', and no dead-letter queue keeps what is refused
      queues:
        stock.fifo: {external: true}
      destinations:
        partner: {external: true}
      roles:
        router: {external: true}
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      buses:
        orders:
          rules:
            to-partner:
              pattern: {source: [shop.orders]}
              targets:
                - {to: destination/partner, role: role/router, deadLetter: queue/lost}
      queues:
        lost: {external: true}
      destinations:
        partner: {external: true}
      roles:
        router: {external: true}
      ```

      ## Configuration

      None. In an imported template, or with `partial: true`, it is a warning. Targets that refuse less are the matter of `delivery/no-dead-letter`.

      ## Sources

      - [How EventBridge retries delivering events](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html)
      - [Dead-letter queues for undelivered events](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html)

      """###
    ),
    (
      "delivery/concurrency-throttles",
      ###"""
      # delivery/concurrency-throttles

      Triggers hand over more at a time than the function's concurrency lets run.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      Lambda takes batches off a queue before it knows whether the function may run. Where its reserved concurrency is used up, the
      invocation is throttled and the messages go back, each counted as received. After a few rounds good messages are in the
      dead-letter queue without having been tried.

      ## Avoid

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
      functions:
        bill:
          timeout: 30s
          concurrency: 2 # warning: the queues of 'function/bill' start up to 5 invocations at a time, and 2 may run: the others are throttled and count as received
          triggers:
            - {from: queue/orders}
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
      functions:
        bill:
          timeout: 30s
          concurrency: 2
          triggers:
            - {from: queue/orders, maximumConcurrency: 2}
      ```

      ## Configuration

      A trigger without `maximumConcurrency` counts as 5, with which Lambda begins.

      ## Sources

      - [Configuring scaling behavior for SQS event source mappings](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html)

      """###
    ),
    (
      "delivery/custom-bus-retry",
      ###"""
      # delivery/custom-bus-retry

      A subscriber of a custom bus gives up after five minutes, not after a day.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A classic bus tries for a day and 185 times. A subscriber of a custom bus that says nothing gives up after five retries or five
      minutes. A system that is moved to the new bus unchanged loses in any longer fault what it did not lose before.

      ## Avoid

      ```yaml
      buses:
        shop:
          generation: custom
          rules:
            paid:
              pattern: {source: [shop.orders]}
              targets:
                - {to: queue/billing, role: role/router, deadLetter: queue/lost} # warning: rule 'paid' of 'bus/shop' gives up on 'queue/billing' after 5 retries or 5m
      queues:
        billing: {external: true}
        lost: {external: true}
      roles:
        router: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          generation: custom
          rules:
            paid:
              pattern: {source: [shop.orders]}
              targets:
                - to: queue/billing
                  role: role/router
                  deadLetter: queue/lost
                  retry: {attempts: 185, maxAge: 24h}
      queues:
        billing: {external: true}
        lost: {external: true}
      roles:
        router: {external: true}
      ```

      ## Configuration

      Any `retry` of its own will do.

      ## Sources

      - [Migrating to custom event buses](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-migrate.html)

      """###
    ),
    (
      "delivery/dead-letter-elsewhere",
      ###"""
      # delivery/dead-letter-elsewhere

      The dead-letter queue is in a region or account where it cannot be reached.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Most services send dead letters only to a queue of their own region, and SNS and SQS only to one of
      their own account. The setting is refused when it is made, or, worse, taken and without effect.

      ## Avoid

      ```yaml
      account: "123456789012"
      region: us-east-1
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - to: function/work
                  deadLetter: arn:aws:sqs:eu-west-1:123456789012:lost # error: rule 'work' of 'bus/orders' is in us-east-1, but its dead-letter queue 'arn:aws:sqs:eu-west-1:123456789012:lost' is in eu-west-1
      queues:
        express:
          deadLetter: {queue: "arn:aws:sqs:us-east-1:210987654321:express-dlq", maxReceiveCount: 5} # error: 'queue/express' is in account 123456789012, but its dead-letter queue 'arn:aws:sqs:us-east-1:210987654321:express-dlq' is in account 210987654321
      functions:
        work: {external: true}
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      region: us-east-1
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - to: function/work
                  deadLetter: arn:aws:sqs:us-east-1:123456789012:lost
      queues:
        express:
          deadLetter: {queue: "arn:aws:sqs:us-east-1:123456789012:express-dlq", maxReceiveCount: 5}
      functions:
        work: {external: true}
      ```

      ## Configuration

      Nothing is said where an account or region is not known: declare `account` and `region` at the top of
      the topology.

      ## Sources

      - [Dead-letter queues for undelivered events](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html)
      - [Amazon SNS dead-letter queues](https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html)

      """###
    ),
    (
      "delivery/dead-letter-expires-first",
      ###"""
      # delivery/dead-letter-expires-first

      A dead letter keeps its age, so it expires before anybody looks at it.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A message that a standard queue moves to its dead-letter queue keeps the time at which it was first
      sent. If both keep messages four days, one that failed after three days is gone the next day, often over a
      weekend and before anybody has looked at it. (A FIFO queue starts the clock anew.)

      ## Avoid

      ```yaml
      queues:
        orders:
          retention: 4d
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        orders-dlq:
          retention: 1d # warning: 'queue/orders-dlq' keeps messages 1d and 'queue/orders' 4d: a message that waited keeps its age and is soon gone
        returns:
          deadLetter: {queue: queue/returns-dlq, maxReceiveCount: 5} # warning: 'queue/returns-dlq' keeps messages 4d and 'queue/returns' 4d: a message that waited keeps its age and is soon gone
        returns-dlq: {}
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          retention: 4d
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        orders-dlq:
          retention: 14d
      ```

      ## Configuration

      A queue that says nothing keeps messages for four days.

      ## Sources

      - [Setting up dead-letter queue retention](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html)

      """###
    ),
    (
      "delivery/dead-letter-is-target",
      ###"""
      # delivery/dead-letter-is-target

      What a queue refuses is sent to the same queue again.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Whatever makes a queue refuse an event (its policy, its key, that it is gone) makes it refuse the dead
      letter too. The route looks as if it had an exit and has none.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - {to: queue/work, deadLetter: queue/work} # error: 'queue/work' is both the target of rule 'work' of 'bus/orders' and its dead-letter queue
      queues:
        work: {external: true}
        own:
          deadLetter: {queue: queue/own, maxReceiveCount: 5} # error: 'queue/own' is its own dead-letter queue
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Dead-letter queues for undelivered events](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html)

      """###
    ),
    (
      "delivery/dead-letter-ring",
      ###"""
      # delivery/dead-letter-ring

      Dead-letter queues hand a message round in a ring.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Queues that are each other's dead-letter queues hand a message that nobody can work on round and round
      until it expires. It is never at rest where somebody could look at it, and every turn is paid for.

      ## Avoid

      ```yaml
      queues:
        first:
          deadLetter: {queue: queue/second, maxReceiveCount: 5} # error: dead letters go round in a ring: queue/first -> queue/second -> queue/third -> queue/first
        second:
          deadLetter: {queue: queue/third, maxReceiveCount: 5}
        third:
          deadLetter: {queue: queue/first, maxReceiveCount: 5}
      ```

      ## Prefer

      ```yaml
      queues:
        first:
          deadLetter: {queue: queue/second, maxReceiveCount: 5}
        second:
          deadLetter: {queue: queue/third, maxReceiveCount: 5}
        third:
          retention: 14d
      ```

      ## Configuration

      None. A function that puts dead letters back is the matter of `delivery/redrive-storm`.

      ## Sources

      - [Using dead-letter queues in Amazon SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html)

      """###
    ),
    (
      "delivery/dead-letter-shared",
      ###"""
      # delivery/dead-letter-shared

      Dead letters of several queues lie in one, and redrive cannot part them.

      | Severity | Profile |
      | --- | --- |
      | info | strict |

      ## Why it matters

      When several queues share a dead-letter queue, whoever mends one consumer cannot send its messages back
      without those of the others, and an alarm on the depth does not tell who is in trouble.

      ## Avoid

      ```yaml
      queues:
        orders:
          deadLetter: {queue: queue/lost, maxReceiveCount: 5}
        returns:
          deadLetter: {queue: queue/lost, maxReceiveCount: 5}
        lost: # info: 'queue/lost' holds the dead letters of 'queue/orders', 'queue/returns'
          retention: 14d
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        returns:
          deadLetter: {queue: queue/returns-dlq, maxReceiveCount: 5}
        orders-dlq: {retention: 14d}
        returns-dlq: {retention: 14d}
      ```

      ## Configuration

      Only queues count. One queue for what the rules of a bus could not deliver is common and says in an
      attribute of each message which rule it was.

      ## Sources

      - [Configure a dead-letter queue redrive](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html)

      """###
    ),
    (
      "delivery/dead-letter-unwatched",
      ###"""
      # delivery/dead-letter-unwatched

      Dead letters are kept where nobody reads them and no alarm tells of them.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A dead-letter queue turns a loss into a delay, if somebody hears of it in time. A queue that nobody
      reads and no alarm watches turns it into a loss a fortnight later.

      ## Avoid

      ```yaml
      queues:
        orders:
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        orders-dlq: # warning: 'queue/orders-dlq' takes what 'queue/orders' gives up, but nobody reads it and no alarm watches it
          retention: 14d
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        orders-dlq:
          retention: 14d
      alarms:
        orders-dlq-filling:
          on: {metric: ApproximateNumberOfMessagesVisible, of: queue/orders-dlq}
          threshold: 0
          notify: [topic/on-call]
      topics:
        on-call: {external: true}
      ```

      ## Configuration

      A function or pipe that reads the queue, an alarm on it, or a state machine that calls it will do. Queues
      with `external: true` are left alone.

      ## Sources

      - [Creating alarms for dead-letter queues](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/dead-letter-queues-alarms-cloudwatch.html)

      """###
    ),
    (
      "delivery/dead-letter-wrong-kind",
      ###"""
      # delivery/dead-letter-wrong-kind

      The failure exit is not of a kind that the service can send to.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Each service can hand what it gives up to certain kinds of resource only. A topic cannot be the
      dead-letter queue of a rule, though it can be a function's.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - to: function/work
                  deadLetter: arn:aws:sns:us-east-1:123456789012:alerts # error: rule 'work' of 'bus/orders' cannot send what fails to 'arn:aws:sns:us-east-1:123456789012:alerts': only to a queue
      functions:
        work: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - {to: function/work, deadLetter: queue/lost}
      functions:
        work: {external: true}
      queues:
        lost: {external: true}
      ```

      ## Configuration

      None. `interlock facts "failure exits"` prints what each service takes.

      ## Sources

      - [Dead-letter queues for undelivered events](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html)
      - [Retaining records of asynchronous invocations](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html)

      """###
    ),
    (
      "delivery/dead-letter-wrong-type",
      ###"""
      # delivery/dead-letter-wrong-type

      The dead-letter queue is FIFO where it must be standard, or the reverse.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A FIFO queue needs a message group with every message. EventBridge, Scheduler and Lambda give none with
      a dead letter, so they take standard queues only. SQS and SNS keep the type: FIFO sources need FIFO
      dead-letter queues, standard sources standard ones.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - {to: function/work, deadLetter: queue/lost.fifo} # error: 'queue/lost.fifo' is FIFO, but an EventBridge rule needs a standard dead-letter queue
      functions:
        work: {external: true}
      queues:
        lost.fifo: {fifo: true}
        steps.fifo:
          fifo: true
          deadLetter: {queue: queue/steps-dlq, maxReceiveCount: 5} # error: 'queue/steps-dlq' is standard, but the FIFO 'queue/steps.fifo' needs a FIFO dead-letter queue
        steps-dlq: {retention: 14d}
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - {to: function/work, deadLetter: queue/lost}
      functions:
        work: {external: true}
      queues:
        lost: {external: true}
        steps.fifo:
          fifo: true
          deadLetter: {queue: queue/steps-dlq.fifo, maxReceiveCount: 5}
        steps-dlq.fifo: {fifo: true, retention: 14d}
      ```

      ## Configuration

      None.

      ## Sources

      - [Dead-letter queues for undelivered events](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html)
      - [Using dead-letter queues in Amazon SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html)
      - [Amazon SNS dead-letter queues](https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html)

      """###
    ),
    (
      "delivery/encrypted-bus-no-dead-letter",
      ###"""
      # delivery/encrypted-bus-no-dead-letter

      Events that a bus cannot decrypt are dropped.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A bus with a customer-managed key cannot take an event when the key is disabled, its policy wrong or KMS
      throttles. EventBridge tries for a day and then drops the event, before any rule has seen it. Only the
      bus's own dead-letter queue can keep it.

      ## Avoid

      ```yaml
      buses:
        orders:
          encryption: {key: key/events} # warning: 'bus/orders' is encrypted with 'key/events' and drops events whenever the key cannot be used
      keys:
        events: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          encryption: {key: key/events}
          deadLetter: queue/undecrypted
      queues:
        undecrypted: {external: true}
      keys:
        events: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Dead-letter queues for encryption errors](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-dlq.html)

      """###
    ),
    (
      "delivery/filter-deletes",
      ###"""
      # delivery/filter-deletes

      Messages that no filter of a queue's trigger matches are deleted.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A filter on a queue's trigger does not leave the other messages in the queue: Lambda deletes them, for
      they would come back for ever. A second function on the same queue does not get them either.

      ## Avoid

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
      functions:
        bill:
          timeout: 30s
          triggers:
            - from: queue/orders
              filter: {body: {status: [paid]}} # warning: messages of 'queue/orders' that the filter of 'function/bill' does not match are deleted, not left for others
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            paid:
              pattern: {source: [shop.orders], detail: {status: [paid]}}
              targets:
                - {to: queue/paid-orders, deadLetter: queue/lost}
      queues:
        paid-orders: {external: true}
        lost: {external: true}
      functions:
        bill:
          timeout: 30s
          triggers:
            - from: queue/paid-orders
      ```

      ## Configuration

      None. Where the queue holds nothing but what the filter wants, or the rest is meant to go, say so in a
      suppression.

      ## Sources

      - [Control which events Lambda sends to your function](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html)

      """###
    ),
    (
      "delivery/input-to-other-account",
      ###"""
      # delivery/input-to-other-account

      The input of a bus in another account cannot be changed.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      EventBridge hands a bus of another account the event as it is. `input` on such a target is refused when
      the rule is made, and nothing of the rule is deployed.

      ## Avoid

      ```yaml
      account: "123456789012"
      buses:
        orders:
          rules:
            forward:
              pattern: {source: [shop.orders]}
              targets:
                - to: arn:aws:events:us-east-1:210987654321:event-bus/central
                  role: role/router
                  deadLetter: queue/lost
                  input: {path: $.detail} # error: rule 'forward' of 'bus/orders' changes the input of 'arn:aws:events:us-east-1:210987654321:event-bus/central', which is a bus of account 210987654321
      queues:
        lost: {external: true}
      roles:
        router: {external: true}
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      buses:
        orders:
          rules:
            forward:
              pattern: {source: [shop.orders]}
              targets:
                - to: arn:aws:events:us-east-1:210987654321:event-bus/central
                  role: role/router
                  deadLetter: queue/lost
      queues:
        lost: {external: true}
      roles:
        router: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Transforming event input](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html)

      """###
    ),
    (
      "delivery/input-unused",
      ###"""
      # delivery/input-unused

      A path of an input transformer is read and never used.

      | Severity | Profile |
      | --- | --- |
      | info | strict |

      ## Why it matters

      A path that the template never names is read for nothing. Mostly it is what is left of a change that
      was not finished: the target misses the value.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            tell:
              pattern: {source: [shop.orders]}
              targets:
                - to: function/tell
                  input:
                    transform:
                      paths:
                        id: $.detail.orderId
                        total: $.detail.total # info: the template for 'function/tell' never uses '<total>'
                      template: '{"order": "<id>"}'
      functions:
        tell: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            tell:
              pattern: {source: [shop.orders]}
              targets:
                - to: function/tell
                  input:
                    transform:
                      paths:
                        id: $.detail.orderId
                        total: $.detail.total
                      template: '{"order": "<id>", "total": <total>}'
      functions:
        tell: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Transforming event input](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html)

      """###
    ),
    (
      "delivery/input-variable",
      ###"""
      # delivery/input-variable

      The template of an input names a variable that has no path.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A name between `<` and `>` that no path defines is refused when the rule is made. What EventBridge
      itself gives (`<aws.events.event.json>` and the like) needs no path.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            tell:
              pattern: {source: [shop.orders]}
              targets:
                - to: function/tell
                  input:
                    transform:
                      paths: {orderId: $.detail.orderId}
                      template: '{"order": "<orderID>"}' # error: the template for 'function/tell' uses '<orderID>', which has no path: did you mean 'orderId'?
      functions:
        tell: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            tell:
              pattern: {source: [shop.orders]}
              targets:
                - to: function/tell
                  input:
                    transform:
                      paths: {orderId: $.detail.orderId}
                      template: '{"order": "<orderId>", "at": <aws.events.event.ingestion-time>}'
      functions:
        tell: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Transforming event input](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html)

      """###
    ),
    (
      "delivery/no-dead-letter",
      ###"""
      # delivery/no-dead-letter

      Events that a rule, schedule or pipe cannot deliver are dropped.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      EventBridge tries again for a day and Scheduler likewise; then the event is dropped, and only a metric
      counts it. A day passes quickly when a deployment goes wrong on a Friday.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - {to: function/work} # warning: rule 'work' of 'bus/orders' drops what it cannot deliver to 'function/work'
                - {to: queue/archive} # info: rule 'work' of 'bus/orders' drops what it cannot deliver to 'queue/archive'
      functions:
        work: {external: true}
      queues:
        archive: {external: true}
      schedules:
        nightly:
          schedule: rate(1 day)
          target: {to: function/work, role: role/scheduler} # warning: 'schedule/nightly' drops what it cannot deliver to 'function/work'
      roles:
        scheduler: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - {to: function/work, deadLetter: queue/lost}
      functions:
        work: {external: true}
      queues:
        lost: {external: true}
      ```

      ## Configuration

      A queue, topic or bus of the same account takes nearly everything, so it is an info there. What is likely
      to refuse for good is the matter of `delivery/certain-loss`, which is in every profile.

      ## Sources

      - [How EventBridge retries delivering events](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html)
      - [Configuring a schedule's dead-letter queue](https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html)

      """###
    ),
    (
      "delivery/out-of-range",
      ###"""
      # delivery/out-of-range

      A setting of a retry, queue or trigger is outside of what the service takes.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Each service has bounds for how often and how long it tries, how long it keeps messages, how many it
      hands over at once. A value outside of them is refused when the resource is made or changed.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - to: function/work
                  retry:
                    attempts: 8
                    maxAge: 30s # error: 30s is out of range for the age at which a rule gives up: it is 1m to 1d
      queues:
        orders:
          retention: 30d # error: 30d is out of range for the retention: it is 1m to 14d
          visibilityTimeout: 13h # error: 13h is out of range for the visibility timeout: it is 0s to 12h
      functions:
        work:
          timeout: 30m # error: 30m is out of range for the timeout of a function: it is 1s to 15m
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            work:
              pattern: {source: [shop.orders]}
              targets:
                - to: function/work
                  deadLetter: queue/lost
                  retry:
                    attempts: 8
                    maxAge: 1h
      queues:
        lost: {external: true}
      functions:
        work: {external: true}
      ```

      ## Configuration

      None. `interlock facts` prints every range with its source.

      ## Sources

      - [Amazon SQS queue attributes](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html)
      - [Lambda event source mappings](https://docs.aws.amazon.com/lambda/latest/dg/API_CreateEventSourceMapping.html)
      - [How EventBridge retries delivering events](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html)

      """###
    ),
    (
      "delivery/queue-no-dead-letter",
      ###"""
      # delivery/queue-no-dead-letter

      A message that its consumer cannot work on comes back until it expires.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A message that makes its consumer fail becomes visible again, fails again, and so on for days. It takes
      the place of good ones in every batch, it is paid for each time, and at last it expires unseen.

      ## Avoid

      ```yaml
      queues:
        orders: # warning: 'queue/orders' has no dead-letter queue: what 'function/bill' cannot work on comes back until it expires
          visibilityTimeout: 3m
      functions:
        bill:
          timeout: 30s
          triggers:
            - {from: queue/orders, reportBatchItemFailures: true}
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        orders-dlq:
          retention: 14d
      functions:
        bill:
          timeout: 30s
          triggers:
            - {from: queue/orders, reportBatchItemFailures: true}
      ```

      ## Configuration

      Queues that nothing in the topology reads are left alone, and so are dead-letter queues themselves.

      ## Sources

      - [Using dead-letter queues in Amazon SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html)

      """###
    ),
    (
      "delivery/receive-count-low",
      ###"""
      # delivery/receive-count-low

      Good messages land in the dead-letter queue after a passing fault.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A message counts as received when Lambda takes it off the queue, also if the function is throttled and
      never sees it. With a low count, a short peak of traffic or a database that restarts sends good messages
      to the dead-letter queue. AWS advises five at least.

      ## Avoid

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
          deadLetter:
            queue: queue/orders-dlq
            maxReceiveCount: 2 # warning: messages of 'queue/orders' are given up when received 2 times, and being throttled counts for 'function/bill'
        orders-dlq:
          retention: 14d
      functions:
        bill:
          timeout: 30s
          triggers:
            - {from: queue/orders, reportBatchItemFailures: true}
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
          deadLetter:
            queue: queue/orders-dlq
            maxReceiveCount: 5
        orders-dlq:
          retention: 14d
      functions:
        bill:
          timeout: 30s
          triggers:
            - {from: queue/orders, reportBatchItemFailures: true}
      ```

      ## Configuration

      Where no function reads the queue, only a count of 1 is told.

      ## Sources

      - [Handling errors for an SQS event source in Lambda](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html)

      """###
    ),
    (
      "delivery/redrive-refused",
      ###"""
      # delivery/redrive-refused

      The dead-letter queue does not allow this queue to use it.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A dead-letter queue may say which queues may use it. One that it does not name is refused its redrive
      policy, and messages that nobody can work on stay where they are.

      ## Avoid

      ```yaml
      queues:
        orders:
          deadLetter: {queue: queue/lost, maxReceiveCount: 5}
        returns:
          deadLetter: {queue: queue/lost, maxReceiveCount: 5} # error: 'queue/lost' allows other queues only, so 'queue/returns' cannot have it as its dead-letter queue
        lost:
          retention: 14d
          redriveAllow: [queue/orders]
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          deadLetter: {queue: queue/lost, maxReceiveCount: 5}
        returns:
          deadLetter: {queue: queue/lost, maxReceiveCount: 5}
        lost:
          retention: 14d
          redriveAllow: [queue/orders, queue/returns]
      ```

      ## Configuration

      None.

      ## Sources

      - [Using dead-letter queues in Amazon SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html)

      """###
    ),
    (
      "delivery/redrive-storm",
      ###"""
      # delivery/redrive-storm

      A function puts dead letters back where they failed.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A function that takes dead letters and puts them back where they failed mends passing faults by itself,
      and turns lasting ones into a ring: the same messages fail, come aside, are put back and fail again, at
      full speed and full price.

      ## Avoid

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        orders-dlq:
          visibilityTimeout: 3m
          retention: 14d
      functions:
        put-back:
          timeout: 30s
          triggers:
            - {from: queue/orders-dlq}
          emits:
            - {to: queue/orders} # warning: 'function/put-back' takes the dead letters of 'queue/orders' from 'queue/orders-dlq' and sends them back, so what always fails goes round for ever
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        orders-dlq:
          retention: 14d
      alarms:
        orders-dlq-filling:
          on: {metric: ApproximateNumberOfMessagesVisible, of: queue/orders-dlq}
          threshold: 0
          notify: [topic/on-call]
      topics:
        on-call: {external: true}
      ```

      ## Configuration

      None. A function that counts the attempts and parks a message after a few is safe: say so in a
      suppression.

      ## Sources

      - [Configure a dead-letter queue redrive](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html)

      """###
    ),
    (
      "delivery/stream-blocks",
      ###"""
      # delivery/stream-blocks

      One bad record holds up its shard until it expires.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A shard is read in order. By default Lambda tries a batch that fails again until its records expire: for a
      day on a table's stream, up to a year on a Kinesis stream. Nothing behind it is worked on meanwhile, and
      much of it expires too.

      ## Avoid

      ```yaml
      streams:
        clicks: {external: true}
      functions:
        count:
          timeout: 30s
          triggers:
            - from: stream/clicks # warning: a batch of 'stream/clicks' that 'function/count' fails on is tried again until it expires, and holds up all behind it
              startingPosition: LATEST
      ```

      ## Prefer

      ```yaml
      streams:
        clicks: {external: true}
      queues:
        clicks-failed: {external: true}
      functions:
        count:
          timeout: 30s
          triggers:
            - from: stream/clicks
              startingPosition: LATEST
              maximumRetryAttempts: 5
              bisectBatchOnFunctionError: true
              onFailure: queue/clicks-failed
      ```

      ## Configuration

      A bound on retries or on age will do. Bounds without `onFailure` are the matter of
      `delivery/stream-drops`.

      ## Sources

      - [Retain discarded batch records for a Kinesis source in Lambda](https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html)

      """###
    ),
    (
      "delivery/stream-drops",
      ###"""
      # delivery/stream-drops

      Records that a function cannot work on are dropped after the last retry.

      | Severity | Profile |
      | --- | --- |
      | warning | essential |

      ## Why it matters

      A bound on retries keeps one bad record from holding up its shard. Without `onFailure` the price is that the
      whole batch is dropped after the last attempt, good records included, and only a metric counts it.

      ## Avoid

      ```yaml
      tables:
        orders: {external: true}
      functions:
        publish:
          timeout: 30s
          triggers:
            - from: table/orders
              startingPosition: LATEST
              maximumRetryAttempts: 3 # warning: records of 'table/orders' that 'function/publish' fails on are dropped after 3 retries, and nothing keeps them
      ```

      ## Prefer

      ```yaml
      tables:
        orders: {external: true}
      queues:
        orders-failed: {external: true}
      functions:
        publish:
          timeout: 30s
          triggers:
            - from: table/orders
              startingPosition: LATEST
              maximumRetryAttempts: 3
              bisectBatchOnFunctionError: true
              onFailure: queue/orders-failed
      ```

      ## Configuration

      None.

      ## Sources

      - [Retain discarded batch records for a DynamoDB source in Lambda](https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html)

      """###
    ),
    (
      "delivery/subscription-no-dead-letter",
      ###"""
      # delivery/subscription-no-dead-letter

      Messages that a subscriber of a topic refuses are dropped.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      SNS tries queues and functions again for weeks, but an HTTP endpoint for an hour at most, and what a policy
      or a deleted endpoint refuses not at all. Then the message is dropped for this subscriber alone, while all others
      have it.

      ## Avoid

      ```yaml
      topics:
        updates:
          subscriptions:
            - {to: queue/email} # warning: 'topic/updates' drops what 'queue/email' refuses
            - {to: "https://hooks.example.com/updates", protocol: https} # warning: 'topic/updates' drops what 'https://hooks.example.com/updates' refuses
            - {to: on-call@example.com, protocol: email}
      queues:
        email: {external: true}
      ```

      ## Prefer

      ```yaml
      topics:
        updates:
          subscriptions:
            - {to: queue/email, deadLetter: queue/updates-lost}
            - {to: "https://hooks.example.com/updates", protocol: https, deadLetter: queue/updates-lost}
            - {to: on-call@example.com, protocol: email}
      queues:
        email: {external: true}
        updates-lost: {external: true}
      ```

      ## Configuration

      People (e-mail, text messages) are left alone.

      ## Sources

      - [Amazon SNS message delivery retries](https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html)
      - [Amazon SNS dead-letter queues](https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html)

      """###
    ),
    (
      "delivery/subscription-protocol",
      ###"""
      # delivery/subscription-protocol

      The protocol of a subscription does not fit its endpoint.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      SNS looks at the protocol first and at the endpoint second. Where they do not fit the subscription is
      refused, or made and never confirmed.

      ## Avoid

      ```yaml
      topics:
        updates:
          subscriptions:
            - {to: queue/email, protocol: lambda, deadLetter: queue/lost} # error: protocol 'lambda' cannot reach 'queue/email'
            - {to: "http://hooks.example.com/updates", protocol: https, deadLetter: queue/lost} # error: protocol 'https' cannot reach 'http://hooks.example.com/updates'
      queues:
        email: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      topics:
        updates:
          subscriptions:
            - {to: queue/email, protocol: sqs, deadLetter: queue/lost}
            - {to: "https://hooks.example.com/updates", protocol: https, deadLetter: queue/lost}
      queues:
        email: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      The protocol of a queue, function, delivery stream or address may be left out: it follows from the
      endpoint.

      ## Sources

      - [Subscribe](https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html)

      """###
    ),
    (
      "delivery/target-needs-role",
      ###"""
      # delivery/target-needs-role

      The sender has no role, and the target lets nobody in without one.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Queues, topics, functions and log groups have policies of their own that let EventBridge in. Streams, state
      machines, API destinations and most others have none: EventBridge must come in a role. Scheduler and Pipes
      always do. Without one the target is refused, or every delivery fails.

      ## Avoid

      ```yaml
      buses:
        orders:
          rules:
            settle:
              pattern: {source: [shop.orders]}
              targets:
                - {to: stateMachine/settle, deadLetter: queue/lost} # error: rule 'settle' of 'bus/orders' names no role for 'stateMachine/settle': EventBridge needs one for states:StartExecution
      stateMachines:
        settle: {external: true}
      queues:
        lost: {external: true}
      schedules:
        nightly:
          schedule: rate(1 day)
          target: {to: queue/lost} # error: 'schedule/nightly' names no role for 'queue/lost': EventBridge Scheduler always needs one
      ```

      ## Prefer

      ```yaml
      buses:
        orders:
          rules:
            settle:
              pattern: {source: [shop.orders]}
              targets:
                - {to: stateMachine/settle, role: role/router, deadLetter: queue/lost}
      stateMachines:
        settle: {external: true}
      queues:
        lost: {external: true}
      roles:
        router: {external: true}
      ```

      ## Configuration

      None. `interlock facts "rule targets"` prints which target needs a role and what it must allow.

      ## Sources

      - [Using IAM roles in EventBridge](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html)
      - [Target](https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Target.html)

      """###
    ),
    (
      "delivery/task-without-retry",
      ###"""
      # delivery/task-without-retry

      One passing fault of a task ends the whole run.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A task that fails ends its run unless `Retry` or `Catch` says otherwise, also where the fault was a
      throttled call that the next second would have taken. The run's input is still to be seen in its history, for
      ninety days, if somebody looks.

      ## Avoid

      ```yaml
      stateMachines:
        settle:
          definition:
            StartAt: Pay
            States:
              Pay: # warning: task 'Pay' of 'stateMachine/settle' has neither 'Retry' nor 'Catch': its first fault ends the run
                Type: Task
                Resource: function/pay
                End: true
      functions:
        pay: {external: true}
      ```

      ## Prefer

      ```yaml
      stateMachines:
        settle:
          definition:
            StartAt: Pay
            States:
              Pay:
                Type: Task
                Resource: function/pay
                Retry:
                  - {ErrorEquals: [States.ALL], IntervalSeconds: 2, MaxAttempts: 5, BackoffRate: 2.0}
                End: true
      functions:
        pay: {external: true}
      ```

      ## Configuration

      Either of `Retry` and `Catch` will do.

      ## Sources

      - [Handling errors in Step Functions workflows](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html)

      """###
    ),
    (
      "delivery/too-many-readers",
      ###"""
      # delivery/too-many-readers

      So many read a stream that they throttle each other.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      Each shard can be read so often a second and no more. A table's stream bears two readers, a Kinesis stream five that share. One
      more and all of them are throttled and fall behind, the important ones with the others.

      ## Avoid

      ```yaml
      tables:
        orders: # warning: 3 read 'table/orders', more than the 2 that do not throttle each other
          stream: NEW_IMAGE
      functions:
        one: &reader
          timeout: 30s
          triggers: [{from: table/orders, startingPosition: LATEST, maximumRetryAttempts: 3, onFailure: queue/lost}]
        two: *reader
        three: *reader
      queues:
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      tables:
        orders:
          stream: NEW_IMAGE
      functions:
        publish:
          timeout: 30s
          triggers: [{from: table/orders, startingPosition: LATEST, maximumRetryAttempts: 3, onFailure: queue/lost}]
          emits: [{to: topic/orders}]
      topics:
        orders: {external: true}
      queues:
        lost: {external: true}
      ```

      ## Configuration

      `quotas: {readers of a shard of a table's stream: 1}` for global tables. A Kinesis stream that declares `consumers` is left
      alone.

      ## Sources

      - [Quotas in Amazon DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html)
      - [Kinesis Data Streams quotas](https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html)

      """###
    ),
    (
      "delivery/unsupported-failure-exit",
      ###"""
      # delivery/unsupported-failure-exit

      A failure exit stands where the service has none.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A queue has its own way to move aside what its reader gives up, so Lambda and Pipes have none for it, and
      none for message brokers. The setting is refused; where it is not, it does nothing.

      ## Avoid

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
        lost: {external: true}
      functions:
        bill:
          timeout: 30s
          triggers:
            - from: queue/orders
              onFailure: queue/lost # error: a trigger from a queue or broker has no failure exit: 'queue/lost' would never get anything from 'function/bill'
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 3m
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        orders-dlq:
          retention: 14d
      functions:
        bill:
          timeout: 30s
          triggers:
            - from: queue/orders
      ```

      ## Configuration

      None.

      ## Sources

      - [Handling errors for an SQS event source in Lambda](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html)
      - [Error handling in EventBridge Pipes](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-error-troubleshooting.html)

      """###
    ),
    (
      "delivery/visibility-below-timeout",
      ###"""
      # delivery/visibility-below-timeout

      Messages come back to the queue while the function still works on them.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A message that a function is working on is hidden from others for the visibility timeout. If that is over before
      the function must be done, a second invocation gets the same message while the first still works on it. Lambda
      refuses to make such a trigger, but not to raise the function's timeout later.

      ## Avoid

      ```yaml
      queues:
        orders:
          visibilityTimeout: 20s # error: 'queue/orders' hides a message for 20s, but 'function/work' may work on it for 1m
        returns: {} # error: 'queue/returns' hides a message for 30s, but 'function/work' may work on it for 1m
      functions:
        work:
          timeout: 1m
          triggers:
            - {from: queue/orders}
            - {from: queue/returns}
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 6m
      functions:
        work:
          timeout: 1m
          triggers:
            - {from: queue/orders}
      ```

      ## Configuration

      A queue that says nothing hides messages for 30 seconds, a function that says nothing has 3 seconds.

      ## Sources

      - [Configuring an SQS queue for use with Lambda](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html)

      """###
    ),
    (
      "delivery/visibility-short",
      ###"""
      # delivery/visibility-short

      A throttled batch comes back before the function had its chance at it.

      | Severity | Profile |
      | --- | --- |
      | warning | strict |

      ## Why it matters

      A throttled invocation takes part of the time for which a message is hidden. AWS advises six times the function's
      timeout, and the batch window beside, so that a batch can be tried again before others see it.

      ## Avoid

      ```yaml
      queues:
        orders:
          visibilityTimeout: 2m # warning: 'queue/orders' hides a message for 2m, less than the 380s that six tries of 'function/work' take
      functions:
        work:
          timeout: 1m
          triggers:
            - {from: queue/orders, batchWindow: 20s}
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 380s
      functions:
        work:
          timeout: 1m
          triggers:
            - {from: queue/orders, batchWindow: 20s}
      ```

      ## Configuration

      What is shorter than the timeout itself is the matter of `delivery/visibility-below-timeout`.

      ## Sources

      - [Configuring an SQS queue for use with Lambda](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html)

      """###
    ),
    (
      "loop/amplification",
      ###"""
      # loop/amplification

      A cycle of several ways sends on at least as many events as it receives.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | info | recommended |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

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

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

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

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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
      "order/bucket-to-fifo",
      ###"""
      # order/bucket-to-fifo

      A bucket cannot notify a FIFO queue or topic.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      S3 gives no message group and does not keep its notifications in order. It refuses a notification to a FIFO
      queue or topic when it is made.

      ## Avoid

      ```yaml
      buckets:
        scans:
          notifications:
            - {events: ["s3:ObjectCreated:*"], to: queue/scans.fifo} # error: 'bucket/scans' cannot notify 'queue/scans.fifo': S3 sends to standard queues and topics only
      queues:
        scans.fifo: {fifo: true}
      ```

      ## Prefer

      ```yaml
      buckets:
        scans: {eventBridge: true}
      buses:
        default:
          rules:
            scans:
              pattern: {source: [aws.s3], detail-type: [Object Created], detail: {bucket: {name: [scans]}}}
              targets:
                - {to: queue/scans.fifo, messageGroupId: $.detail.object.key, deadLetter: queue/lost}
      queues:
        scans.fifo: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Event notification types and destinations](https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html)

      """###
    ),
    (
      "order/constant-group",
      ###"""
      # order/constant-group

      One message group for all events lets only one consumer work at a time.

      | Severity | Profile |
      | --- | --- |
      | info | strict |

      ## Why it matters

      Messages of one group are handed out one after the other. If all events are in the same group, one consumer
      works at a time, however many there are, and one message that fails stops all of them.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            stock:
              pattern: {source: [shop.stock]}
              targets:
                - {to: queue/stock.fifo, messageGroupId: all, deadLetter: queue/lost} # info: all events of rule 'stock' of 'bus/shop' are in the message group 'all', so 'queue/stock.fifo' gives them to one consumer at a time
      queues:
        stock.fifo: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            stock:
              pattern: {source: [shop.stock]}
              targets:
                - {to: queue/stock.fifo, messageGroupId: $.detail.sku, deadLetter: queue/lost}
      queues:
        stock.fifo: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None. Schedules are left alone: their events are few.

      ## Sources

      - [Using the message group ID with FIFO queues](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagegroupid-property.html)

      """###
    ),
    (
      "order/fifo-batch",
      ###"""
      # order/fifo-batch

      A function takes at most ten messages of a FIFO queue, and waits for none.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A FIFO queue hands Lambda ten messages at once at most and does not let it wait for more. A trigger that asks
      for more, or for a window, is refused.

      ## Avoid

      ```yaml
      queues:
        steps.fifo:
          fifo: true
          visibilityTimeout: 3m
      functions:
        follow:
          timeout: 30s
          triggers:
            - from: queue/steps.fifo
              batchSize: 100 # error: 'function/follow' asks for batches of 100, but a FIFO queue such as 'queue/steps.fifo' gives 10 at most
              batchWindow: 5s # error: 'function/follow' waits 5s for a batch, which the FIFO queue 'queue/steps.fifo' does not allow
      ```

      ## Prefer

      ```yaml
      queues:
        steps.fifo:
          fifo: true
          visibilityTimeout: 3m
      functions:
        follow:
          timeout: 30s
          triggers:
            - from: queue/steps.fifo
              batchSize: 10
      ```

      ## Configuration

      None.

      ## Sources

      - [Creating and configuring an SQS event source mapping](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html)

      """###
    ),
    (
      "order/fifo-dead-letter",
      ###"""
      # order/fifo-dead-letter

      A message that is moved aside leaves a gap in the order of its group.

      | Severity | Profile |
      | --- | --- |
      | info | strict |

      ## Why it matters

      When a message is moved to the dead-letter queue, those behind it in its group go on as if it had been worked
      on. Where each step builds on the one before (an account's balance, a file's edits) the rest is then wrong.

      ## Avoid

      ```yaml
      queues:
        steps.fifo:
          fifo: true
          deadLetter: {queue: queue/steps-dlq.fifo, maxReceiveCount: 5} # info: when 'queue/steps.fifo' moves a message to 'queue/steps-dlq.fifo', those behind it in its group go on without it
        steps-dlq.fifo: {fifo: true, retention: 14d}
      ```

      ## Prefer

      ```yaml
      queues:
        steps.fifo:
          fifo: true
          retention: 14d
      alarms:
        steps-stuck:
          on: {metric: ApproximateAgeOfOldestMessage, of: queue/steps.fifo}
          threshold: 600
          notify: [topic/on-call]
      topics:
        on-call: {external: true}
      ```

      ## Configuration

      None. Where a gap does less harm than a stop, say so in a suppression.

      ## Sources

      - [Using dead-letter queues in Amazon SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html)

      """###
    ),
    (
      "order/fifo-needs-deduplication",
      ###"""
      # order/fifo-needs-deduplication

      EventBridge gives no deduplication id, so the queue must make one.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Every message to a FIFO queue needs a deduplication id. EventBridge and Scheduler send none, so the queue
      must make one of the content; else it refuses each event.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            stock:
              pattern: {source: [shop.stock]}
              targets:
                - to: queue/stock.fifo # error: rule 'stock' of 'bus/shop' gives 'queue/stock.fifo' no deduplication id, and the queue makes none of the content, so it refuses every event
                  messageGroupId: $.detail.sku
                  deadLetter: queue/lost
      queues:
        stock.fifo: {fifo: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      account: "123456789012"
      buses:
        shop:
          rules:
            stock:
              pattern: {source: [shop.stock]}
              targets:
                - to: queue/stock.fifo
                  messageGroupId: $.detail.sku
                  deadLetter: queue/lost
      queues:
        stock.fifo:
          fifo: true
          contentBasedDeduplication: true
          policy:
            - Effect: Allow
              Principal: {Service: events.amazonaws.com}
              Action: sqs:SendMessage
              Resource: queue/stock.fifo
              Condition: {StringEquals: {aws:SourceAccount: "123456789012"}}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Amazon EventBridge targets](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html)

      """###
    ),
    (
      "order/fifo-needs-group",
      ###"""
      # order/fifo-needs-group

      A FIFO queue takes no event without a message group.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Every message to a FIFO queue needs a message group. EventBridge and Scheduler send the one that the target names
      and otherwise none, and the queue refuses each event.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            stock:
              pattern: {source: [shop.stock]}
              targets:
                - {to: queue/stock.fifo, deadLetter: queue/lost} # error: rule 'stock' of 'bus/shop' gives 'queue/stock.fifo' no message group, so the queue refuses every event
      queues:
        stock.fifo: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            stock:
              pattern: {source: [shop.stock]}
              targets:
                - {to: queue/stock.fifo, messageGroupId: $.detail.sku, deadLetter: queue/lost}
      queues:
        stock.fifo: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Amazon EventBridge targets](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html)

      """###
    ),
    (
      "order/fifo-subscription",
      ###"""
      # order/fifo-subscription

      FIFO topics deliver to queues only, and standard topics to no FIFO queue.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A FIFO topic delivers to queues only: functions, endpoints and people cannot promise order. A standard topic
      gives no message group, so no FIFO queue takes its messages. SNS refuses both subscriptions.

      ## Avoid

      ```yaml
      topics:
        steps.fifo:
          fifo: true
          subscriptions:
            - {to: function/follow, deadLetter: queue/lost.fifo} # error: the FIFO topic 'topic/steps.fifo' cannot deliver to 'function/follow': only to queues
        updates:
          subscriptions:
            - {to: queue/updates.fifo, deadLetter: queue/lost} # error: the standard topic 'topic/updates' cannot deliver to the FIFO queue 'queue/updates.fifo'
      functions:
        follow: {external: true}
      queues:
        updates.fifo: {external: true}
        lost.fifo: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      topics:
        steps.fifo:
          fifo: true
          subscriptions:
            - {to: queue/steps.fifo, deadLetter: queue/lost.fifo}
      queues:
        steps.fifo: {external: true}
        lost.fifo: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Message delivery for FIFO topics](https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html)

      """###
    ),
    (
      "order/fifo-topic-target",
      ###"""
      # order/fifo-topic-target

      A rule cannot send to a FIFO topic.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A FIFO topic needs a message group with every message, and a rule has no way to give one to a topic. EventBridge
      does not support FIFO topics as targets.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            stock:
              pattern: {source: [shop.stock]}
              targets:
                - {to: topic/stock.fifo, deadLetter: queue/lost} # error: rule 'stock' of 'bus/shop' sends to the FIFO topic 'topic/stock.fifo', which EventBridge does not support
      topics:
        stock.fifo: {fifo: true}
      queues:
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            stock:
              pattern: {source: [shop.stock]}
              targets:
                - {to: queue/stock.fifo, messageGroupId: $.detail.sku, deadLetter: queue/lost}
      queues:
        stock.fifo: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None. Subscribers of a custom event bus may name a group for a topic and are left alone.

      ## Sources

      - [Amazon EventBridge targets](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html)

      """###
    ),
    (
      "order/not-idempotent",
      ###"""
      # order/not-idempotent

      A function that must see an event once is behind routes that deliver twice.

      | Severity | Profile |
      | --- | --- |
      | warning | strict |

      ## Why it matters

      Nearly every hop between services delivers at least once: after a timeout, a lost answer or a restart the same event
      comes again. A function that charges a card or sends a letter must know that it has seen it.

      ## Avoid

      ```yaml
      topics:
        orders:
          subscriptions:
            - {to: function/charge, deadLetter: queue/lost}
      functions:
        charge: # warning: 'function/charge' is not idempotent, but 'topic/orders' delivers at least once, so sometimes twice
          idempotent: false
          onFailure: queue/lost
      queues:
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      topics:
        orders:
          subscriptions:
            - {to: function/charge, deadLetter: queue/lost}
      functions:
        charge: {external: true}
      queues:
        lost: {external: true}
      ```

      ## Configuration

      Said only of functions that declare `idempotent: false`. Keep the ids of events that were worked on (in a table, with a
      time to live) and declare `idempotent: true`.

      ## Sources

      - [Idempotency in Powertools for AWS Lambda](https://docs.aws.amazon.com/powertools/python/latest/utilities/idempotency/)

      """###
    ),
    (
      "order/order-lost",
      ###"""
      # order/order-lost

      Events that are kept in order pass something standard and are put in order again.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      Order is kept from hop to hop. One standard queue or topic between two FIFO ones hands messages on in any order,
      some of them twice, and the FIFO queue behind it keeps that wrong order faithfully.

      ## Avoid

      ```yaml
      topics:
        steps.fifo:
          fifo: true
          subscriptions:
            - {to: queue/inbox, deadLetter: queue/lost.fifo} # warning: the order that 'topic/steps.fifo' keeps is lost in 'queue/inbox', which is standard, before 'queue/ledger.fifo'
      queues:
        inbox:
          visibilityTimeout: 3m
        ledger.fifo:
          fifo: true
        lost.fifo: {external: true}
      functions:
        forward:
          timeout: 30s
          triggers:
            - {from: queue/inbox}
          emits:
            - {to: queue/ledger.fifo, messageGroupId: account}
      ```

      ## Prefer

      ```yaml
      topics:
        steps.fifo:
          fifo: true
          subscriptions:
            - {to: queue/inbox.fifo, deadLetter: queue/lost.fifo}
      queues:
        inbox.fifo: {external: true}
        ledger.fifo:
          fifo: true
        lost.fifo: {external: true}
      functions:
        forward:
          timeout: 30s
          triggers:
            - {from: queue/inbox.fifo}
          emits:
            - {to: queue/ledger.fifo, messageGroupId: account}
      ```

      ## Configuration

      Only queues and topics between FIFO ones are told; buses never keep order and are no surprise.

      ## Sources

      - [Message ordering for FIFO topics](https://docs.aws.amazon.com/sns/latest/dg/fifo-topic-message-ordering.html)

      """###
    ),
    (
      "pattern/absent-parent",
      ###"""
      # pattern/absent-parent

      A field must be absent and have something inside it at once.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      `exists: false` asks for no value at that very place. An object there is no value, so the test passes although the field is there.
      Together with a test inside it, the pattern says something else than it seems to.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            new:
              pattern:
                source: [shop.orders]
                detail:
                  customer: [{exists: false}] # warning: 'detail.customer' is to be absent, yet 'detail.customer.id' is tested inside it
                  customer.id: [{prefix: tmp-}]
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            new:
              pattern:
                source: [shop.orders]
                detail: {customer: {id: [{prefix: tmp-}]}}
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Comparison operators for use in event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html)

      """###
    ),
    (
      "pattern/accepts-any-value",
      ###"""
      # pattern/accepts-any-value

      The alternatives for a field together let every value through.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      One test of a list is enough. Two `anything-but` beside each other let everything through: what one excludes the other accepts.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            others:
              pattern:
                source: [shop.orders]
                detail:
                  country: [{anything-but: DE}, {anything-but: FR}] # warning: the tests of 'detail.country' together accept every value
              targets:
                - {to: queue/abroad, deadLetter: queue/lost}
      queues:
        abroad: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            others:
              pattern:
                source: [shop.orders]
                detail:
                  country: [{anything-but: [DE, FR]}]
              targets:
                - {to: queue/abroad, deadLetter: queue/lost}
      queues:
        abroad: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Comparison operators for use in event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html)

      """###
    ),
    (
      "pattern/contradiction",
      ###"""
      # pattern/contradiction

      No event passes all tests of the pattern.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      All fields of a pattern must pass. Where two of them exclude each other no event gets through, the rule never fires, and EventBridge
      takes it without a word.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            orders:
              pattern: {source: [shop.orders], detail-type: [{exists: false}]} # error: no event can match this pattern
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            orders:
              pattern:
                source: [shop.orders]
                detail-type: [Order Placed]
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      Where only some of the branches of `$or` exclude each other it is a warning. With declared events their shapes count too.

      ## Sources

      - [Amazon EventBridge event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html)

      """###
    ),
    (
      "pattern/duplicate-rule",
      ###"""
      # pattern/duplicate-rule

      Two rules send the same events to the same target, so each arrives twice.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A target that two rules send the same events to gets each of them twice, as two deliveries with one id. It costs
      double, and a function that is not idempotent does its work double.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            paid:
              pattern: {source: [shop.orders], detail: {status: [paid, settled]}}
              targets:
                - {to: queue/billing, deadLetter: queue/lost}
            settled:
              pattern: {source: [shop.orders], detail: {status: [settled, paid]}}
              targets:
                - {to: queue/billing, deadLetter: queue/lost} # warning: rules 'paid' and 'settled' of 'bus/shop' match the same events and both send them to 'queue/billing'
      queues:
        billing: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            paid:
              pattern: {source: [shop.orders], detail: {status: [paid]}}
              targets:
                - {to: queue/billing, deadLetter: queue/lost}
            settled:
              pattern: {source: [shop.orders], detail: {status: [settled]}}
              targets:
                - {to: queue/billing, deadLetter: queue/lost}
      queues:
        billing: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      Rules that give the target different input or message groups are left alone, and so are disabled ones.

      ## Sources

      - [Rules in Amazon EventBridge](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html)

      """###
    ),
    (
      "pattern/exists-on-object",
      ###"""
      # pattern/exists-on-object

      A test for presence is put to an object, which never counts as present.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      `exists` looks at values: strings, numbers, booleans and null. For it an object is never there, whatever is inside.

      ## Avoid

      ```yaml
      events:
        OrderPlaced:
          source: shop.orders
          detailType: Order Placed
          detail: {type: object, properties: {customer: {type: object, properties: {id: {type: string}}}}}
      buses:
        shop:
          rules:
            known:
              pattern:
                source: [shop.orders]
                detail:
                  customer: [{exists: true}] # warning: 'detail.customer' is an object, so this test can never pass
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      events:
        OrderPlaced:
          source: shop.orders
          detailType: Order Placed
          detail: {type: object, properties: {customer: {type: object, properties: {id: {type: string}}}}}
      buses:
        shop:
          rules:
            known:
              pattern:
                source: [shop.orders]
                detail: {customer: {id: [{exists: true}]}}
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      Said where every source that the pattern names is declared among the events.

      ## Sources

      - [Comparison operators for use in event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html)

      """###
    ),
    (
      "pattern/ignore-case",
      ###"""
      # pattern/ignore-case

      A comparison without case holds a character that it cannot hit.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      Comparing without case the service works on UTF-16 units and takes each half of a character beyond them for a question mark. An emoji
      never matches itself.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            vans:
              pattern:
                source: [shop.vans]
                detail:
                  label: [{equals-ignore-case: "van 🚚"}] # warning: comparing without case, the service takes '🚚' for two question marks
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            vans:
              pattern:
                source: [shop.vans]
                detail:
                  label: ["van 🚚", "Van 🚚"]
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Comparison operators for use in event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html)

      """###
    ),
    (
      "pattern/matches-everything",
      ###"""
      # pattern/matches-everything

      A pattern lets every event of the bus through.

      | Severity | Profile |
      | --- | --- |
      | info | recommended |

      ## Why it matters

      A rule that takes every event of its bus takes those of tomorrow too, and pays for each. An archive or audit means it; most rules do
      not.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            all:
              pattern: {source: [{prefix: ""}]} # info: the pattern matches every event
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            all:
              pattern: {source: [{prefix: shop.}]}
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Best practices when defining event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html)

      """###
    ),
    (
      "pattern/missing-source",
      ###"""
      # pattern/missing-source

      A pattern takes events of any sender.

      | Severity | Profile |
      | --- | --- |
      | info | strict |

      ## Why it matters

      Anybody who may put events on a bus may choose the `detail-type`. Without a test of `source` a rule takes those of other senders that
      happen to use the same words, and on the default bus those of AWS services.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            placed:
              pattern: {detail-type: [Order Placed]} # info: the pattern does not test 'source', so events of any sender can match
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            placed:
              pattern: {source: [shop.orders], detail-type: [Order Placed]}
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Best practices when defining event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html)

      """###
    ),
    (
      "pattern/never-matches",
      ###"""
      # pattern/never-matches

      A value of the pattern is one that no event can have.

      | Severity | Profile |
      | --- | --- |
      | warning | essential |

      ## Why it matters

      The service reads a number of an event as a double and compares it by its value, if that is exact. A number in a pattern that no double
      equals matches nothing at all.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            price:
              pattern:
                source: [shop.orders]
                detail:
                  factor: [0.12345678901234567891] # warning: 0.12345678901234567891 is not exact as a double-precision number, so no event can match it
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            price:
              pattern:
                source: [shop.orders]
                detail:
                  factor: [{numeric: [">=", 0.1234, "<", 0.1235]}]
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Comparison operators for use in event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html)

      """###
    ),
    (
      "pattern/object-tested",
      ###"""
      # pattern/object-tested

      A value is compared with an object.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A pattern compares strings, numbers, booleans and null. An object is none of them, so no value equals it and no prefix begins it: the field
      inside was meant.

      ## Avoid

      ```yaml
      events:
        OrderPlaced:
          source: shop.orders
          detailType: Order Placed
          detail: {type: object, properties: {customer: {type: object, properties: {id: {type: string}}}}}
      buses:
        shop:
          rules:
            known:
              pattern:
                source: [shop.orders]
                detail:
                  customer: [c-17] # warning: 'detail.customer' is an object, so this test can never pass
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      events:
        OrderPlaced:
          source: shop.orders
          detailType: Order Placed
          detail: {type: object, properties: {customer: {type: object, properties: {id: {type: string}}}}}
      buses:
        shop:
          rules:
            known:
              pattern:
                source: [shop.orders]
                detail: {customer: {id: [c-17]}}
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      Said where every source that the pattern names is declared among the events.

      ## Sources

      - [Amazon EventBridge event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html)

      """###
    ),
    (
      "pattern/record-type",
      ###"""
      # pattern/record-type

      A filter of a table's stream passes over the type under which values stand there.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      In a record of a table's stream every value stands under the name of its type, and numbers are written as text: `total: {N: "101"}`. A filter
      that looks beside the type or compares with a number never matches, so the function is never called. Lambda takes it without a word.

      ## Avoid

      ```yaml
      tables:
        orders: {external: true}
      functions:
        ship:
          timeout: 30s
          triggers:
            - from: table/orders
              startingPosition: LATEST
              maximumRetryAttempts: 3
              onFailure: queue/lost
              filter:
                dynamodb:
                  NewImage:
                    total:
                      N: [{numeric: [">", 100]}] # error: numbers in a stream record are strings, so this can never match 'dynamodb.NewImage.total.N'
                    status: [paid] # error: values in a stream record stand under the name of their type, not at 'dynamodb.NewImage.status'
      queues:
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      tables:
        orders: {external: true}
      functions:
        ship:
          timeout: 30s
          triggers:
            - from: table/orders
              startingPosition: LATEST
              maximumRetryAttempts: 3
              onFailure: queue/lost
              filter:
                dynamodb:
                  NewImage:
                    size:
                      S: [large]
                    status:
                      S: [paid]
      queues:
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Filtering for a DynamoDB event source](https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html)

      """###
    ),
    (
      "pattern/redundant-alternative",
      ###"""
      # pattern/redundant-alternative

      A value of a list is there twice, or another lets it through already.

      | Severity | Profile |
      | --- | --- |
      | info | recommended |

      ## Why it matters

      A value that another test of the list lets through already does nothing. Mostly the list has grown, and what was narrow has become wide
      without anybody's notice.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            orders:
              pattern:
                source: [shop.orders, {prefix: shop.}] # info: "shop.orders" is redundant beside {"prefix":"shop."} in 'source'
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            orders:
              pattern:
                source: [{prefix: shop.}]
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [Best practices when defining event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html)

      """###
    ),
    (
      "pattern/rule-inside-rule",
      ###"""
      # pattern/rule-inside-rule

      All events of a rule reach its target by another rule as well.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      Where every event of one rule matches another rule too, and both send it to the same target, it arrives twice. The narrow rule adds
      nothing but the second copy.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            all:
              pattern: {source: [shop.orders]}
              targets:
                - {to: queue/audit, deadLetter: queue/lost}
            paid:
              pattern: {source: [shop.orders], detail: {status: [paid]}}
              targets:
                - {to: queue/audit, deadLetter: queue/lost} # warning: every event of rule 'paid' of 'bus/shop' also matches rule 'all', and both send it to 'queue/audit'
      queues:
        audit: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            all:
              pattern: {source: [shop.orders]}
              targets:
                - {to: queue/audit, deadLetter: queue/lost}
            paid:
              pattern: {source: [shop.orders], detail: {status: [paid]}}
              targets:
                - {to: queue/billing, deadLetter: queue/lost}
      queues:
        audit: {external: true}
        billing: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      Rules that give the target different input or message groups are left alone, and so are disabled ones.

      ## Sources

      - [Rules in Amazon EventBridge](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html)

      """###
    ),
    (
      "pattern/rules-per-bus",
      ###"""
      # pattern/rules-per-bus

      A bus has more rules than its account may have without asking.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A bus may have 300 rules, in some regions 100, unless AWS grants more. The rule after that is refused in the middle of a
      deployment.

      ## Avoid

      ```yaml
      # quotas: {rules per bus: 2}
      buses:
        shop:
          rules:
            paid: {pattern: {source: [shop.orders], detail: {status: [paid]}}, targets: [{to: queue/paid, deadLetter: queue/lost}]}
            sent: {pattern: {source: [shop.orders], detail: {status: [sent]}}, targets: [{to: queue/sent, deadLetter: queue/lost}]}
            lost: {pattern: {source: [shop.orders], detail: {status: [lost]}}, targets: [{to: queue/lost}]} # warning: 'bus/shop' has 3 rules, more than the quota of 2
      queues:
        paid: {external: true}
        sent: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      # quotas: {rules per bus: 2}
      buses:
        shop:
          rules:
            paid: {pattern: {source: [shop.orders], detail: {status: [paid]}}, targets: [{to: queue/paid, deadLetter: queue/lost}]}
        parcels:
          rules:
            sent: {pattern: {source: [shop.orders], detail: {status: [sent]}}, targets: [{to: queue/sent, deadLetter: queue/lost}]}
            lost: {pattern: {source: [shop.orders], detail: {status: [lost]}}, targets: [{to: queue/lost}]}
      queues:
        paid: {external: true}
        sent: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      What AWS has granted stands in `.interlock.yaml`: `quotas: {rules per bus: 500}`. (The examples set a small quota to be short.)

      ## Sources

      - [Amazon EventBridge quotas](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html)

      """###
    ),
    (
      "pattern/size",
      ###"""
      # pattern/size

      A pattern is longer than its account may have without asking.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A pattern may have 2,048 characters unless AWS grants more, and 4,096 at most. A longer one is refused when the rule is made.

      ## Avoid

      ```yaml
      # quotas: {characters of an event pattern: 60}
      buses:
        shop:
          rules:
            big:
              pattern: {source: [shop.orders], detail: {country: [AT, BE, DE, FR, IT, NL, PL]}} # warning: the pattern of rule 'big' has 84 characters, more than the quota of 60
              targets:
                - {to: queue/europe, deadLetter: queue/lost}
      queues:
        europe: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      # quotas: {characters of an event pattern: 60}
      buses:
        shop:
          rules:
            big:
              pattern: {source: [shop.orders], detail: {area: [europe]}}
              targets:
                - {to: queue/europe, deadLetter: queue/lost}
      queues:
        europe: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      What AWS has granted stands in `.interlock.yaml`: `quotas: {characters of an event pattern: 4096}`. (The examples set a small quota to
      be short.)

      ## Sources

      - [Amazon EventBridge quotas](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html)

      """###
    ),
    (
      "pattern/too-large",
      ###"""
      # pattern/too-large

      A pattern is longer than any quota allows.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      EventBridge takes patterns of 4,096 characters at most, whatever has been granted, and refuses the rule else. Filters of triggers and pipes have the
      same bound.

      ## Avoid

      ```yaml
      # quotas: {characters of an event pattern at most: 70}
      buses:
        shop:
          rules:
            parcels:
              pattern: {source: [shop.orders], detail: {id: [parcel-1, parcel-2, parcel-3, parcel-4]}} # error: the pattern has 88 characters, and the service takes 70 at most
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      # quotas: {characters of an event pattern at most: 70}
      buses:
        shop:
          rules:
            parcels:
              pattern:
                source: [shop.orders]
                detail:
                  id: [{prefix: order-}]
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      None. What a granted quota mends is the matter of `pattern/size`. (The examples set a small bound to be short.)

      ## Sources

      - [Amazon EventBridge quotas](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html)
      - [PutRule](https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html)

      """###
    ),
    (
      "pattern/trigger-filters",
      ###"""
      # pattern/trigger-filters

      A trigger has more filters than its account may have without asking.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A trigger may have five filters, ten with a granted quota. One more and the trigger is refused.

      ## Avoid

      ```yaml
      streams:
        clicks: {external: true}
      functions:
        count:
          timeout: 30s
          triggers:
            - from: stream/clicks
              startingPosition: LATEST
              maximumRetryAttempts: 3
              onFailure: queue/lost
              filter:
                - {data: {page: [home]}}
                - {data: {page: [search]}}
                - {data: {page: [basket]}}
                - {data: {page: [checkout]}}
                - {data: {page: [thanks]}}
                - {data: {page: [returns]}} # warning: 'function/count' reads 'stream/clicks' through 6 filters, more than the quota of 5
      queues:
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      streams:
        clicks: {external: true}
      functions:
        count:
          timeout: 30s
          triggers:
            - from: stream/clicks
              startingPosition: LATEST
              maximumRetryAttempts: 3
              onFailure: queue/lost
              filter:
                - {data: {page: [home, search, basket, checkout, thanks, returns]}}
      queues:
        lost: {external: true}
      ```

      ## Configuration

      What AWS has granted stands in `.interlock.yaml`: `quotas: {filters of a trigger: 10}`.

      ## Sources

      - [Control which events Lambda sends to your function](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html)

      """###
    ),
    (
      "pattern/type-mismatch",
      ###"""
      # pattern/type-mismatch

      A value is tested for another type than it is declared with.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      `"true"` is a text and `true` is none; `"5"` never equals `5`. A test for the wrong type never passes, and the rule stays silent.

      ## Avoid

      ```yaml
      events:
        OrderPlaced:
          source: shop.orders
          detailType: Order Placed
          detail: {type: object, properties: {express: {type: boolean}, weight: {type: number}}}
      buses:
        shop:
          rules:
            express:
              pattern:
                source: [shop.orders]
                detail:
                  express: ["true"] # warning: "true" can never match 'detail.express', which is declared true or false
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      events:
        OrderPlaced:
          source: shop.orders
          detailType: Order Placed
          detail: {type: object, properties: {express: {type: boolean}, weight: {type: number}}}
      buses:
        shop:
          rules:
            express:
              pattern:
                source: [shop.orders]
                detail:
                  express: [true]
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      Said where every source that the pattern names is declared among the events.

      ## Sources

      - [Amazon EventBridge event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html)

      """###
    ),
    (
      "pattern/undeclared-value",
      ###"""
      # pattern/undeclared-value

      A value is none of those that are declared for its field.

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

      ## Why it matters

      A value that is none of the declared ones is mostly misspelt. The rest of the list works, so nobody notices that this part never does.

      ## Avoid

      ```yaml
      events:
        OrderPlaced:
          source: shop.orders
          detailType: Order Placed
          detail: {type: object, properties: {service: {enum: [standard, express]}}}
      buses:
        shop:
          rules:
            fast:
              pattern:
                source: [shop.orders]
                detail:
                  service: [express, expres] # warning: "expres" matches none of the values declared for 'detail.service'
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      events:
        OrderPlaced:
          source: shop.orders
          detailType: Order Placed
          detail: {type: object, properties: {service: {enum: [standard, express]}}}
      buses:
        shop:
          rules:
            fast:
              pattern:
                source: [shop.orders]
                detail:
                  service: [express]
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      Said where every source that the pattern names is declared among the events.

      ## Sources

      - [Amazon EventBridge event patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html)

      """###
    ),
    (
      "pattern/unknown-field",
      ###"""
      # pattern/unknown-field

      A pattern tests a field that no event has.

      | Severity | Profile |
      | --- | --- |
      | warning | essential |

      ## Why it matters

      The envelope of an event has fixed fields: `source`, `detail-type`, `detail`, `account`, `region`, `time`, `resources`, `id`, `version`. A test of any other,
      `detailType` above all, never passes, and the rule never fires.

      ## Avoid

      ```yaml
      buses:
        shop:
          rules:
            placed:
              pattern:
                source: [shop.orders]
                detailType: [Order Placed] # warning: an event has no field 'detailType', so this can never match
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Prefer

      ```yaml
      buses:
        shop:
          rules:
            placed:
              pattern:
                source: [shop.orders]
                detail-type: [Order Placed]
              targets:
                - {to: queue/work, deadLetter: queue/lost}
      queues:
        work: {external: true}
        lost: {external: true}
      ```

      ## Configuration

      Filters of triggers and pipes are held against the fields of their source's records.

      ## Sources

      - [AWS service event metadata](https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html)

      """###
    ),
    (
      "pattern/wildcard-rules",
      ###"""
      # pattern/wildcard-rules

      A bus takes no more than thirty rules with wildcards.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A bus takes thirty rules with wildcards, and AWS grants no more: each makes matching slower for all. The thirty-first is refused.

      ## Avoid

      ```yaml
      # quotas: {rules with wildcards per bus: 2}
      buses:
        shop:
          rules:
            parcels: {pattern: {source: [{wildcard: shop.*.parcels}]}, targets: [{to: queue/parcels, deadLetter: queue/lost}]}
            letters: {pattern: {source: [{wildcard: shop.*.letters}]}, targets: [{to: queue/letters, deadLetter: queue/lost}]}
            returns: {pattern: {source: [{wildcard: shop.*.returns}]}, targets: [{to: queue/returns, deadLetter: queue/lost}]} # error: 'bus/shop' has 3 rules with wildcards, more than the quota of 2
      queues: {parcels: &there {external: true}, letters: *there, returns: *there, lost: *there}
      ```

      ## Prefer

      ```yaml
      # quotas: {rules with wildcards per bus: 2}
      buses:
        shop:
          rules:
            parcels: {pattern: {source: [{suffix: .parcels}]}, targets: [{to: queue/parcels, deadLetter: queue/lost}]}
            letters: {pattern: {source: [{suffix: .letters}]}, targets: [{to: queue/letters, deadLetter: queue/lost}]}
            returns: {pattern: {source: [{suffix: .returns}]}, targets: [{to: queue/returns, deadLetter: queue/lost}]}
      queues: {parcels: &there {external: true}, letters: *there, returns: *there, lost: *there}
      ```

      ## Configuration

      `prefix`, `suffix` and `equals-ignore-case` do not count. (The examples set a small quota to be short.)

      ## Sources

      - [Amazon EventBridge quotas](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html)

      """###
    ),
    (
      "reach/event-never-sent",
      ###"""
      # reach/event-never-sent

      The catalogue declares an event that nothing sends.

      | Severity | Profile |
      | --- | --- |
      | info | strict |

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

      | Severity | Profile |
      | --- | --- |
      | info | strict |

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

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      None. In an imported template, or with `partial: true`, it is a warning.

      ## Sources

      - [Events from AWS services](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event.html)

      """###
    ),
    (
      "structure/duplicate-target-id",
      ###"""
      # structure/duplicate-target-id

      Of two targets with one id in a rule, the second replaces the first.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

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

      | Severity | Profile |
      | --- | --- |
      | warning | recommended |

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

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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

      | Severity | Profile |
      | --- | --- |
      | info | recommended |

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

      | Severity | Profile |
      | --- | --- |
      | warning | essential |

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
      "structure/state-without-next",
      ###"""
      # structure/state-without-next

      A state neither leads on nor ends, and Step Functions refuses the definition.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Every state but a choice, a success and a failure must say what follows or that the run ends. Step Functions refuses a
      definition in which one does not, so the deployment fails.

      ## Avoid

      ```yaml
      stateMachines:
        settle:
          definition:
            StartAt: Assess
            States:
              Assess: {Type: Choice, Choices: [{Variable: $.amount, NumericGreaterThan: 1000, Next: Review}], Default: Pay}
              Review: {Type: Wait, Seconds: 3600, Next: Pay}
              Pay: {Type: Pass}  # error: state 'Pay' of 'stateMachine/settle' says neither `Next` nor `End`
      ```

      ## Prefer

      ```yaml
      stateMachines:
        settle:
          definition:
            StartAt: Assess
            States:
              Assess: {Type: Choice, Choices: [{Variable: $.amount, NumericGreaterThan: 1000, Next: Review}], Default: Pay}
              Review: {Type: Wait, Seconds: 3600, Next: Pay}
              Pay: {Type: Pass, End: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [States of a workflow](https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html)

      """###
    ),
    (
      "structure/too-many-targets",
      ###"""
      # structure/too-many-targets

      EventBridge refuses a rule with more than five targets.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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
      "structure/unreachable-state",
      ###"""
      # structure/unreachable-state

      No way leads to a state of a state machine.

      | Severity | Profile |
      | --- | --- |
      | warning | essential |

      ## Why it matters

      A state that no other leads to never runs. Usually a `Next` was changed and the state it used to name was the step that
      mattered: the check by a person, the compensation after an error.

      ## Avoid

      ```yaml
      stateMachines:
        settle:
          definition:
            StartAt: Assess
            States:
              Assess: {Type: Choice, Choices: [{Variable: $.amount, NumericGreaterThan: 1000, Next: Pay}], Default: Pay}
              Review: {Type: Wait, Seconds: 3600, Next: Pay}  # warning: no way leads to state 'Review' of 'stateMachine/settle'
              Pay: {Type: Pass, End: true}
      ```

      ## Prefer

      ```yaml
      stateMachines:
        settle:
          definition:
            StartAt: Assess
            States:
              Assess: {Type: Choice, Choices: [{Variable: $.amount, NumericGreaterThan: 1000, Next: Review}], Default: Pay}
              Review: {Type: Wait, Seconds: 3600, Next: Pay}
              Pay: {Type: Pass, End: true}
      ```

      ## Configuration

      None.

      ## Sources

      - [States of a workflow](https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html)

      """###
    ),
    (
      "structure/unsupported-target",
      ###"""
      # structure/unsupported-target

      The service cannot send to this kind of target.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

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
    (
      "suppression/no-reason",
      ###"""
      # suppression/no-reason

      A comment silences a finding without saying why.

      | Severity | Profile |
      | --- | --- |
      | warning | essential |

      ## Why it matters

      A silenced finding is a decision. Whoever reads the file a year later must learn why it was taken, or nobody dares to
      touch it. A suppression without a reason silences nothing.

      ## Avoid

      ```yaml
      queues:
        orders:
          # interlock:ignore delivery/dead-letter-is-target # warning: the suppression of 'delivery/dead-letter-is-target' gives no reason, so it silences nothing
          deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}
        orders-dlq:
          retention: 14d
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          # interlock:ignore delivery/visibility-below-timeout -- the function returns at once, its timeout is for start-up
          visibilityTimeout: 20s
      functions:
        work:
          timeout: 1m
          triggers:
            - {from: queue/orders}
      ```

      ## Configuration

      None.

      ## Sources

      - The manual of Interlock, on suppressing a finding

      """###
    ),
    (
      "suppression/unknown-rule",
      ###"""
      # suppression/unknown-rule

      A comment silences a rule that does not exist.

      | Severity | Profile |
      | --- | --- |
      | warning | essential |

      ## Why it matters

      A suppression of a rule that does not exist silences nothing. Mostly the name is misspelt, or the rule has been renamed.

      ## Avoid

      ```yaml
      queues:
        orders:
          # interlock:ignore delivery/visibility-below-timout -- the function returns at once # warning: unknown rule 'delivery/visibility-below-timout': did you mean 'delivery/visibility-below-timeout' or 'delivery/visibility-short'?
          visibilityTimeout: 2m
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          # interlock:ignore delivery/visibility-below-timeout -- the function returns at once
          visibilityTimeout: 20s
      functions:
        work:
          timeout: 1m
          triggers:
            - {from: queue/orders}
      ```

      ## Configuration

      `interlock rules` lists every rule.

      ## Sources

      - The manual of Interlock, on suppressing a finding

      """###
    ),
    (
      "suppression/unused",
      ###"""
      # suppression/unused

      A comment silences a finding that is not there.

      | Severity | Profile |
      | --- | --- |
      | warning | essential |

      ## Why it matters

      A suppression that is no longer needed hides the next finding of its kind at that place, which nobody has looked at.

      ## Avoid

      ```yaml
      queues:
        orders:
          # interlock:ignore delivery/visibility-below-timeout -- the function returns at once # warning: no finding of 'delivery/visibility-below-timeout' here: the suppression silences nothing
          visibilityTimeout: 6m
      functions:
        work:
          timeout: 1m
          triggers:
            - {from: queue/orders}
      ```

      ## Prefer

      ```yaml
      queues:
        orders:
          visibilityTimeout: 6m
      functions:
        work:
          timeout: 1m
          triggers:
            - {from: queue/orders}
      ```

      ## Configuration

      Suppressions of rules that did not run, by profile or selection, are left alone.

      ## Sources

      - The manual of Interlock, on suppressing a finding

      """###
    ),
    (
      "template/conflicting-properties",
      ###"""
      # template/conflicting-properties

      Two properties stand side by side that exclude each other.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      The service refuses the resource and the deployment rolls back.

      ## Avoid

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders: {Type: AWS::SQS::Queue}
        OnOrder:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop.orders]}
            Targets:
              - Id: orders
                Arn: !GetAtt Orders.Arn
                Input: '{"a": 1}'
                InputPath: $.detail # error: a target has 'Input' or 'InputPath', not both
      ```

      ## Prefer

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders: {Type: AWS::SQS::Queue}
        OnOrder:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop.orders]}
            Targets:
              - {Id: orders, Arn: !GetAtt Orders.Arn, InputPath: $.detail}
      ```

      ## Configuration

      None.

      ## Sources

      - Amazon EventBridge API reference, "Target"

      """###
    ),
    (
      "template/missing-property",
      ###"""
      # template/missing-property

      A property that a resource cannot do without is missing.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      The service refuses the resource and the deployment rolls back.

      ## Avoid

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders: {Type: AWS::SQS::Queue}
        OnOrder: # error: a rule needs 'EventPattern' or 'ScheduleExpression'
          Type: AWS::Events::Rule
          Properties:
            Targets: [{Id: orders, Arn: !GetAtt Orders.Arn}]
      ```

      ## Prefer

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders: {Type: AWS::SQS::Queue}
        OnOrder:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop.orders]}
            Targets: [{Id: orders, Arn: !GetAtt Orders.Arn}]
      ```

      ## Configuration

      None.

      ## Sources

      - AWS CloudFormation resource reference

      """###
    ),
    (
      "template/not-read",
      ###"""
      # template/not-read

      A part of a template is not read, so what it adds is unknown.

      | Severity | Profile |
      | --- | --- |
      | info | essential |

      ## Why it matters

      A macro, an include or a nested template that is not at hand may add resources, routes and permissions. Interlock takes what it cannot
      see to be unknown, never to be absent: it stays silent about what may be there, so it may also miss what is wrong there.

      ## Avoid

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Network:
          Type: AWS::CloudFormation::Stack
          Properties:
            TemplateURL: https://example.com/network.yaml # info: 'Network' is not read here
      ```

      ## Prefer

      Name the file of the nested template by its path, as `aws cloudformation package` takes it too, and put an included file's text into the template.

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders: {Type: AWS::SQS::Queue}
      ```

      ## Configuration

      None.

      ## Sources

      - AWS CloudFormation user guide, "Nested stacks" and "AWS::Include transform"

      """###
    ),
    (
      "template/placeholder",
      ###"""
      # template/placeholder

      A text that was to be replaced stands where a resource is named.

      | Severity | Profile |
      | --- | --- |
      | warning | essential |

      ## Why it matters

      The deployment succeeds, as an ARN is only a text to it, and the events go nowhere.

      ## Avoid

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        OnOrder:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop.orders]}
            Targets:
              - {Id: bus, Arn: "arn:aws:events:us-east-1:123456789012:event-bus/REPLACE_ME"} # warning: 'arn:aws:events:us-east-1:123456789012:event-bus/REPLACE_ME' looks like a placeholder that was left in
      ```

      ## Prefer

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Parameters:
        CentralBusArn: {Type: String}
        DeliveryRoleArn: {Type: String}
      Resources:
        OnOrder:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop.orders]}
            Targets:
              - {Id: bus, Arn: !Ref CentralBusArn, RoleArn: !Ref DeliveryRoleArn}
      ```

      ## Configuration

      None.

      ## Sources

      - AWS CloudFormation user guide, "Parameters"

      """###
    ),
    (
      "template/text-for-reference",
      ###"""
      # template/text-for-reference

      A reference stands as a plain text, without its function.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      Without `!GetAtt` or `!Sub` a logical id is only a text. The service refuses it, or takes it for the name of something else.

      ## Avoid

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders: {Type: AWS::SQS::Queue}
        OnOrder:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop.orders]}
            Targets:
              - {Id: orders, Arn: Orders.Arn} # error: 'Orders.Arn' is a plain text, not a reference to 'Orders'
      ```

      ## Prefer

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders: {Type: AWS::SQS::Queue}
        OnOrder:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop.orders]}
            Targets:
              - {Id: orders, Arn: !GetAtt Orders.Arn}
      ```

      ## Configuration

      None.

      ## Sources

      - AWS CloudFormation user guide, "Fn::GetAtt" and "Fn::Sub"

      """###
    ),
    (
      "template/unknown-property",
      ###"""
      # template/unknown-property

      A resource has no such property.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      A misspelt property stops the deployment, or is passed over by a tool on the way, and the default stays in force.
      A name that is near to none that are known is a warning: it may be newer than Interlock.

      ## Avoid

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimout: 60 # error: AWS::SQS::Queue has no property 'VisibilityTimout'
      ```

      ## Prefer

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
      ```

      ## Configuration

      None.

      ## Sources

      - AWS CloudFormation resource reference

      """###
    ),
    (
      "template/unknown-reference",
      ###"""
      # template/unknown-reference

      A template refers to something that it does not declare.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      CloudFormation refuses the whole template.

      ## Avoid

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders: {Type: AWS::SQS::Queue}
        OnOrder:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop.orders]}
            Targets:
              - {Id: orders, Arn: !GetAtt Order.Arn} # error: the template has no resource or parameter 'Order'
      ```

      ## Prefer

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders: {Type: AWS::SQS::Queue}
        OnOrder:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: {source: [shop.orders]}
            Targets:
              - {Id: orders, Arn: !GetAtt Orders.Arn}
      ```

      ## Configuration

      None.

      ## Sources

      - AWS CloudFormation user guide, "Ref" and "Fn::GetAtt"

      """###
    ),
    (
      "template/wrong-value",
      ###"""
      # template/wrong-value

      A property has a value of the wrong kind.

      | Severity | Profile |
      | --- | --- |
      | error | essential |

      ## Why it matters

      The service refuses the resource and the deployment rolls back.

      ## Avoid

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 1m # error: expected a number, not '1m'
      ```

      ## Prefer

      ```yaml
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
      ```

      ## Configuration

      None.

      ## Sources

      - AWS CloudFormation resource reference

      """###
    ),
  ]
}
