package dev.darkroom.local.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services that the functions call: what a request asks of them, and how they refuse it. */
enum AwsService {
  DYNAMODB("ProvisionedThroughputExceededException", "InternalServerError"),
  REKOGNITION("ProvisionedThroughputExceededException", "InternalServerError"),
  SFN("ThrottlingException", "InternalFailure"),
  SNS("Throttling", "InternalError"),
  S3("SlowDown", "InternalError");

  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");

  private final String throttled;
  private final String failed;

  AwsService(String throttled, String failed) {
    this.throttled = throttled;
    this.failed = failed;
  }

  /**
   * The service that a request is for.
   *
   * @param endpoints of the services, by their names
   */
  static AwsService of(HttpMessage request, Map<String, URI> endpoints) {
    int port = URI.create(request.target()).getPort();
    return endpoints.entrySet().stream()
        .filter(each -> each.getValue().getPort() == port)
        .map(each -> valueOf(each.getKey()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No service: " + request.start()));
  }

  /** What a request asks for, as {@code DYNAMODB UpdateItem}. */
  String operation(HttpMessage request) {
    return switch (this) {
      case DYNAMODB, REKOGNITION, SFN ->
          this + " " + request.header("x-amz-target").orElse("?").replaceFirst(".*\\.", "");
      case SNS -> {
        Matcher action = ACTION.matcher(new String(request.body(), UTF_8));
        yield this + " " + (action.find() ? action.group(1) : "?");
      }
      case S3 -> this + " " + s3(request);
    };
  }

  private static String s3(HttpMessage request) {
    URI uri = URI.create(request.target());
    String name = uri.getPath().replaceFirst(".*/", "");
    String list = "list-type=2";
    boolean isList = uri.getQuery() != null && uri.getQuery().contains(list);
    return switch (request.method()) {
      case "GET" -> isList ? "ListObjectsV2 " + bucket(uri) : "GetObject";
      case "PUT" -> "PutObject " + name;
      case "DELETE" -> "DeleteObject " + name;
      default -> request.method() + " " + name;
    };
  }

  private static String bucket(URI uri) {
    return uri.getPath().contains("rendition") ? "renditions" : "uploads";
  }

  /** The answer that refuses a request. */
  HttpMessage refusal(Kind kind) {
    return switch (kind) {
      case THROTTLED -> error(this == S3 ? 503 : 400, throttled, "Reduce your request rate.");
      case SERVER_ERROR -> error(500, failed, "We encountered an internal error.");
      case SLOW_DOWN -> error(503, "ServiceUnavailable", "Reduce your request rate.");
      case FORBIDDEN -> error(403, forbidden(), "The caller is not authorized to do this.");
      default -> throw new IllegalArgumentException(kind + " is no answer.");
    };
  }

  private String forbidden() {
    return switch (this) {
      case S3 -> "AccessDenied";
      case SNS -> "AuthorizationError";
      case DYNAMODB, REKOGNITION, SFN -> "AccessDeniedException";
    };
  }

  private HttpMessage error(int status, String code, String message) {
    String body =
        switch (this) {
          case S3 ->
              "<Error><Code>%s</Code><Message>%s</Message><RequestId>0</RequestId></Error>"
                  .formatted(code, message);
          case SNS ->
              ("<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error>"
                      + "<Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>"
                      + "<RequestId>0</RequestId></ErrorResponse>")
                  .formatted(status < 500 ? "Sender" : "Receiver", code, message);
          case DYNAMODB, REKOGNITION, SFN ->
              "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message);
        };
    String type = this == S3 || this == SNS ? "text/xml" : "application/x-amz-json-1.0";
    return new HttpMessage("HTTP/1.1 " + status + " " + code, List.of(), new byte[0])
        .with("Content-Type", type)
        .withBody(body.getBytes(UTF_8));
  }
}
