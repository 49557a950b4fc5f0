package dev.darkroom.local.cloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.mail.Email;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** From the upload to the e-mail, for each kind of picture. */
@ExtendWith(RunningCloud.class)
class PipelineIT {
  private static final List<String> NAMES = List.of("large", "medium", "small");

  @TempDir private Path folder;
  private final RunningCloud running = RunningCloud.get();

  @Test
  void aPhotoIsResizedLabelledRecordedAndTold() throws Exception {
    String jobId = running.api().upload(Pictures.CAT);
    JsonNode job = running.settled(jobId);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("owner").asText()).isEqualTo(running.user().user().sub());
    assertThat(job.path("fileName").asText()).isEqualTo("chelsea.png");
    assertThat(job.path("contentType").asText()).isEqualTo("image/png");
    assertThat(job.path("width").asInt()).isEqualTo(451);
    assertThat(job.path("height").asInt()).isEqualTo(300);
    assertThat(job.path("error").isNull()).isTrue();
    assertThat(labels(job)).contains("Cat");
    JsonNode box = job.path("labels").get(0).path("instances").get(0).path("box");
    assertThat(box.path("width").asDouble()).isBetween(0.1, 1.0);
    assertThat(job.path("imageProperties").path("dominantColors")).isNotEmpty();
    Email email = running.user().mailAbout(jobId);
    assertThat(email.subject()).isEqualTo("Your photo chelsea.png is ready");
    assertThat(email.body()).contains("large, 451 × 300 px").contains("Cat, ");
  }

  @Test
  void theExecutionSucceedsAndNotificationIsItsLastStep() throws Exception {
    String jobId = running.api().upload(Pictures.ROCKET);
    assertThat(running.notified(jobId).path("status").asText()).isEqualTo("COMPLETED");
    List<HistoryEventType> entered =
        running.history(running.executionOf(jobId).executionArn()).stream()
            .filter(event -> event.stateEnteredEventDetails() != null)
            .map(event -> event.type())
            .toList();
    assertThat(entered).hasSize(5).containsOnly(HistoryEventType.TASK_STATE_ENTERED);
  }

  @ParameterizedTest
  @CsvSource({
    "jpeg, image/jpeg",
    "png, image/png",
    "gif, image/gif",
    "bmp, image/bmp",
    "tiff, image/tiff"
  })
  void everyFormatGivesUprightRenditions(String format, String contentType) throws Exception {
    Path file = Pictures.file(folder, "halves." + format, Pictures.halves(format, 1600, 900));
    JsonNode job = running.settled(running.api().upload(file));
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("contentType").asText()).isEqualTo(contentType);
    assertRenditions(job, "1280x720", "480x270", "160x90");
    BufferedImage large = rendition(job, 0);
    assertThat(Pictures.isReddish(large.getRGB(100, 300))).isTrue();
    assertThat(Pictures.isBluish(large.getRGB(1200, 300))).isTrue();
  }

  @Test
  void transparencyIsKeptInPngs() throws Exception {
    Path file = Pictures.file(folder, "alpha.png", Pictures.transparentPng(400, 400));
    JsonNode job = running.settled(running.api().upload(file));
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("renditions"))
        .allSatisfy(
            rendition -> {
              assertThat(rendition.path("contentType").asText()).isEqualTo("image/png");
              assertThat(URI.create(rendition.path("url").asText()).getPath())
                  .endsWith("/" + rendition.path("name").asText() + ".png");
            });
    assertThat(job.path("imageProperties").isNull()).as("labelled").isFalse();
    BufferedImage large = rendition(job, 0);
    assertThat(Pictures.isReddish(large.getRGB(50, 50))).isTrue();
    assertThat(large.getRGB(200, 350) >>> 24).as("opacity").isZero();
  }

  @Test
  void aWebPIsTaken() throws Exception {
    Path file = Pictures.file(folder, "halves.webp", Pictures.kept("halves.webp"));
    JsonNode job = running.settled(running.api().upload(file));
    assertThat(job.path("contentType").asText()).isEqualTo("image/webp");
    assertRenditions(job, "1280x720", "480x270", "160x90");
    BufferedImage large = rendition(job, 0);
    assertThat(Pictures.isReddish(large.getRGB(100, 300))).isTrue();
    assertThat(Pictures.isBluish(large.getRGB(1200, 300))).isTrue();
  }

  @Test
  void inksBecomeColours() throws Exception {
    Path file = Pictures.file(folder, "halves-cmyk.jpg", Pictures.kept("halves-cmyk.jpg"));
    JsonNode job = running.settled(running.api().upload(file));
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    Color left = new Color(rendition(job, 0).getRGB(100, 300));
    Color right = new Color(rendition(job, 0).getRGB(1200, 300));
    assertThat(left.getRed()).isGreaterThan(left.getBlue() + 100);
    assertThat(right.getBlue()).isGreaterThan(right.getRed() + 50);
  }

  @Test
  void ofAnAnimationTheFirstFrameIsUsedAndTheUploaderIsTold() throws Exception {
    Path file = Pictures.file(folder, "blink.gif", Pictures.blinkingGif(300, 200, 12));
    String jobId = running.api().upload(file);
    JsonNode job = running.settled(jobId);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("sequence").path("frames").asInt()).isEqualTo(12);
    assertThat(job.path("sequence").path("used").asInt()).isEqualTo(1);
    assertThat(Pictures.isReddish(rendition(job, 0).getRGB(50, 100))).isTrue();
    assertThat(job.path("notes").get(0).asText()).contains("12 frames").contains("first");
    assertThat(running.user().mailAbout(jobId).body()).contains(job.path("notes").get(0).asText());
  }

  @Test
  void howAPhotoWasTakenIsKeptButNotWhere() throws Exception {
    byte[] photo = Pictures.kept("opera.jpg");
    assertThat(new String(photo, ISO_8859_1)).contains("Exif").contains("Canon EOS R6");
    String jobId = running.api().upload(Pictures.file(folder, "opera.jpg", photo));
    JsonNode job = running.settled(jobId);
    JsonNode capture = job.path("capture");
    assertThat(capture.path("takenAt").asText()).isEqualTo("2026-05-01T12:00:00");
    assertThat(capture.path("camera").asText()).isEqualTo("Canon EOS R6");
    assertThat(capture.path("lens").asText()).isEqualTo("RF35mm F1.8");
    assertThat(capture.path("exposureSeconds").asDouble()).isEqualTo(0.008);
    assertThat(capture.path("fNumber").asDouble()).isEqualTo(2.8);
    assertThat(capture.path("iso").asInt()).isEqualTo(400);
    assertThat(capture.path("focalLengthMm").asDouble()).isEqualTo(35);
    assertThat(capture.path("position").isNull()).isTrue();
    assertThat(job.path("sequence").isNull()).isTrue();
    for (JsonNode rendition : job.path("renditions")) {
      byte[] made = running.api().download(rendition.path("url").asText());
      assertThat(new String(made, ISO_8859_1)).doesNotContain("Exif", "Canon");
    }
  }

  @Test
  void aPortraitIsTurnedBeforeItIsSized() throws Exception {
    Path file = Pictures.file(folder, "portrait.jpg", Pictures.oriented(6, 1600, 1200));
    JsonNode job = running.settled(running.api().upload(file));
    assertThat(job.path("width").asInt()).isEqualTo(1200);
    assertThat(job.path("height").asInt()).isEqualTo(1600);
    assertRenditions(job, "960x1280", "360x480", "120x160");
    BufferedImage large = rendition(job, 0);
    assertThat(Pictures.isReddish(large.getRGB(480, 100))).as("what was left is on top").isTrue();
    assertThat(Pictures.isBluish(large.getRGB(480, 1200))).isTrue();
  }

  @Test
  void nothingIsEnlargedAndTooSmallForLabelsIsSaid() throws Exception {
    Path file = Pictures.file(folder, "tiny.png", Pictures.halves("png", 60, 40));
    String jobId = running.api().upload(file);
    JsonNode job = running.settled(jobId);
    assertRenditions(job, "60x40", "60x40", "60x40");
    assertThat(job.path("labels")).isEmpty();
    assertThat(job.path("imageProperties").isNull()).isTrue();
    assertThat(job.path("notes").get(0).asText()).contains("60 × 40").contains("80 px");
    assertThat(running.user().mailAbout(jobId).body()).contains("60 × 40");
  }

  @Test
  void renditionsMayBeCachedForEverByTheirOwner() throws Exception {
    JsonNode job = running.settled(running.api().upload(Pictures.ROCKET));
    URI url = URI.create(job.path("renditions").get(0).path("url").asText());
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("immutable");
    assertThat(answer.headers().firstValue("content-type")).contains("image/jpeg");
  }

  @Test
  void renditionsCannotBeReadWithoutASignature() throws Exception {
    JsonNode job = running.settled(running.api().upload(Pictures.ROCKET));
    String url = job.path("renditions").get(0).path("url").asText();
    URI bare = URI.create(url.substring(0, url.indexOf('?')));
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(bare).build(), HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void theStepsAreSeenWhileTheyGoOn() throws Exception {
    String jobId = running.api().upload(Pictures.CAT);
    Set<String> seen = new HashSet<>();
    JsonNode job = running.job(jobId);
    while (job.path("status").asText().matches("AWAITING_UPLOAD|PROCESSING")) {
      seen.add(job.path("status").asText() + "/" + job.path("step").asText());
      job = running.job(jobId);
    }
    assertThat(seen).contains("PROCESSING/Resize");
  }

  private void assertRenditions(JsonNode job, String... sizes) throws Exception {
    assertThat(job.path("renditions")).hasSize(sizes.length);
    for (int i = 0; i < sizes.length; i++) {
      JsonNode rendition = job.path("renditions").get(i);
      assertThat(rendition.path("name").asText()).isEqualTo(NAMES.get(i));
      assertThat(rendition.path("width").asInt() + "x" + rendition.path("height").asInt())
          .isEqualTo(sizes[i]);
      byte[] bytes = running.api().download(rendition.path("url").asText());
      assertThat(bytes).hasSize(rendition.path("bytes").asInt());
      BufferedImage picture = Pictures.decoded(bytes);
      assertThat(picture.getWidth() + "x" + picture.getHeight()).isEqualTo(sizes[i]);
    }
  }

  private BufferedImage rendition(JsonNode job, int index) throws Exception {
    String url = job.path("renditions").get(index).path("url").asText();
    return Pictures.decoded(running.api().download(url));
  }

  private static List<String> labels(JsonNode job) {
    return StreamSupport.stream(job.path("labels").spliterator(), false)
        .map(label -> label.path("name").asText())
        .toList();
  }
}
