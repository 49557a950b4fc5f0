package dev.darkroom.local.deploy;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.sns.Sns;
import dev.darkroom.local.sqs.Queues;
import dev.darkroom.local.template.Properties;
import dev.darkroom.local.template.Stack;
import java.util.HashMap;
import java.util.Map;

/** Topics and their subscriptions, queues and their policies. */
final class MessagingDeployers {
  private final Stack stack;
  private final Sns sns;
  private final Queues queues;

  MessagingDeployers(Services services) {
    this.stack = services.stack;
    this.sns = services.sns;
    this.queues = services.queues;
  }

  Deployed topic(String logicalId, Properties properties) {
    String name = name(properties.optionalText("TopicName").orElse(logicalId));
    properties.withoutEffect("KmsMasterKeyId", "Tags");
    String arn = sns.createTopic(name, properties.optionalText("DisplayName").orElse(""));
    return new Deployed(arn, Map.of("TopicArn", arn, "TopicName", name));
  }

  Deployed subscription(String logicalId, Properties properties) {
    try {
      String arn =
          sns.subscribe(
              properties.text("TopicArn"),
              properties.text("Protocol"),
              properties.text("Endpoint"),
              Map.of());
      return new Deployed(arn, Map.of("Arn", arn));
    } catch (AwsError e) {
      throw properties.place().invalid("is refused: " + e.getMessage(), e);
    }
  }

  Deployed queue(String logicalId, Properties properties) {
    String name = name(properties.optionalText("QueueName").orElse(logicalId));
    properties.withoutEffect("SqsManagedSseEnabled", "KmsMasterKeyId", "Tags");
    Map<String, String> attributes = new HashMap<>();
    for (String attribute : new String[] {"MessageRetentionPeriod", "VisibilityTimeout"}) {
      properties
          .optionalNumber(attribute)
          .ifPresent(value -> attributes.put(attribute, Long.toString(value)));
    }
    String arn = queues.createQueue(name, attributes);
    return new Deployed(queues.url(arn).toString(), Map.of("Arn", arn, "QueueName", name));
  }

  /** Policies are not evaluated locally. */
  Deployed queuePolicy(String logicalId, Properties properties) {
    properties.texts("Queues");
    properties.withoutEffect("PolicyDocument");
    return new Deployed(logicalId, Map.of());
  }

  private String name(String logicalId) {
    return stack.name() + "-" + logicalId;
  }
}
