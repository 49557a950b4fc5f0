package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A job whose file never comes is listed as such, and expires. */
@ExtendWith(RunningCloud.class)
class AwaitedUploadIT {
  private final RunningCloud running = RunningCloud.get();
  private Uploader uploader;

  @BeforeEach
  void join() throws Exception {
    uploader = Uploader.join(running);
  }

  @AfterEach
  void leave() {
    uploader.close();
  }

  @Test
  void anAnnouncedFileThatNeverComesIsListedAndExpiresAfterThirtyDays() throws Exception {
    String jobId = uploader.api().announce(Pictures.CAT).path("jobId").asText();
    assertThat(uploader.jobs("AWAITING_UPLOAD"))
        .extracting(job -> job.path("jobId").asText())
        .containsExactly(jobId);
    Map<String, AttributeValue> item = uploader.footprint().job(uploader.sub(), jobId);
    Instant announced = Instant.parse(item.get("createdAt").s());
    long expiry = Long.parseLong(item.get("ttl").n());
    assertThat(expiry).isEqualTo(announced.plus(Duration.ofDays(30)).getEpochSecond());
    assertThat(item).doesNotContainKey("inFlight");
    assertThat(uploader.told().statuses(jobId)).isEmpty();
  }

  @Test
  void aFileThatComesIsKeptForGood() throws Exception {
    JsonNode ticket = uploader.api().announce(Pictures.CAT);
    String jobId = ticket.path("jobId").asText();
    assertThat(uploader.api().put(ticket, Pictures.CAT)).isEqualTo(200);
    uploader.after("Notify", jobId);
    assertThat(uploader.footprint().job(uploader.sub(), jobId))
        .doesNotContainKey("ttl")
        .doesNotContainKey("inFlight");
  }
}
