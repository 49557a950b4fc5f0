package dev.darkroom.local.rekognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts DetectLabels calls by what they were answered, since the start. Each HTTP request is one.
 *
 * @see <a href="https://docs.aws.amazon.com/rekognition/latest/dg/cloudwatch-metricsdim.html">
 *     CloudWatch metrics for Rekognition</a>, which name them so
 */
final class CallCounts {
  private final LongAdder succeeded = new LongAdder();
  private final LongAdder throttled = new LongAdder();

  void succeeded() {
    succeeded.increment();
  }

  void throttled() {
    throttled.increment();
  }

  JsonNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("SuccessfulRequestCount", succeeded.sum())
        .put("ThrottledCount", throttled.sum());
  }
}
