package dev.darkroom.local.sqs;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.http.AwsJsonService;
import dev.darkroom.local.http.Service;
import dev.darkroom.local.journal.Outbox;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An embedded Amazon SQS with standard queues. What it does not support (FIFO queues, batches,
 * redrive policies, other attributes) it refuses by name.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/">Amazon SQS
 *     API reference</a>
 */
public final class Queues {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private final String region;
  private final String account;
  private final Clock clock;
  private final Supplier<URI> uri;
  private final Function<String, Outbox> outboxes;
  private final ConcurrentNavigableMap<String, Queue> queues = new ConcurrentSkipListMap<>();

  /**
   * Queues in memory.
   *
   * @param uri where {@link #endpoint()} is served; asked for when a queue's URL is, so it may
   *     become known late
   */
  public Queues(String region, String account, Clock clock, Supplier<URI> uri) {
    this(region, account, clock, uri, name -> Outbox.NONE);
  }

  /**
   * Queues whose messages are kept. The queues themselves are not: one that is created again by its
   * name has its messages again.
   *
   * @param uri as above
   * @param outboxes keeps the messages of a queue, by its name
   */
  public Queues(
      String region,
      String account,
      Clock clock,
      Supplier<URI> uri,
      Function<String, Outbox> outboxes) {
    this.outboxes = outboxes;
    this.region = region;
    this.account = account;
    this.clock = clock;
    this.uri = uri;
  }

  /**
   * Creates a queue, or finds the one that has this name and these attributes.
   *
   * @param attributes as CreateQueue takes them, as {@code MessageRetentionPeriod}
   * @return the queue's ARN
   * @throws AwsError when the name or an attribute is not possible, or the name is taken by a queue
   *     with other attributes
   */
  public String createQueue(String name, Map<String, String> attributes) {
    if (!NAME.matcher(name).matches()) {
      throw AwsError.badRequest(
          "InvalidParameterValue",
          name.endsWith(".fifo")
              ? "FIFO queues are not supported locally."
              : "Can only include alphanumeric characters, hyphens, or underscores."
                  + " 1 to 80 in length.");
    }
    QueueSettings settings = QueueSettings.of(attributes);
    Queue queue =
        queues.computeIfAbsent(
            name, key -> new Queue(key, arn(key), settings, clock, outboxes.apply(key)));
    if (!queue.settings().agreeWith(attributes)) {
      throw AwsError.badRequest(
          "QueueNameExists",
          "A queue already exists with the same name and a different value for an attribute.");
    }
    return queue.arn();
  }

  /**
   * Sends a message with string attributes.
   *
   * @throws AwsError when there is no such queue, or it does not take the message
   */
  public void send(String queueArn, String body, Map<String, String> attributes) {
    deliver(
        queueArn,
        body,
        attributes.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> MessageAttribute.string(entry.getValue()))));
  }

  /**
   * Sends a message with attributes of any type.
   *
   * @throws AwsError when there is no such queue, or it does not take the message
   */
  public void deliver(String queueArn, String body, Map<String, MessageAttribute> attributes) {
    String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
    Queue queue = named(name);
    if (!queue.arn().equals(queueArn)) {
      throw notFound();
    }
    queue.send(body, attributes, queue.settings().delay());
  }

  /**
   * How many messages of a queue can be received now.
   *
   * @throws AwsError when there is no queue of this name
   */
  public int visible(String name) {
    return named(name).counts().visible();
  }

  /** The URL of the queue with this ARN. */
  public URI url(String queueArn) {
    return url(named(queueArn.substring(queueArn.lastIndexOf(':') + 1)));
  }

  /** Answers SQS's JSON protocol; may be served on any port. */
  public Service endpoint() {
    QueueOperations operations = new QueueOperations(this);
    MessageOperations messages = new MessageOperations(this);
    return new QueryCompatibleErrors(
        new AwsJsonService(
            "AmazonSQS",
            Map.of(
                "CreateQueue", operations::createQueue,
                "GetQueueUrl", operations::getQueueUrl,
                "ListQueues", operations::listQueues,
                "GetQueueAttributes", operations::getQueueAttributes,
                "PurgeQueue", operations::purgeQueue,
                "SendMessage", messages::sendMessage,
                "ReceiveMessage", messages::receiveMessage,
                "DeleteMessage", messages::deleteMessage,
                "ChangeMessageVisibility", messages::changeMessageVisibility)));
  }

  String account() {
    return account;
  }

  Queue named(String name) {
    Queue queue = queues.get(name);
    if (queue == null) {
      throw notFound();
    }
    return queue;
  }

  /** The queue of a URL; its host does not count, so that a client may use another name for it. */
  Queue at(String url) {
    String[] parts = url.split("/");
    if (parts.length < 2 || !parts[parts.length - 2].equals(account)) {
      throw notFound();
    }
    return named(parts[parts.length - 1]);
  }

  /** Queues by name, those after {@code after} only. */
  List<Queue> list(String prefix, String after) {
    return queues.tailMap(after, false).values().stream()
        .filter(queue -> queue.name().startsWith(prefix))
        .toList();
  }

  URI url(Queue queue) {
    return uri.get().resolve("/" + account + "/" + queue.name());
  }

  private String arn(String name) {
    return "arn:aws:sqs:" + region + ":" + account + ":" + name;
  }

  private static AwsError notFound() {
    return AwsError.badRequest("QueueDoesNotExist", "The specified queue does not exist.");
  }
}
