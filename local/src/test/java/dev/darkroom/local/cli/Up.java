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
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String[] LINKED = {"template.yaml", "statemachine", "steps", "api"};

  private final Path home;
  private final LauncherProcess process;
  private ContractProxy contract;

  private Up(Path home, LauncherProcess process) {
    this.home = home;
    this.process = process;
  }

  /** Starts it on free ports, and waits until it can be used. */
  static Up start(Path folder, String... options) throws IOException {
    List<String> withPort = new ArrayList<>(List.of("--port", "0"));
    withPort.addAll(List.of(options));
    Up up = launch(folder, withPort.toArray(String[]::new));
    up.await();
    return up;
  }

  /** Starts it, and does not wait. */
  static Up launch(Path folder, String... options) throws IOException {
    Path home = folder.resolve("home");
    if (Files.notExists(home)) {
      Files.createDirectory(home);
      for (String linked : LINKED) {
        Files.createSymbolicLink(
            home.resolve(linked), Path.of("..", linked).toAbsolutePath().normalize());
      }
    }
    List<String> arguments = new ArrayList<>(List.of("up"));
    arguments.addAll(List.of(options));
    return new Up(home, LauncherProcess.start(folder, home, arguments.toArray(String[]::new)));
  }

  /** Waits until it can be used. */
  void await() throws IOException {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> process.out().contains("Ctrl-C") || !process.isAlive());
    assertThat(process.isAlive()).as(process.err()).isTrue();
    contract = ContractProxy.before(variable("DARKROOM_API"));
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

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.kill();
  }

  /** What it wrote to its error output: the log. */
  String err() {
    return process.err();
  }

  void stop() throws InterruptedException {
    process.stop();
  }

  /** Ends it, and fails the test if the API answered, or took, what is not described. */
  @Override
  public void close() {
    try (process;
        ContractProxy held = contract) {
      if (held != null) {
        assertThat(held.takeViolations()).isEmpty();
      }
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
