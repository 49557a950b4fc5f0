package dev.darkroom.core.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionInputTest {
  private static final String ID = JobIds.next();

  @Test
  void theKeyOfAnAnnouncedUploadTellsItsJob() {
    assertThat(ref(event("uploads/alice/" + ID + "/cat.jpg"))).contains(new JobRef("alice", ID));
  }

  @Test
  void anObjectThatNobodyAnnouncedHasTheJobThatValidateDerives() {
    String key = "uploads/alice/cat.jpg";

    assertThat(ref(event(key)))
        .contains(
            new JobRef(
                "alice",
                JobIds.derived(Instant.parse("2026-05-04T10:00:00Z"), "uploads", key, "0A")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"detail\": {}}",
        "{\"detail\": {\"bucket\": {}, \"object\": {}}}",
        "{\"detail\": {\"bucket\": {}, \"object\": {\"key\": \"uploads/alice/cat.jpg\"}}}",
        "{\"detail\": {\"bucket\": {\"name\": \"b\"}, \"object\": {\"key\": \"cat.jpg\"}}}"
      })
  void whatIsNoUploadHasNoJob(String json) {
    assertThat(ref(json)).isEmpty();
  }

  private static java.util.Optional<JobRef> ref(String json) {
    return ExecutionInput.read(json).flatMap(ExecutionInput::ref);
  }

  private static String event(String key) {
    return """
    {"version": "0", "time": "2026-05-04T10:00:00Z", "detail": {"bucket": {"name": "uploads"},
     "object": {"key": "%s", "size": 12, "etag": "tag", "sequencer": "0A"}}}
    """
        .formatted(key);
  }
}
