package dev.darkroom.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {
  private static final Path CAT = Path.of("..", "samples", "chelsea.png");

  @TempDir private Path folder;

  @Test
  void objectsAndRecordsOutliveARestart() throws Exception {
    String data = folder.resolve("data").toString();
    String jobId;
    byte[] large;
    try (Up up = Up.start(folder, "--data", data)) {
      jobId = up.completed(CAT);
      large = up.api().download(largeUrl(up.api().job(jobId)));
      up.stop();
      assertThat(up.environmentFile()).doesNotExist();
    }
    try (Up up = Up.start(folder, "--data", data)) {
      String job = up.api().job(jobId);
      assertThat(job).contains("\"status\":\"COMPLETED\"");
      assertThat(up.api().download(largeUrl(job))).isEqualTo(large);
      up.stop();
    }
  }

  @Test
  void aParameterOfTheTemplateCanBeGiven() throws Exception {
    try (Up up = Up.start(folder, "--parameter", "MaximumBytes=1000")) {
      assertThatThrownBy(() -> up.api().upload(CAT)).hasMessageContaining("1000");
      up.stop();
    }
  }

  private static String largeUrl(String job) throws IOException {
    return new ObjectMapper().readTree(job).path("renditions").get(0).path("url").asText();
  }
}
