package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.CLOCK;
import static dev.darkroom.steps.Uploads.EXECUTION;
import static dev.darkroom.steps.Uploads.PHOTO;
import static dev.darkroom.steps.Uploads.PICTURE;
import static dev.darkroom.steps.Uploads.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Label;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersistTest {
  private static final Rendition LARGE =
      new Rendition("large", 600, 400, 5000, "image/jpeg", "renditions/o/j/large.jpg");
  private static final Label CAT = new Label("Cat", 92.5, List.of("Animal"), List.of());

  private final InMemoryJobStore jobs = Uploads.claimed();
  private final Persist persist = new Persist(jobs, CLOCK);

  @Test
  void recordsWhatWasMade() {
    Persist.Settled settled = persist.handle(completed(EXECUTION));
    assertThat(settled)
        .isEqualTo(new Persist.Settled(REF.owner(), REF.jobId(), JobStatus.COMPLETED));
    Job job = jobs.find(REF).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(job.contentType()).isEqualTo("image/jpeg");
    assertThat(job.width()).isEqualTo(600);
    assertThat(job.height()).isEqualTo(400);
    assertThat(job.capture()).isEqualTo(Uploads.PICTURE.capture());
    assertThat(job.sequence()).isEqualTo(new Sequence(12, 1));
    assertThat(job.renditions()).containsExactly(LARGE);
    assertThat(job.labels()).containsExactly(CAT);
    assertThat(job.error()).isNull();
  }

  @Test
  void whatIsToBeKnownOfThePictureComesBeforeWhatIsToBeKnownOfItsLabels() {
    persist.handle(completed(EXECUTION));
    assertThat(jobs.find(REF).orElseThrow().notes())
        .containsExactly("The file holds 12 frames; the first was used.", "a note on labels");
  }

  @Test
  void aFileThatResizeRefusedKeepsItsTypeAndHasNoSize() {
    persist.handle(
        new Persist.Request(
            Uploads.event(9),
            EXECUTION,
            new Persist.Result(PHOTO, null, null, null, "TRUNCATED: The file ends early.")));
    Job job = jobs.find(REF).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.REJECTED);
    assertThat(job.contentType()).isEqualTo("image/jpeg");
    assertThat(job.width()).isNull();
    assertThat(job.notes()).isEmpty();
  }

  @Test
  void recordsWhyAFileWasRefused() {
    Persist.Result refused =
        new Persist.Result(
            null, null, null, null, "TRUNCATED: The file ends early: upload it again.");
    Persist.Settled settled =
        persist.handle(new Persist.Request(Uploads.event(9), EXECUTION, refused));
    assertThat(settled.status()).isEqualTo(JobStatus.REJECTED);
    assertThat(jobs.find(REF).orElseThrow().error())
        .isEqualTo(new JobError("TRUNCATED", "The file ends early: upload it again."));
  }

  @Test
  void mayRunTwice() {
    Persist.Settled first = persist.handle(completed(EXECUTION));
    assertThat(persist.handle(completed(EXECUTION))).isEqualTo(first);
  }

  @Test
  void doesNotWriteForAnExecutionThatDoesNotHoldTheJob() {
    assertThatThrownBy(() -> persist.handle(completed(EXECUTION + "-other")))
        .isInstanceOf(JobConflict.class);
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.PROCESSING);
  }

  @Test
  void writesNothingOfADeletedJob() {
    jobs.delete(REF);
    assertThatThrownBy(() -> persist.handle(completed(EXECUTION))).isInstanceOf(JobDeleted.class);
    assertThat(jobs.find(REF)).isEmpty();
  }

  private static Persist.Request completed(String executionArn) {
    return new Persist.Request(
        Uploads.event(9),
        executionArn,
        new Persist.Result(
            PHOTO,
            PICTURE,
            List.of(LARGE),
            new Analysis(List.of(CAT), null, List.of("a note on labels")),
            null));
  }
}
