package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Box;
import dev.darkroom.core.ImageProperties;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Label;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.UploadEvent;
import dev.darkroom.core.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the steps hand to each other survives being JSON. */
class PayloadsTest {
  private static final Limits LIMITS = new Limits(1000, 2000);
  private static final List<Rendition> RENDITIONS =
      List.of(new Rendition("large", 12, 8, 99, "image/jpeg", "renditions/o/j/large.jpg"));
  private static final Analysis ANALYSIS =
      new Analysis(
          List.of(
              new Label(
                  "Cat",
                  92.5,
                  List.of("Animal"),
                  List.of(new Label.Instance(92.5, new Box(0.1, 0.2, 0.3, 0.4))))),
          new ImageProperties(1, 2, 3, List.of(new ImageProperties.Color("#102030", 4))),
          List.of("a note"));

  private final ObjectMapper json = Json.mapper();

  static List<Record> payloads() {
    return List.of(
        new Validate.Request(Uploads.event(9), Uploads.EXECUTION, LIMITS),
        Uploads.PHOTO,
        new Resize.Request(Uploads.EXECUTION, Uploads.PHOTO, "large:1280", 5_000, true),
        new Resize.Resized(RENDITIONS, Uploads.PICTURE),
        new DetectLabels.Request(Uploads.EXECUTION, Uploads.PHOTO, RENDITIONS, 55f, 20),
        ANALYSIS,
        new Persist.Request(
            Uploads.event(9),
            Uploads.EXECUTION,
            new Persist.Result(Uploads.PHOTO, Uploads.PICTURE, RENDITIONS, ANALYSIS, null)),
        new Persist.Settled("o", "j", JobStatus.COMPLETED),
        new Notify.Request(Uploads.EXECUTION, "o", "j"),
        new Notify.Published("m"),
        new Discard.Request(Uploads.event(9)),
        new Discard.Discarded("o", "j"),
        new RecordFailure.StatusChange(new RecordFailure.Detail("arn")),
        new RecordFailure.Recorded("TOLD"),
        new ReconcileJobs.Request(0L),
        new Reconciliation.Reconciled(1, 2, 3, 4, 5));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void comesBackAsItWas(Record payload) throws JsonProcessingException {
    String text = json.writeValueAsString(payload);
    assertThat(json.readValue(text, payload.getClass())).isEqualTo(payload);
  }

  @Test
  void theInputOfARestartNamesItsJob() throws JsonProcessingException {
    String input =
        """
        {"time": "2026-05-04T10:00:00Z", "job": {"owner": "owner-1", "jobId": "01J0000000000000000000000A"},
         "detail": {"bucket": {"name": "uploads"},
          "object": {"key": "uploads/owner-1/b.jpg", "size": 9, "etag": "e1", "sequencer": null}}}
        """;
    UploadEvent event = json.readValue(input, UploadEvent.class);
    assertThat(event.ref()).isEqualTo(Uploads.REF);
    assertThat(event.fileName()).isEqualTo("b.jpg");
  }

  @Test
  void whatAScheduleSendsAsksForNothingSpecial() throws JsonProcessingException {
    String event = "{\"source\": \"aws.scheduler\", \"detail\": {}, \"resources\": []}";
    assertThat(json.readValue(event, ReconcileJobs.Request.class))
        .isEqualTo(new ReconcileJobs.Request(null));
  }

  @Test
  void settingsAreReadAsTheTemplateSubstitutesThem() throws JsonProcessingException {
    Resize.Request request =
        json.readValue(
            """
            {"renditions": "large:1280", "maxPixels": "50000000", "keepPosition": "true"}
            """,
            Resize.Request.class);
    assertThat(request).isEqualTo(new Resize.Request(null, null, "large:1280", 50_000_000, true));
  }

  @Test
  void theEventIsReadAsEventBridgeDeliversIt() throws JsonProcessingException {
    Validate.Request request =
        json.readValue(
            """
                {"event": {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103",
                  "detail-type": "Object Created", "source": "aws.s3", "account": "111122223333",
                  "time": "2026-05-04T10:00:00Z", "region": "eu-west-1", "resources": ["arn:aws:s3:::uploads"],
                  "detail": {"version": "0", "bucket": {"name": "uploads"},
                    "object": {"key": "%s", "size": 9, "etag": "e1", "sequencer": "0A"},
                    "request-id": "N4N7GDK58NMKJ12R", "requester": "111122223333",
                    "source-ip-address": "192.0.2.1", "reason": "PutObject"}},
                 "executionArn": "%s", "limits": {"maxBytes": "1000", "maxPixels": "2000"}}
                """
                .formatted(Uploads.KEY, Uploads.EXECUTION),
            Validate.Request.class);
    assertThat(request)
        .isEqualTo(new Validate.Request(Uploads.event(9), Uploads.EXECUTION, LIMITS));
  }
}
