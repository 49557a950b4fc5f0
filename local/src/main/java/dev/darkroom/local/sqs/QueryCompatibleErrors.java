package dev.darkroom.local.sqs;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import dev.darkroom.local.http.Service;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds the header by which SDKs keep the error codes of SQS's former Query protocol; boto3 finds
 * its exception classes by these.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">awsQueryCompatible</a>
 */
final class QueryCompatibleErrors implements Service {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> FORMER_CODES =
      Map.of(
          "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue",
          "QueueNameExists", "QueueAlreadyExists",
          "MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight",
          "UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation");

  private final Service service;

  QueryCompatibleErrors(Service service) {
    this.service = service;
  }

  @Override
  public Reply handle(Request request) throws Exception {
    Reply reply = service.handle(request);
    if (reply.status() < 400) {
      return reply;
    }
    String code = JSON.readTree(reply.body()).path("__type").asText();
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.put(
        "x-amzn-query-error",
        FORMER_CODES.getOrDefault(code, code) + (reply.status() < 500 ? ";Sender" : ";Receiver"));
    return new Reply(reply.status(), headers, reply.body());
  }
}
