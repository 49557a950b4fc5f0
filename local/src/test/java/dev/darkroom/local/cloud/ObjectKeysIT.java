package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.mail.Email;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Keys are neither decoded twice nor left encoded, from either way in. */
@ExtendWith(RunningCloud.class)
class ObjectKeysIT {
  @TempDir private Path folder;
  private final RunningCloud running = RunningCloud.get();

  @ParameterizedTest
  @ValueSource(
      strings = {"two words.jpg", "a+b.jpg", "100%.jpg", "%41%2F.jpg", "größe.jpg", "写真 1.jpg"})
  void anUploadedNameStaysAsItIs(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.copy(Pictures.ROCKET, file);
    String jobId = running.api().upload(file);
    JsonNode job = running.settled(jobId);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("fileName").asText()).isEqualTo(name);
    assertThat(running.user().mailAbout(jobId).body()).contains("\"" + name + "\"");
  }

  @Test
  void anOperatorsObjectIsProcessedToo() throws Exception {
    String owner = running.user().user().sub();
    String name = "trip + 50% größe " + System.nanoTime() + ".jpg";
    running
        .s3()
        .putObject(
            put -> put.bucket(running.uploadsBucket()).key("uploads/" + owner + "/2026/" + name),
            RequestBody.fromFile(Pictures.ROCKET));
    Email email = running.mail(mail -> mail.body().contains(name));
    assertThat(email.body()).contains("\"" + name + "\" is ready");
    String jobId = email.body().replaceAll("(?s).*Job (\\w{26}).*", "$1");
    JsonNode job = running.job(jobId);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("fileName").asText()).isEqualTo(name);
    assertThat(job.path("bytes").asLong()).isEqualTo(Files.size(Pictures.ROCKET));
  }
}
