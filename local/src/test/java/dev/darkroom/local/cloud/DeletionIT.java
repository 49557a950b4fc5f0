package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** A deleted image leaves nothing behind, whatever goes on when it is deleted. */
@ExtendWith(RunningCloud.class)
class DeletionIT {
  private final RunningCloud running = RunningCloud.get();
  private ApiCalls api;

  @BeforeEach
  void signIn() throws Exception {
    api = new ApiCalls(running.apiUrl(), running.user().signIn());
  }

  @Test
  void anImageIsGoneWithItsObjects() throws Exception {
    String id = running.api().upload(Pictures.ROCKET);
    running.notified(id);
    assertThat(objects(id)).hasSize(4);
    assertThat(api.status("DELETE", "/images/" + id)).isEqualTo(204);
    assertThat(api.status("DELETE", "/images/" + id)).isEqualTo(204);
    assertThat(objects(id)).isEmpty();
    assertThat(api.status("GET", "/images/" + id)).isEqualTo(404);
    assertThat(api.status("GET", "/jobs/" + id)).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 30, 80, 150, 250, 400, 700})
  void nothingIsLeftWhenTheJobRuns(long millisAfterTheUpload) throws Exception {
    String id = running.api().upload(Pictures.CAT);
    Thread.sleep(millisAfterTheUpload);
    assertThat(api.status("DELETE", "/images/" + id)).isEqualTo(204);
    assertThat(ended(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(objects(id)).isEmpty();
    assertThat(api.status("GET", "/images/" + id)).isEqualTo(404);
  }

  @Test
  void aFileThatComesAfterTheDeletionIsDiscarded() throws Exception {
    JsonNode ticket = api.announce(Pictures.CAT);
    String id = ticket.path("jobId").asText();
    assertThat(api.status("DELETE", "/images/" + id)).isEqualTo(204);
    assertThat(api.put(ticket, Pictures.CAT)).isEqualTo(200);
    DescribeExecutionResponse ended = ended(id);
    assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(states(ended.executionArn())).containsExactly("Validate", "Discard");
    assertThat(objects(id)).isEmpty();
    assertThat(api.status("GET", "/images/" + id)).isEqualTo(404);
  }

  private DescribeExecutionResponse ended(String id) {
    String arn = running.executionOf(id).executionArn();
    return Awaitility.await("the end of " + arn)
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> running.describe(arn),
            execution -> execution.status() != ExecutionStatus.RUNNING);
  }

  private List<String> states(String executionArn) {
    return running.history(executionArn).stream()
        .filter(event -> event.stateEnteredEventDetails() != null)
        .map(HistoryEvent::stateEnteredEventDetails)
        .map(details -> details.name())
        .toList();
  }

  private List<String> objects(String id) {
    String owner = running.user().user().sub();
    String renditions = running.cloud().outputs().get("RenditionsBucketName");
    return Stream.concat(
            keys(running.uploadsBucket(), "uploads/" + owner + "/" + id),
            keys(renditions, "renditions/" + owner + "/" + id))
        .toList();
  }

  private Stream<String> keys(String bucket, String prefix) {
    return running
        .s3()
        .listObjectsV2(list -> list.bucket(bucket).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key);
  }
}
