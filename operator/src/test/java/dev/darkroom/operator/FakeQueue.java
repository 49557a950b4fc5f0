package dev.darkroom.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** A queue whose received messages are invisible until they are released. */
final class FakeQueue implements SqsClient {
  private final Map<String, String> bodies = new LinkedHashMap<>();
  private final List<String> visible = new ArrayList<>();

  void add(String id, String body) {
    bodies.put(id, body);
    visible.add(id);
  }

  /** The ids of all messages that are there. */
  List<String> all() {
    return List.copyOf(bodies.keySet());
  }

  List<String> visible() {
    return List.copyOf(visible);
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    List<String> taken =
        List.copyOf(visible.subList(0, Math.min(visible.size(), request.maxNumberOfMessages())));
    visible.removeAll(taken);
    return ReceiveMessageResponse.builder()
        .messages(
            taken.stream()
                .map(
                    id ->
                        Message.builder()
                            .messageId(id)
                            .receiptHandle(id)
                            .body(bodies.get(id))
                            .build())
                .toList())
        .build();
  }

  @Override
  public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
    bodies.remove(request.receiptHandle());
    return DeleteMessageResponse.builder().build();
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    if (request.visibilityTimeout() == 0) {
      visible.add(request.receiptHandle());
    }
    return ChangeMessageVisibilityResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
