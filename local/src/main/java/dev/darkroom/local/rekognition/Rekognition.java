package dev.darkroom.local.rekognition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.http.AwsJsonService;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Service;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Amazon Rekognition's DetectLabels on this machine, over a real object detector.
 *
 * <p>Labels come from SSD Inception v2 trained on COCO: 80 kinds of objects. Scenes, activities and
 * other things get no label, or confidently a wrong one; confidences are the model's scores times
 * 100. Image properties are computed from the pixels; foreground and background are not told apart
 * and left out. Every other operation is refused with UnknownOperationException, category filters
 * with InvalidParameterException. Safe on many threads; one picture is detected at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabels.html">
 *     DetectLabels</a>
 */
public final class Rekognition implements AutoCloseable {
  /** No quota on requests. */
  public static final double UNLIMITED = Double.POSITIVE_INFINITY;

  private static final Logger log = LoggerFactory.getLogger(Rekognition.class);

  private final ObjectDetector detector;
  private final DetectLabelsOperation detectLabels;
  private final RequestQuota quota;
  private final CallCounts counts = new CallCounts();
  private final AtomicInteger toThrottle = new AtomicInteger();

  private Rekognition(ObjectDetector detector, ObjectReader objects, RequestQuota quota) {
    this.detector = detector;
    this.detectLabels = new DetectLabelsOperation(new ImageSource(objects), detector);
    this.quota = quota;
  }

  /** Starts without a quota; see {@link #start(ObjectReader, double)}. */
  public static Rekognition start(ObjectReader objects) throws IOException {
    return start(objects, UNLIMITED);
  }

  /**
   * Starts and returns at once: the model loads on a thread of its own, and the first call waits
   * for it.
   *
   * @param objects where {@code Image.S3Object} is read
   * @param requestsPerSecond calls beyond it are answered with
   *     ProvisionedThroughputExceededException; more than 0, or {@link #UNLIMITED}
   * @throws IOException when the model's label map is not on the class path
   */
  public static Rekognition start(ObjectReader objects, double requestsPerSecond)
      throws IOException {
    var quota = new RequestQuota(requestsPerSecond, System::nanoTime);
    return new Rekognition(ObjectDetector.start(), objects, quota);
  }

  /**
   * The service behind AWS JSON 1.1, for an HTTP server. Beside AWS's own it answers {@code GET
   * /counts.json}: how many calls it has answered, and how many it has throttled.
   */
  public Service endpoint() {
    Service calls =
        new AwsJsonService("RekognitionService", Map.of("DetectLabels", this::detectLabels));
    return request ->
        request.method().equals("GET") && request.uri().getPath().equals("/counts.json")
            ? Reply.text(200, "application/json", counts.toJson().toString())
            : calls.handle(request);
  }

  /**
   * Answers the next calls with ThrottlingException, for drills: does the pipeline wait and try
   * again? Each HTTP request counts as a call, and AWS SDKs repeat a throttled one by themselves.
   *
   * @param calls how many from now on; 0 ends a drill
   */
  public void throttleNext(int calls) {
    toThrottle.set(calls);
  }

  /** Frees the model; a load under way frees it when it is done. */
  @Override
  public void close() {
    detector.close();
  }

  private JsonNode detectLabels(JsonNode request) {
    if (toThrottle.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw throttled(new AwsError(500, "ThrottlingException", "Rate exceeded"));
    }
    if (!quota.take()) {
      throw throttled(
          AwsError.badRequest(
              "ProvisionedThroughputExceededException", "Provisioned rate exceeded."));
    }
    try {
      JsonNode answer = detectLabels.call(request);
      counts.succeeded();
      return answer;
    } catch (IOException | CompletionException e) {
      log.error("DetectLabels failed", e);
      throw new AwsError(500, "InternalServerError", String.valueOf(e.getMessage()));
    }
  }

  private AwsError throttled(AwsError error) {
    counts.throttled();
    return error;
  }
}
