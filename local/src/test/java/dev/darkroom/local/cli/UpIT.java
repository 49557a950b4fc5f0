package dev.darkroom.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {
  private static final Path CAT = Path.of("..", "samples", "chelsea.png");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Path home;

  /** A home of its own, so that a running {@code up} of the project is left alone. */
  @BeforeEach
  void makeHome() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    for (String linked : new String[] {"template.yaml", "statemachine", "steps", "api"}) {
      Files.createSymbolicLink(
          home.resolve(linked), Path.of("..", linked).toAbsolutePath().normalize());
    }
  }

  @Test
  void objectsAndRecordsOutliveARestart() throws Exception {
    String data = folder.resolve("data").toString();
    String jobId;
    byte[] large;
    try (LauncherProcess up = started("--data", data)) {
      ApiClient api = api();
      jobId = api.upload(CAT);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> api.job(jobId).contains("\"status\":\"COMPLETED\""));
      large = api.download(largeUrl(api.job(jobId)));
      up.stop();
    }
    assertThat(home.resolve(".darkroom").resolve("env")).doesNotExist();
    try (LauncherProcess up = started("--data", data)) {
      String job = api().job(jobId);
      assertThat(job).contains("\"status\":\"COMPLETED\"");
      assertThat(api().download(largeUrl(job))).isEqualTo(large);
      up.stop();
    }
  }

  @Test
  void aParameterOfTheTemplateCanBeGiven() throws Exception {
    try (LauncherProcess up = started("--parameter", "MaximumBytes=1000")) {
      assertThatThrownBy(() -> api().upload(CAT)).hasMessageContaining("1000");
      up.stop();
    }
  }

  private LauncherProcess started(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("up", "--port", "0"));
    arguments.addAll(List.of(options));
    LauncherProcess up = LauncherProcess.start(folder, home, arguments.toArray(String[]::new));
    Awaitility.await().atMost(PATIENCE).until(() -> up.out().contains("Ctrl-C") || !up.isAlive());
    assertThat(up.isAlive()).as(up.err()).isTrue();
    return up;
  }

  private ApiClient api() throws IOException {
    return new ApiClient(variable("DARKROOM_API"), variable("DARKROOM_TOKEN"));
  }

  private String variable(String name) throws IOException {
    String text = Files.readString(home.resolve(".darkroom").resolve("env"));
    Matcher matcher = Pattern.compile("export " + name + "='([^']*)'").matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String largeUrl(String job) throws IOException {
    return new ObjectMapper().readTree(job).path("renditions").get(0).path("url").asText();
  }
}
