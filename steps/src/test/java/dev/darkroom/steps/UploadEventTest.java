package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.JobIds;
import org.junit.jupiter.api.Test;

class UploadEventTest {
  @Test
  void anAnnouncedUploadNamesItsJob() {
    assertThat(Uploads.event(9).ref()).isEqualTo(Uploads.REF);
  }

  @Test
  void keysAreTakenAsTheyAre() {
    String key = "uploads/owner-1/01J0000000000000000000000A/a+b %41.jpg";
    assertThat(Uploads.event(key, 9).fileName()).isEqualTo("a+b %41.jpg");
  }

  @Test
  void anOperatorsObjectGetsOneJobHoweverOftenItsEventComes() {
    UploadEvent first = Uploads.event("uploads/owner-1/b.jpg", 9);
    UploadEvent second = Uploads.event("uploads/owner-1/b.jpg", 9);
    assertThat(first.ref()).isEqualTo(second.ref());
    assertThat(JobIds.isId(first.ref().jobId())).isTrue();
  }

  @Test
  void anExecutionThatBeginsAnewIsToldItsJob() {
    UploadEvent first = Uploads.event("uploads/owner-1/b.jpg", 9);
    UploadEvent again = new UploadEvent("2026-06-01T10:00:00Z", first.detail(), Uploads.REF);

    assertThat(again.ref()).isEqualTo(Uploads.REF).isNotEqualTo(first.ref());
  }

  @Test
  void anInputWithoutAnObjectIsRefusedByName() {
    assertThatThrownBy(() -> new UploadEvent(null, null).ref()).isInstanceOf(NotAnUpload.class);
    assertThatThrownBy(() -> Uploads.event(null, 9).ref()).isInstanceOf(NotAnUpload.class);
  }

  @Test
  void aKeyWithoutOwnerIsRefusedByName() {
    assertThatThrownBy(() -> Uploads.event("uploads/b.jpg", 9).ref())
        .isInstanceOf(NotAnUpload.class)
        .hasMessageContaining("uploads/b.jpg");
  }
}
