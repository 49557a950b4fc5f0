package dev.darkroom.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of("..");
  private static final Path CAT = HOME.resolve("samples").resolve("chelsea.png");

  @TempDir private Path folder;

  @Test
  void printsNothingButJsonAndKeepsWhatWasMade() throws Exception {
    Path diary = Files.writeString(folder.resolve("diary.jpg"), "Dear diary");
    Path out = folder.resolve("out");
    try (LauncherProcess demo =
        LauncherProcess.start(
            folder,
            HOME,
            "demo",
            "--json",
            "--out",
            out.toString(),
            CAT.toString(),
            diary.toString())) {
      assertThat(demo.exitCode()).as(demo.err()).isEqualTo(2);
      JsonNode all = JSON.readTree(demo.out());
      assertThat(all).hasSize(2);
      JsonNode completed = all.get(0);
      assertThat(completed.path("photo").asText()).isEqualTo(CAT.toString());
      assertThat(completed.path("job").path("status").asText()).isEqualTo("COMPLETED");
      assertThat(completed.path("email").path("subject").asText()).contains("chelsea.png");
      Path kept = out.resolve(completed.path("job").path("jobId").asText());
      assertThat(kept.resolve("large.jpg")).isNotEmptyFile();
      assertThat(kept.resolve("medium.jpg")).isNotEmptyFile();
      assertThat(kept.resolve("small.jpg")).isNotEmptyFile();
      assertThat(JSON.readTree(kept.resolve("job.json").toFile())).isEqualTo(completed.path("job"));
      assertThat(all.get(1).path("job").path("status").asText()).isEqualTo("REJECTED");
    }
  }

  @Test
  void tellsAPersonWhatCameOfAPhoto() throws Exception {
    try (LauncherProcess demo =
        LauncherProcess.start(
            folder, HOME, "demo", "--out", folder.resolve("out").toString(), CAT.toString())) {
      assertThat(demo.exitCode()).as(demo.err()).isZero();
      assertThat(demo.out())
          .contains("COMPLETED")
          .contains("451 x 300")
          .contains("large.jpg")
          .contains("Cat")
          .contains("Subject: Your photo chelsea.png is ready");
    }
  }

  @Test
  void aFileThatIsNotThereIsNamedAndNothingIsStarted() throws Exception {
    try (LauncherProcess demo = LauncherProcess.start(folder, HOME, "demo", "nowhere.jpg")) {
      assertThat(demo.exitCode()).isEqualTo(1);
      assertThat(demo.err()).contains("nowhere.jpg");
    }
  }
}
