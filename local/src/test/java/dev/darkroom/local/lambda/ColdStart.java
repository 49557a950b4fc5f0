package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures a cold start of Resize: from the start of its JVM, under AWS's runtime interface client,
 * to its answer for one photo. Table and buckets answer at once. Takes the artifact, a photo, and
 * how often.
 */
final class ColdStart {
  private static final String FUNCTION = "ResizeFunction";
  private static final long SECONDS_TO_ANSWER = 60;

  private final DeployedFunction function;
  private final Path log;

  private ColdStart(DeployedFunction function, Path log) {
    this.function = function;
    this.log = log;
  }

  public static void main(String... arguments) throws Exception {
    byte[] photo = Files.readAllBytes(Path.of(arguments[1]));
    ColdStart measured =
        new ColdStart(deployed(Path.of(arguments[0])), Files.createTempFile("cold-start", ".log"));
    List<Long> wall = new ArrayList<>();
    List<Long> cpu = new ArrayList<>();
    try (LoopbackServer services = LoopbackServer.start(0, request -> reply(request, photo))) {
      for (int run = 0; run < Integer.parseInt(arguments[2]); run++) {
        measured.run(services, wall, cpu);
      }
    } finally {
      Files.delete(measured.log);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d starts, ms to the first answer: median %d, least %d; CPU ms: median %d, least %d%n",
        arguments[0],
        wall.size(),
        median(wall),
        wall.get(0),
        median(cpu),
        cpu.get(0));
  }

  private void run(LoopbackServer services, List<Long> wall, List<Long> cpu) throws Exception {
    try (RuntimeApi api = new RuntimeApi(event(), function.arn(), function.timeout())) {
      Map<String, String> environment = new HashMap<>(LambdaEnvironment.of(function, api));
      environment.put("AWS_ENDPOINT_URL", services.uri().toString());
      long start = System.nanoTime();
      try (RuntimeProcess process = RuntimeProcess.start(function, environment, log)) {
        RuntimeApi.Outcome outcome = api.outcome().get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        wall.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        cpu.add(process.cpuTime().toMillis());
        if (!outcome.kind().equals("response")) {
          throw new IllegalStateException(outcome + "\n" + process.output());
        }
      }
    }
  }

  /** The photo for S3's GET, what satisfies the SDK for the rest. */
  private static Reply reply(Request request, byte[] photo) {
    return switch (request.method()) {
      case "GET" -> new Reply(200, Map.of("etag", "\"e1\""), photo);
      case "PUT" -> new Reply(200, Map.of("etag", "\"e2\""), new byte[0]);
      default -> Reply.text(200, "application/x-amz-json-1.0", "{}");
    };
  }

  private static String event() {
    ObjectNode event = new ObjectMapper().createObjectNode();
    event.put("executionArn", "arn:aws:states:us-east-1:000000000000:execution:process-image:one");
    event
        .putObject("photo")
        .put("owner", "alice")
        .put("jobId", "01JTDS3Z3G8V6N0E9Q4C5K7M2X")
        .put("bucket", "uploads")
        .put("key", "uploads/alice/01JTDS3Z3G8V6N0E9Q4C5K7M2X/ship.jpg")
        .put("eTag", "e1")
        .put("contentType", "image/jpeg");
    String renditions = "large:1280,medium:480,small:160";
    // "sizes" is what artifacts before this one call it.
    return event
        .put("renditions", renditions)
        .put("sizes", renditions)
        .put("maxPixels", "50000000")
        .put("keepPosition", "false")
        .toString();
  }

  private static DeployedFunction deployed(Path jar) throws Exception {
    DeployedFunction resize =
        DeployedFunction.all().stream()
            .filter(function -> function.logicalId().equals(FUNCTION))
            .findFirst()
            .orElseThrow();
    return new DeployedFunction(
        resize.logicalId(),
        resize.handler(),
        jar.toAbsolutePath(),
        resize.environment(),
        Duration.ofSeconds(SECONDS_TO_ANSWER));
  }

  private static long median(List<Long> values) {
    values.sort(null);
    return values.get(values.size() / 2);
  }
}
