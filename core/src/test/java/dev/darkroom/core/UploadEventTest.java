package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadEventTest {
  private static final JobRef REF = new JobRef("alice", JobIds.next());

  @Test
  void theKeyOfAnAnnouncedUploadTellsItsJob() {
    assertThat(ofKey(ObjectKeys.original(REF, "cat.jpg")).ref()).isEqualTo(REF);
  }

  @Test
  void keysAreTakenAsTheyAre() {
    assertThat(ofKey(ObjectKeys.original(REF, "a+b %41.jpg")).fileName()).isEqualTo("a+b %41.jpg");
  }

  @Test
  void anOperatorsObjectGetsOneJobHoweverOftenItsEventComes() {
    UploadEvent first = ofKey("uploads/alice/cat.jpg");

    assertThat(ofKey("uploads/alice/cat.jpg").ref())
        .isEqualTo(first.ref())
        .isEqualTo(
            new JobRef(
                "alice",
                JobIds.derived(
                    Instant.parse("2026-05-04T10:00:00Z"),
                    "uploads",
                    "uploads/alice/cat.jpg",
                    "0A")));
  }

  @Test
  void anExecutionThatBeginsAnewIsToldItsJob() {
    UploadEvent first = ofKey("uploads/alice/cat.jpg");
    UploadEvent again = new UploadEvent("2026-06-01T10:00:00Z", first.detail(), REF);

    assertThat(again.ref()).isEqualTo(REF).isNotEqualTo(first.ref());
    assertThat(UploadEvent.read(again.json())).isEqualTo(again);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"detail\": {}}",
        "{\"detail\": {\"bucket\": {}, \"object\": {}}}",
        "{\"detail\": {\"bucket\": {\"name\": \"b\"}, \"object\": {\"key\": \"cat.jpg\"}}}"
      })
  void whatIsNoUploadIsRefusedByName(String input) {
    assertThatThrownBy(() -> UploadEvent.read(input).ref()).isInstanceOf(NotAnUpload.class);
  }

  @Test
  void anInputThatStepFunctionsDoesNotTellIsNoUpload() {
    assertThatThrownBy(() -> UploadEvent.read(null)).isInstanceOf(NotAnUpload.class);
  }

  @Test
  void aKeyWithoutOwnerIsNamed() {
    assertThatThrownBy(() -> ofKey("uploads/b.jpg").ref())
        .isInstanceOf(NotAnUpload.class)
        .hasMessageContaining("uploads/b.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"time\": \"yesterday\",", "\"time\": \"2026-05-04T10:00:00Z\","})
  void anUnannouncedObjectWhoseWriteIsNotToldIsNoUpload(String time) {
    String object = time.contains("2026") ? "" : ", \"sequencer\": \"0A\"";
    String input =
        "{%s \"detail\": {\"bucket\": {\"name\": \"b\"}, \"object\": {\"key\": \"uploads/alice/a.jpg\"%s}}}"
            .formatted(time, object);

    assertThatThrownBy(() -> UploadEvent.read(input).ref())
        .isInstanceOf(NotAnUpload.class)
        .hasMessageContaining("uploads/alice/a.jpg");
  }

  private static UploadEvent ofKey(String key) {
    return UploadEvent.read(
        """
        {"version": "0", "time": "2026-05-04T10:00:00Z", "detail": {"bucket": {"name": "uploads"},
         "object": {"key": "%s", "size": 12, "etag": "tag", "sequencer": "0A"}}}
        """
            .formatted(key));
  }
}
