package dev.darkroom.steps;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.SnsException;

/** A topic that keeps what is published. */
final class InMemoryTopic implements SnsClient {
  static final String ARN = "arn:aws:sns:eu-west-1:1:outcomes";

  private final List<PublishRequest> published = new ArrayList<>();
  private boolean broken;

  OutcomeTopic outcomes() {
    return new OutcomeTopic(this, ARN);
  }

  List<PublishRequest> published() {
    return published;
  }

  /** What was published, by its notification's id. */
  List<String> notifications() {
    return published.stream()
        .map(message -> message.messageAttributes().get("notificationId").stringValue())
        .toList();
  }

  /** From now on nothing can be published; or it can again. */
  void breakDown(boolean now) {
    broken = now;
  }

  @Override
  public PublishResponse publish(PublishRequest request) {
    if (broken) {
      throw SnsException.builder().statusCode(500).message("Nobody is there.").build();
    }
    published.add(request);
    return PublishResponse.builder().messageId("m-" + published.size()).build();
  }

  @Override
  public String serviceName() {
    return "sns";
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
