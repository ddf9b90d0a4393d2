import Diagnostics
import FoundationEssentials
import RoutingGraph
import Topology

extension Traffic {
  /// Every API call is a request, each 64 KiB of its payload one more: a send each message, and a
  /// receive and a delete each batch that a function reads.
  func usage(of queue: Queue) -> [Usage] {
    let sent = incoming(queue.id).reduce(Spread(0)) { $0 + chunks($1, kibibytes: 64) }
    let messages = count(into: queue.id)
    var requests = sent
    for edge in outgoing(queue.id) where graph.edges[edge].kind == .trigger {
      // One receive call takes at most 10 messages, whatever the function's batch.
      let batch = min(10, max(1, graph.edges[edge].declaration.trigger?.batchSize?.value ?? 10))
      requests = requests + messages * 2 / Decimal(batch)
    }
    let meter = queue.isFIFO ? "sqs.fifo" : "sqs.standard"
    return [Usage(queue.id, meter, requests), Usage(queue.id, "sqs.messages", messages)]
  }

  /// Publishes by 64 KiB; deliveries to SQS and Lambda are free, the others have prices of their own.
  func usage(of topic: Topic) -> [Usage] {
    let published = incoming(topic.id).reduce(Spread(0)) { $0 + chunks($1, kibibytes: 64) }
    let payload = gibibytes(into: topic.id)
    var usages = [Usage(topic.id, topic.isFIFO ? "sns.fifo.publish" : "sns.publish", published)]
    if topic.isFIFO { usages.append(Usage(topic.id, "sns.fifo.publish.payload", payload)) }
    let deliveries = outgoing(topic.id).filter { graph.edges[$0].kind == .subscription }
    for edge in deliveries {
      guard let subscription = graph.edges[edge].declaration.subscription else { continue }
      usages += deliveryUsage(edge, subscription, of: topic)
      if subscription.filter != nil, subscription.filterScope?.value == .messageBody {
        usages.append(Usage(topic.id, "sns.filter.payload", payload))
      }
    }
    let notifications = deliveries.reduce(Spread(0)) { $0 + count($1) }
    return usages + [Usage(topic.id, "sns.notifications", notifications)]
  }

  private func deliveryUsage(
    _ edge: Int, _ subscription: Subscription, of topic: Topic
  ) -> [Usage] {
    if topic.isFIFO {
      return [
        Usage(topic.id, "sns.fifo.deliver", count(edge)),
        Usage(topic.id, "sns.fifo.deliver.payload", gibibytes(edge)),
      ]
    }
    let meter: String
    switch subscription.protocol?.value ?? subscription.to.value.resource?.kind.rawValue ?? "" {
    case "http", "https": meter = "sns.deliver.http"
    case "email", "email-json": meter = "sns.deliver.email"
    case "sms": meter = "sns.deliver.sms"
    case "application": meter = "sns.deliver.mobilePush"
    case "firehose", "deliveryStream": meter = "sns.deliver.firehose"
    default: return []
    }
    return [Usage(topic.id, meter, count(edge))]
  }
}
