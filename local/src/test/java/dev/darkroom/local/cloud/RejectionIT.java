package dev.darkroom.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.cli.Refused;
import dev.darkroom.local.mail.Email;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** A bad file is a business outcome: recorded, told, and nothing is made of it. */
@ExtendWith(RunningCloud.class)
class RejectionIT {
  @TempDir private Path folder;
  private final RunningCloud running = RunningCloud.get();

  @Test
  void aTextNamedJpgIsRefused() throws Exception {
    assertRejected("diary.jpg", "Dear diary, no photo today.".getBytes(UTF_8), "NOT_A_PICTURE");
  }

  @Test
  void aTruncatedPhotoIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(Pictures.ROCKET);
    assertRejected("half.jpg", Arrays.copyOf(whole, whole.length / 2), "TRUNCATED");
  }

  @Test
  void aFileThatEndsInItsHeadIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(Pictures.CAT);
    assertRejected("head.png", Arrays.copyOf(whole, 24), "TRUNCATED");
  }

  @Test
  void aPictureOverThePixelLimitIsRefused() throws Exception {
    byte[] bomb = Pictures.bomb();
    assertThat(bomb.length).isLessThan(100_000);
    JsonNode job = assertRejected("bomb.png", bomb, "TOO_MANY_PIXELS");
    assertThat(job.path("error").path("detail").asText()).contains("8000 x 8000").contains("50.0");
  }

  @Test
  void aPhoneFormatThatIsNotSupportedIsRefusedByNameWithWhatToDo() throws Exception {
    byte[] heic = new byte[64];
    System.arraycopy("\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(UTF_8), 0, heic, 0, 24);
    JsonNode job = assertRejected("phone.jpg", heic, "UNSUPPORTED_FORMAT");
    // The mail tells the same, which is checked with every rejection.
    assertThat(job.path("error").path("detail").asText()).contains("HEI").contains("JPEG");
  }

  @Test
  void theApiRefusesToSignForAnEmptyFile() throws IOException {
    Path empty = Pictures.file(folder, "empty.jpg", new byte[0]);
    assertThatThrownBy(() -> running.api().upload(empty))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problem().path("field").asText()).isEqualTo("contentLength"));
  }

  @Test
  void anEmptyFileThatComesAnywayIsRefused() throws Exception {
    String name = "empty-" + System.nanoTime() + ".jpg";
    String owner = running.user().user().sub();
    running
        .s3()
        .putObject(
            put -> put.bucket(running.uploadsBucket()).key("uploads/" + owner + "/" + name),
            RequestBody.empty());
    Email email = running.mail(mail -> mail.subject().contains(name));
    assertThat(email.subject()).isEqualTo("Your photo " + name + " was not accepted");
    assertThat(email.body()).contains("empty").contains("EMPTY_FILE");
  }

  private JsonNode assertRejected(String fileName, byte[] bytes, String code) throws Exception {
    String jobId = running.api().upload(Pictures.file(folder, fileName, bytes));
    JsonNode job = running.notified(jobId);
    assertThat(job.path("status").asText()).isEqualTo("REJECTED");
    assertThat(job.path("error").path("code").asText()).isEqualTo(code);
    assertThat(job.path("renditions")).isEmpty();
    Email email = running.user().mailAbout(jobId);
    assertThat(email.subject()).isEqualTo("Your photo " + fileName + " was not accepted");
    assertThat(email.body()).contains(job.path("error").path("detail").asText());
    return job;
  }
}
