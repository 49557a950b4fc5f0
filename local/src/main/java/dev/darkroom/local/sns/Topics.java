package dev.darkroom.local.sns;

import dev.darkroom.local.http.AwsError;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The topics of one account in one region. */
final class Topics {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final int LONGEST_DISPLAY_NAME = 100;

  private final String region;
  private final String account;
  private final ConcurrentNavigableMap<String, Topic> topics = new ConcurrentSkipListMap<>();

  Topics(String region, String account) {
    this.region = region;
    this.account = account;
  }

  /** Creates a topic, or finds the one that has this name and display name. */
  Topic create(String name, String displayName) {
    if (name.endsWith(".fifo")) {
      throw Errors.invalid("Topic Name Reason: FIFO topics are not supported locally");
    }
    if (!NAME.matcher(name).matches()) {
      throw Errors.invalid("Topic Name");
    }
    if (displayName.length() > LONGEST_DISPLAY_NAME
        || displayName.chars().anyMatch(Character::isISOControl)) {
      throw Errors.invalid("Attributes Reason: DisplayName");
    }
    Topic wanted = new Topic("arn:aws:sns:" + region + ":" + account + ":" + name, displayName);
    Topic topic = topics.computeIfAbsent(wanted.arn(), arn -> wanted);
    if (!topic.equals(wanted)) {
      throw Errors.invalid("Attributes Reason: Topic already exists with different attributes");
    }
    return topic;
  }

  /**
   * The topic with this ARN.
   *
   * @throws AwsError when there is none
   */
  Topic get(String arn) {
    Errors.checkArn("TopicArn", arn);
    Topic topic = topics.get(arn);
    if (topic == null) {
      throw Errors.notFound("Topic");
    }
    return topic;
  }

  Optional<Topic> find(String arn) {
    return Optional.ofNullable(topics.get(arn));
  }

  void delete(String arn) {
    Errors.checkArn("TopicArn", arn);
    topics.remove(arn);
  }

  Page<Topic> page(Optional<String> token) {
    return Page.of(topics, token);
  }

  String account() {
    return account;
  }
}
