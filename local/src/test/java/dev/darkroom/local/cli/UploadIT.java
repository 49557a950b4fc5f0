package dev.darkroom.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code upload}, against a running {@code up}. */
class UploadIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

  @TempDir private static Path home;
  private static Up up;

  @TempDir private Path folder;
  private final HttpClient browser = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    up = Up.start(home);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    up.stop();
    up.close();
  }

  @Test
  void aPersonSignsInByTheBrowserOnce() throws Exception {
    Map<String, String> person = new HashMap<>(environment());
    person.put("DARKROOM_TOKEN", "");
    String photo = SAMPLES.resolve("chelsea.png").toString();
    try (LauncherProcess first = upload(person, photo)) {
      Awaitility.await().atMost(PATIENCE).until(() -> page(first.err()).find() || !first.isAlive());
      Matcher page = page(first.err());
      assertThat(page.find()).as(first.err()).isTrue();
      assertThat(signIn(URI.create(page.group()))).contains("You are signed in");
      assertThat(first.exitCode()).as(first.err()).isZero();
      assertThat(first.out()).contains("chelsea.png  COMPLETED", "Cat");
    }
    Path tokens = folder.resolve("config/darkroom/tokens.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens)))
        .isEqualTo("rw-------");
    try (LauncherProcess second = upload(person, photo)) {
      assertThat(second.exitCode()).as(second.err()).isZero();
      assertThat(second.err()).contains("sent before").doesNotContain("Sign in");
      assertThat(second.out()).contains("chelsea.png  COMPLETED");
    }
  }

  @Test
  void aScriptThatIsKilledGoesOnWhereItStopped() throws Exception {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    byte[] cat = Files.readAllBytes(SAMPLES.resolve("chelsea.png"));
    int count = 8;
    for (int i = 0; i < count; i++) {
      // What follows the end of a PNG is no part of the picture, and makes another file of it.
      Files.write(
          photos.resolve(i + ".png"),
          Stream.of(cat, new byte[] {(byte) i}).reduce(UploadIT::join).orElseThrow());
    }
    Path note = Files.writeString(photos.resolve("note.txt"), "Milk, eggs");
    Path journal = folder.resolve("journal");
    String[] arguments = {
      "--json", "--parallel", "1", "--state", journal.toString(), photos.toString()
    };
    try (LauncherProcess killed = upload(environment(), arguments)) {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> arrived(journal) > 0 || !killed.isAlive());
      killed.kill();
    }
    assertThat(arrived(journal)).as("killed in the middle").isBetween(1L, count - 1L);
    try (LauncherProcess again = upload(environment(), arguments)) {
      assertThat(again.exitCode()).as(again.err()).isEqualTo(2);
      JsonNode outcomes = JSON.readTree(again.out());
      assertThat(outcomes.findValuesAsText("photo")).hasSize(count + 1).contains(note.toString());
      List<String> jobs =
          Stream.iterate(0, i -> i < count, i -> i + 1)
              .peek(i -> assertThat(outcomes.get(i).path("status").asText()).isEqualTo("COMPLETED"))
              .map(i -> outcomes.get(i).path("jobId").asText())
              .toList();
      assertThat(jobs).doesNotHaveDuplicates();
      assertThat(Files.readString(journal).lines().map(UploadIT::jobId).distinct())
          .as("nothing was announced twice")
          .containsExactlyInAnyOrderElementsOf(jobs);
    }
  }

  @Test
  void photosGoIntoAnAlbumThatIsMadeForThem() throws Exception {
    String photo = SAMPLES.resolve("rocket.jpg").toString();
    try (LauncherProcess unknown = upload(environment(), "--album", "Harbour", photo)) {
      assertThat(unknown.exitCode()).isEqualTo(1);
      assertThat(unknown.err()).contains("--create-album");
    }
    String[] arguments = {
      "--album", "Harbour", "--create-album", "--caption", "At anchor", "--json", photo
    };
    String jobId;
    try (LauncherProcess run = upload(environment(), arguments)) {
      assertThat(run.exitCode()).as(run.err()).isZero();
      jobId = JSON.readTree(run.out()).get(0).path("jobId").asText();
    }
    JsonNode albums = JSON.readTree(api("/albums")).path("items");
    assertThat(albums.findValuesAsText("title")).containsExactly("Harbour");
    assertThat(albums.get(0).path("images").asInt()).isEqualTo(1);
    String albumId = albums.get(0).path("albumId").asText();
    JsonNode images = JSON.readTree(api("/images?album=" + albumId)).path("items");
    assertThat(images.findValuesAsText("imageId")).containsExactly(jobId);
    assertThat(images.get(0).path("caption").asText()).isEqualTo("At anchor");
  }

  @Test
  void aTokenThatIsOverIsToldToAScript() throws Exception {
    Map<String, String> script = new HashMap<>(environment());
    script.put("DARKROOM_TOKEN", "over");
    try (LauncherProcess run = upload(script, SAMPLES.resolve("chelsea.png").toString())) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("DARKROOM_TOKEN");
    }
  }

  private String api(String path) throws IOException, InterruptedException {
    HttpRequest get =
        HttpRequest.newBuilder(URI.create(up.apiUrl() + path))
            .header("authorization", "Bearer " + up.variable("DARKROOM_TOKEN"))
            .build();
    return browser.send(get, HttpResponse.BodyHandlers.ofString()).body();
  }

  private LauncherProcess upload(Map<String, String> environment, String... arguments)
      throws IOException {
    return LauncherProcess.upload(folder, environment, arguments);
  }

  /** As after {@code eval "$(./darkroom env)"}; nothing opens a browser. */
  private Map<String, String> environment() throws IOException {
    return Map.of(
        "DARKROOM_API", up.apiUrl(),
        "DARKROOM_TOKEN", up.variable("DARKROOM_TOKEN"),
        "XDG_CONFIG_HOME", folder.resolve("config").toString(),
        "XDG_STATE_HOME", folder.resolve("state").toString(),
        "PATH", folder.toString());
  }

  /** What a person does: opens the page, fills the form in, and is led back. */
  private String signIn(URI page) throws IOException, InterruptedException {
    HttpResponse<String> toForm = get(page);
    URI form = page.resolve(toForm.headers().firstValue("location").orElseThrow());
    Matcher action = FORM.matcher(get(form).body());
    assertThat(action.find()).isTrue();
    String fields =
        "username=demo&password=" + URLEncoder.encode(up.password(), StandardCharsets.UTF_8);
    HttpRequest submit =
        HttpRequest.newBuilder(form.resolve(action.group(1).replace("&amp;", "&")))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields))
            .build();
    HttpResponse<String> back = browser.send(submit, BodyHandlers.ofString());
    return get(URI.create(back.headers().firstValue("location").orElseThrow())).body();
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static Matcher page(String told) {
    return Pattern.compile("https?://\\S+/authorize\\S+").matcher(told);
  }

  /** How many files are known to have arrived. */
  private static long arrived(Path journal) throws IOException {
    return Files.exists(journal)
        ? Files.readString(journal).lines().filter(line -> !line.contains("ticket")).count()
        : 0;
  }

  private static String jobId(String line) {
    return line.replaceFirst(".*?\"jobId\":\"([^\"]+)\".*", "$1");
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
