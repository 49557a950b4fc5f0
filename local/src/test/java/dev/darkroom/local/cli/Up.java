package dev.darkroom.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.contract.ContractProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A running {@code up}, with a home of its own: one that runs in the project is left alone. */
final class Up implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String[] LINKED = {"template.yaml", "statemachine", "steps", "api"};

  private final Path home;
  private final LauncherProcess process;
  private final ContractProxy contract;

  private Up(Path home, LauncherProcess process) throws IOException {
    this.home = home;
    this.process = process;
    this.contract = ContractProxy.before(variable("DARKROOM_API"));
  }

  /** Starts it on free ports, and waits until it can be used. */
  static Up start(Path folder, String... options) throws IOException {
    Path home = folder.resolve("home");
    if (Files.notExists(home)) {
      Files.createDirectory(home);
      for (String linked : LINKED) {
        Files.createSymbolicLink(
            home.resolve(linked), Path.of("..", linked).toAbsolutePath().normalize());
      }
    }
    List<String> arguments = new ArrayList<>(List.of("up", "--port", "0"));
    arguments.addAll(List.of(options));
    LauncherProcess up = LauncherProcess.start(folder, home, arguments.toArray(String[]::new));
    Awaitility.await().atMost(PATIENCE).until(() -> up.out().contains("Ctrl-C") || !up.isAlive());
    assertThat(up.isAlive()).as(up.err()).isTrue();
    return new Up(home, up);
  }

  ApiClient api() throws IOException {
    return new ApiClient(apiUrl(), variable("DARKROOM_TOKEN"));
  }

  /** The API's address, by way of the contract. */
  String apiUrl() {
    return contract.url();
  }

  /** Uploads a photo and waits until it is completed. */
  String completed(Path photo) throws IOException, InterruptedException {
    ApiClient api = api();
    String jobId = api.upload(photo);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> api.job(jobId).contains("\"status\":\"COMPLETED\""));
    return jobId;
  }

  /** What {@code darkroom env} reads. */
  Path environmentFile() {
    return home.resolve(".darkroom").resolve("env");
  }

  /** The demo user's password, as it is printed. */
  String password() {
    Matcher matcher = Pattern.compile("uploader +demo / (\\S+)").matcher(process.out());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  void stop() throws InterruptedException {
    process.stop();
  }

  /** Ends it, and fails the test if the API answered, or took, what is not described. */
  @Override
  public void close() {
    try (process;
        contract) {
      assertThat(contract.takeViolations()).isEmpty();
    }
  }

  /** A setting as {@code darkroom env} prints it. */
  String variable(String name) throws IOException {
    String text = Files.readString(environmentFile());
    Matcher matcher = Pattern.compile("export " + name + "='([^']*)'").matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
