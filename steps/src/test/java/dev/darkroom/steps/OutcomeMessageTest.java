package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Label;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeMessageTest {
  private static final List<Rendition> RENDITIONS =
      List.of(
          new Rendition("large", 1280, 853, 212_345, "image/jpeg", "k"),
          new Rendition("small", 160, 107, 900, "image/jpeg", "k"));
  private static final List<Label> LABELS =
      List.of(new Label("Cat", 92.4, List.of("Animal"), List.of()));

  @Test
  void tellsWhatWasMade() {
    OutcomeMessage message = OutcomeMessage.of(completed("harbour.jpg", LABELS, List.of()));
    assertThat(message.subject()).isEqualTo("Your photo harbour.jpg is ready");
    assertThat(message.body())
        .contains("\"harbour.jpg\" is ready")
        .contains("large, 1280 × 853 px, 212.3 kB")
        .contains("small, 160 × 107 px, 900 bytes")
        .contains("Cat, 92 % certain");
  }

  @Test
  void tellsWhyThereAreNoLabels() {
    OutcomeMessage message =
        OutcomeMessage.of(
            completed("a.jpg", List.of(), List.of("There are no labels: too small.")));
    assertThat(message.body()).contains("Labels: none.\n\nThere are no labels: too small.\n\nJob");
  }

  @Test
  void tellsWhatIsToBeKnownOfThePictureBesideItsLabels() {
    String note = "The file holds 12 frames; the first was used.";
    assertThat(OutcomeMessage.of(completed("a.gif", LABELS, List.of(note))).body())
        .contains("Cat, 92 % certain\n\n" + note + "\n\nJob");
  }

  @Test
  void tellsWhyAFileWasRefused() {
    Job job = rejected("diary.jpg", new JobError("NOT_A_PICTURE", "The file is not a picture."));
    OutcomeMessage message = OutcomeMessage.of(job);
    assertThat(message.subject()).isEqualTo("Your photo diary.jpg was not accepted");
    assertThat(message.body())
        .contains("The file is not a picture.")
        .contains("NOT_A_PICTURE")
        .contains(job.jobId());
  }

  @Test
  void theSubjectIsPlainAndShort() {
    assertThat(subject("größe.jpg")).isEqualTo("Your photo is ready");
    assertThat(subject("a".repeat(100))).isEqualTo("Your photo is ready");
    assertThat(subject("a\r\nBcc: all@example.com"))
        .isEqualTo("Your photo a Bcc: all@example.com is ready");
  }

  @Test
  void theBodyKeepsTheNameButNoControlCharacters() {
    assertThat(OutcomeMessage.of(completed("größe\n1.jpg", LABELS, List.of())).body())
        .contains("\"größe 1.jpg\"");
  }

  @Test
  void theLastLineTellsTheMessageFromAnyOtherButItsRepeats() {
    Job job = completed("a.jpg", LABELS, List.of());
    OutcomeMessage message = OutcomeMessage.of(job);
    assertThat(message.id()).isEqualTo(job.jobId() + "-COMPLETED-0");
    assertThat(message.body()).endsWith("\nMessage " + message.id());
    assertThat(OutcomeMessage.of(job)).isEqualTo(message);
  }

  private static String subject(String fileName) {
    return OutcomeMessage.of(completed(fileName, LABELS, List.of())).subject();
  }

  private static Job completed(String fileName, List<Label> labels, List<String> notes) {
    return settled(
        fileName,
        new Outcome(
            JobStatus.COMPLETED,
            "image/jpeg",
            1600,
            1066,
            null,
            null,
            RENDITIONS,
            labels,
            null,
            notes,
            null,
            Uploads.NOW));
  }

  private static Job rejected(String fileName, JobError error) {
    return settled(fileName, Outcome.rejected(null, error, Uploads.NOW));
  }

  private static Job settled(String fileName, Outcome outcome) {
    InMemoryJobStore jobs = new InMemoryJobStore(Uploads.CLOCK);
    JobRef ref = Uploads.REF;
    jobs.claim(
        new dev.darkroom.core.Claim(
            ref,
            Uploads.EXECUTION,
            new dev.darkroom.core.Original(Uploads.KEY, "e"),
            fileName,
            9,
            Uploads.NOW));
    jobs.settle(ref, Uploads.EXECUTION, outcome);
    return jobs.find(ref).orElseThrow();
  }
}
