package dev.darkroom.api.capacity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * What the functions need of others than DynamoDB: an S3 that is empty, an issuer with one user, a
 * Step Functions whose executions can all be redriven.
 */
final class Surroundings implements AutoCloseable {
  static final String STATE_MACHINE =
      "arn:aws:states:eu-west-1:000000000000:stateMachine:process-image";

  private static final String EXECUTION =
      "{\"status\":\"FAILED\",\"redriveStatus\":\"REDRIVABLE\",\"stateMachineArn\":\""
          + STATE_MACHINE
          + "\"}";

  private static final String NO_OBJECTS =
      "<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>0</KeyCount></ListBucketResult>";

  private final HttpServer server;
  private final String user;

  /**
   * @param sub of the one user
   */
  Surroundings(String sub) throws IOException {
    user = "{\"sub\":\"" + sub + "\",\"email\":\"olga@example.com\",\"email_verified\":\"true\"}";
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String target = exchange.getRequestHeaders().getFirst("x-amz-target");
    String body = target == null ? answer(path) : states(target);
    byte[] bytes = body.getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String states(String target) {
    return switch (target) {
      case "AWSStepFunctions.DescribeExecution" -> EXECUTION;
      case "AWSStepFunctions.RedriveExecution" -> "{\"redriveDate\":1}";
      default -> "{}";
    };
  }

  private String answer(String path) {
    return switch (path) {
      case "/pool/.well-known/openid-configuration" ->
          "{\"userinfo_endpoint\":\"" + url() + "/userinfo\"}";
      case "/userinfo" -> user;
      default -> NO_OBJECTS;
    };
  }
}
