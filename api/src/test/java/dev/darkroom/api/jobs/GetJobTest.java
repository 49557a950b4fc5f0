package dev.darkroom.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import dev.darkroom.core.Box;
import dev.darkroom.core.Capture;
import dev.darkroom.core.Claim;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageProperties;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Label;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Original;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Sequence;
import dev.darkroom.core.Wait;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetJobTest {
  private static final String EXECUTION = "arn:aws:states:eu-west-1:1:execution:process-image:e";

  private final InMemoryJobStore jobs = Client.store();
  private final JobRef ref = new JobRef("alice", JobIds.next());
  private final Client alice = Client.of(jobs).as("alice", "[uploader]");

  @Test
  void anAnnouncedJobHasEveryKey() {
    announce();

    Answer answer = alice.get(ref.jobId());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("cache-control", "no-store");
    assertThat(answer.body())
        .isEqualTo(
            Answer.json(
                """
                {"jobId": "%s", "owner": "alice", "status": "AWAITING_UPLOAD", "step": null,
                 "waitingFor": null, "redrives": 0,
                 "fileName": "cat.jpg", "caption": null, "albumId": null,
                 "contentType": "image/jpeg", "bytes": 12,
                 "width": null, "height": null, "capture": null, "sequence": null,
                 "createdAt": "2026-05-04T10:00:00.120Z", "updatedAt": "2026-05-04T10:00:00.120Z",
                 "renditions": [], "labels": [], "imageProperties": null, "notes": [],
                 "error": null}
                """
                    .formatted(ref.jobId())));
  }

  @Test
  void aCompletedJobShowsWhatWasMade() {
    settle(completed());

    JsonNode job = alice.get(ref.jobId()).body();

    assertThat(job.get("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.get("step").asText()).isEqualTo("Persist");
    assertThat(job.get("width").asInt()).isEqualTo(3000);
    assertThat(job.get("capture"))
        .isEqualTo(
            Answer.json(
                """
                {"takenAt": "2026-05-01T12:00:00+02:00", "camera": "Canon EOS R6", "lens": null,
                 "exposureSeconds": 0.008, "fNumber": 2.8, "iso": 400, "focalLengthMm": 35.0,
                 "position": {"latitude": -33.5, "longitude": 151.25}}
                """));
    assertThat(job.get("sequence")).isEqualTo(Answer.json("{\"frames\": 12, \"used\": 1}"));
    assertThat(job.get("labels"))
        .isEqualTo(
            Answer.json(
                """
                [{"name": "Cat", "confidence": 98.5, "parents": ["Animal"], "instances":
                  [{"confidence": 97.25,
                    "box": {"left": 0.125, "top": 0.25, "width": 0.5, "height": 0.625}}]}]
                """));
    assertThat(job.get("imageProperties"))
        .isEqualTo(
            Answer.json(
                """
                {"brightness": 71.5, "sharpness": 83.25, "contrast": 64.0,
                 "dominantColors": [{"hex": "#a08060", "percent": 41.5}]}
                """));
    assertThat(job.get("notes")).isEqualTo(Answer.json("[\"Only the first frame was taken.\"]"));
    assertThat(job.get("error").isNull()).isTrue();
  }

  @Test
  void aRenditionsUrlIsAPlainGetThatExpires() {
    settle(completed());

    JsonNode large = alice.get(ref.jobId()).body().get("renditions").get(0);

    URI url = URI.create(large.get("url").asText());
    assertThat(url.getHost()).isEqualTo("renditions-bucket.s3.eu-west-1.amazonaws.com");
    assertThat(url.getPath()).isEqualTo("/renditions/alice/" + ref.jobId() + "/large.jpg");
    assertThat(url.getQuery())
        .contains("X-Amz-Expires=3600", "X-Amz-SignedHeaders=host&")
        .doesNotContain("checksum");
    assertThat(large.get("expiresAt").asText()).endsWith(".000Z");
    assertThat(large.get("bytes").asLong()).isEqualTo(214332);
  }

  @Test
  void aRejectedJobTellsWhy() {
    settle(rejected());

    JsonNode job = alice.get(ref.jobId()).body();

    assertThat(job.get("status").asText()).isEqualTo("REJECTED");
    assertThat(job.get("error"))
        .isEqualTo(
            Answer.json(
                """
                {"code": "TRUNCATED", "detail": "Upload it again.",
                 "step": null, "error": null, "cause": null}
                """));
  }

  @Test
  void aFailedJobTellsWhereAndOfWhat() {
    announce();
    jobs.fail(
        claimed(),
        new JobError(
            "STEP_FAILED",
            "Darkroom itself failed.",
            new Failure("DetectLabels", "States.Timeout", "It took too long.")));

    JsonNode job = alice.get(ref.jobId()).body();

    assertThat(job.get("status").asText()).isEqualTo("FAILED");
    assertThat(job.get("error"))
        .isEqualTo(
            Answer.json(
                """
                {"code": "STEP_FAILED", "detail": "Darkroom itself failed.",
                 "step": "DetectLabels", "error": "States.Timeout", "cause": "It took too long."}
                """));
  }

  @Test
  void aJobThatWaitsForLabelsSaysSo() {
    claim();
    jobs.waiting(ref, EXECUTION, Wait.LABELS);

    assertThat(alice.get(ref.jobId()).text("waitingFor")).isEqualTo("labels");
  }

  @Test
  void nobodyIsAskedToComeBackForAFinalJob() {
    settle(rejected());

    assertThat(alice.get(ref.jobId()).headers()).doesNotContainKey("retry-after");
  }

  @ParameterizedTest
  @CsvSource({"-5, 1", "0, 1", "9, 1", "10, 2", "39, 4", "40, 5", "86400, 5"})
  void theLongerAJobStandsStillTheMoreRarelyItIsAskedFor(long secondsLater, String retryAfter) {
    announce();

    Client later = Client.at(Client.NOW.plusSeconds(secondsLater), jobs).as("alice");

    assertThat(later.get(ref.jobId()).headers()).containsEntry("retry-after", retryAfter);
  }

  @Test
  void aJobInProcessIsAskedForAgainToo() {
    claim();

    Answer answer = alice.get(ref.jobId());

    assertThat(answer.text("status")).isEqualTo("PROCESSING");
    assertThat(answer.headers()).containsEntry("retry-after", "1");
  }

  @Test
  void anObjectThatNobodyAnnouncedHasNoTypeYet() {
    claim();

    assertThat(alice.get(ref.jobId()).body().get("contentType").isNull()).isTrue();
  }

  @Test
  void anAdministratorSeesEveryJob() {
    announce();

    Answer answer = Client.of(jobs).as("root", "[admin]").get(ref.jobId());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("owner")).isEqualTo("alice");
  }

  @Test
  void aForeignJobIsAnsweredAsOneThatDoesNotExist() {
    announce();
    Client bob = Client.of(jobs).as("bob", "[uploader]");

    Answer foreign = bob.get(ref.jobId());

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign).isEqualTo(bob.get(JobIds.next()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "cat", "01JX4N7Q0Z8W3V5T2R9P6K1M4", "../../etc/passwd", "OWNER#alice"})
  void whatIsNoIdIsAnsweredAsAJobThatDoesNotExist(String jobId) {
    announce();

    assertThat(alice.get(jobId)).isEqualTo(alice.get(JobIds.next()));
    assertThat(Client.of(jobs).as("root", "[admin]").get(jobId).problem()).isEqualTo("not-found");
  }

  @Test
  void anIdInSmallLettersIsNone() {
    announce();

    assertThat(alice.get(ref.jobId().toLowerCase(Locale.ROOT)).status()).isEqualTo(404);
  }

  private void announce() {
    jobs.announce(Job.announced(ref, "cat.jpg", "image/jpeg", 12, Client.NOW));
  }

  private void claim() {
    jobs.claim(claimed());
  }

  private Claim claimed() {
    return new Claim(
        ref,
        EXECUTION,
        new Original(ObjectKeys.original(ref, "cat.jpg"), "tag"),
        "cat.jpg",
        12,
        Client.NOW);
  }

  private void settle(Outcome outcome) {
    announce();
    claim();
    jobs.settle(ref, EXECUTION, outcome);
  }

  private Outcome completed() {
    return new Outcome(
        JobStatus.COMPLETED,
        "image/gif",
        3000,
        2000,
        new Capture(
            "2026-05-01T12:00:00+02:00",
            "Canon EOS R6",
            null,
            0.008,
            2.8,
            400,
            35.0,
            new Capture.Position(-33.5, 151.25)),
        new Sequence(12, 1),
        List.of(
            new Rendition(
                "large",
                1280,
                853,
                214332,
                "image/jpeg",
                ObjectKeys.rendition(ref, "large", "image/jpeg"))),
        List.of(
            new Label(
                "Cat",
                98.5,
                List.of("Animal"),
                List.of(new Label.Instance(97.25, new Box(0.125, 0.25, 0.5, 0.625))))),
        new ImageProperties(71.5, 83.25, 64.0, List.of(new ImageProperties.Color("#a08060", 41.5))),
        List.of("Only the first frame was taken."),
        null,
        Client.NOW.plusSeconds(3));
  }

  private static Outcome rejected() {
    return Outcome.rejected(
        null, new JobError("TRUNCATED", "Upload it again."), Client.NOW.plusSeconds(1));
  }
}
