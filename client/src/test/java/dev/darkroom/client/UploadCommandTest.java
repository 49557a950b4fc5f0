package dev.darkroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.client.api.Api;
import dev.darkroom.client.api.NewUpload;
import dev.darkroom.client.api.Ticket;
import dev.darkroom.client.http.Backoff;
import dev.darkroom.client.http.Calls;
import dev.darkroom.client.journal.Entry;
import dev.darkroom.client.journal.Journal;
import dev.darkroom.client.journal.Key;
import dev.darkroom.client.photos.Checksum;
import dev.darkroom.client.signin.Browser;
import dev.darkroom.client.signin.EnvironmentToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private StubInstallation stub;

  @BeforeEach
  void start() throws IOException {
    stub = StubInstallation.start();
    environment.put("DARKROOM_TOKEN", "good");
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void everyFileArrivesAndIsTold() throws IOException {
    Path one = photo("one.jpg", 5000);
    Path two = photo("two.jpg", 70_000);
    assertThat(run(one, two)).as(err.toString(UTF_8)).isZero();
    assertThat(stub.objects()).hasSize(2);
    byte[] sent = Files.readAllBytes(two);
    assertThat(stub.objects().values()).anyMatch(bytes -> Arrays.equals(bytes, sent));
    assertThat(stub.count("POST /api/uploads/batch")).isOne();
    assertThat(out.toString(UTF_8))
        .contains("one.jpg  COMPLETED", "two.jpg  COMPLETED", "Cat 89.7 %", "2 completed");
  }

  @Test
  void asJsonThereIsAnEntryAFile() throws IOException {
    stub.ends("two.jpg", "REJECTED");
    Path note = Files.writeString(folder.resolve("note.txt"), "Milk, eggs");
    assertThat(run("--json", photo("one.jpg", 10), photo("two.jpg", 20), note)).isEqualTo(2);
    JsonNode all = JSON.readTree(out.toString(UTF_8));
    assertThat(all.findValuesAsText("status")).contains("COMPLETED", "REJECTED", "REFUSED");
    assertThat(all.get(0).path("job").path("jobId")).isEqualTo(all.get(0).path("jobId"));
    assertThat(all.get(2).path("photo").asText()).isEqualTo(note.toString());
    assertThat(all.get(2).path("detail").asText()).contains("image/jpeg");
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED, 0", "REJECTED, 2", "FAILED, 1"})
  void theExitCodeTellsHowItEnded(String status, int exitCode) throws IOException {
    stub.ends("one.jpg", status);
    assertThat(run(photo("one.jpg", 10))).isEqualTo(exitCode);
  }

  @Test
  void whatCannotBeSentIsRefusedByNameBeforeAnythingIsSent() throws IOException {
    Path large = photo("large.jpg", (1 << 20) + 1);
    Path gone = folder.resolve("gone.jpg");
    stub.next(
        "POST /api/uploads/batch",
        exchange -> {
          assertThat(err.toString(UTF_8)).contains("large.jpg is refused", "gone.jpg is refused");
          StubInstallation.respond(exchange, 403, "{\"detail\": \"You may not upload.\"}");
        });
    assertThat(run(large, gone, photo("one.jpg", 10))).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("one.jpg  BROKEN", "You may not upload.");
  }

  @Test
  void aFileThatTheApiRefusesDoesNotKeepTheOthers() throws IOException {
    assertThat(run(photo("one.jpg", 10), photo("bad.jpg", 20), photo("two.jpg", 30))).isEqualTo(2);
    assertThat(stub.objects()).hasSize(2);
    assertThat(out.toString(UTF_8)).contains("bad.jpg  REFUSED", "That name is bad.");
  }

  @Test
  void theSameCommandAgainSendsOnlyWhatIsMissing() throws IOException {
    Path one = photo("one.jpg", 10);
    Path two = photo("two.jpg", 20);
    stub.ends("two.jpg", "FAILED");
    assertThat(run(one, two)).isEqualTo(1);
    stub.ends("two.jpg", "COMPLETED");
    stub.ends("one.jpg", "REJECTED");
    Path three = photo("three.jpg", 30);
    out.reset();
    assertThat(run(one, two, three)).isEqualTo(2);
    assertThat(stub.count("PUT /bucket/")).as("two is COMPLETED by now").isEqualTo(3);
    assertThat(out.toString(UTF_8)).contains("one.jpg  REJECTED", "two.jpg  COMPLETED");
  }

  @Test
  void whatFailedIsSentAgain() throws IOException {
    Path one = photo("one.jpg", 10);
    stub.ends("one.jpg", "FAILED");
    assertThat(run(one)).isEqualTo(1);
    assertThat(run(one)).isEqualTo(1);
    assertThat(stub.objects()).hasSize(2);
  }

  @Test
  void anExpiredUrlIsAnnouncedAnew() throws IOException {
    stub.next(
        "PUT",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          String expired = "<Code>AccessDenied</Code><Message>Request has expired</Message>";
          StubInstallation.respond(exchange, 403, expired);
        });
    assertThat(run(photo("one.jpg", 10))).isZero();
    assertThat(stub.count("POST /api/uploads/batch")).isEqualTo(2);
    assertThat(stub.objects()).containsOnlyKeys("job-2");
  }

  @Test
  void urlsThatExpireAgainAndAgainAreGivenUp() throws IOException {
    stub.urlLife(Duration.ofSeconds(-1));
    assertThat(run(photo("one.jpg", 10))).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("one.jpg  BROKEN", "the clock of this machine");
  }

  @Test
  void aRunThatWasKilledBeforeTheFileWentSendsItToTheSameJob() throws Exception {
    Path one = photo("one.jpg", 10);
    Path state = folder.resolve("journal");
    announceAndStop(one, state);
    assertThat(run("--state", state, one)).isZero();
    assertThat(stub.objects()).containsOnlyKeys("job-1");
    assertThat(stub.count("POST /api/uploads/batch")).isOne();
  }

  @Test
  void aRunThatWasKilledAfterTheFileWentSendsItNoMore() throws Exception {
    Path one = photo("one.jpg", 10);
    Path state = folder.resolve("journal");
    announceAndStop(one, state);
    stub.objects().put("job-1", Files.readAllBytes(one));
    assertThat(run("--state", state, one)).isZero();
    assertThat(stub.count("PUT")).isZero();
    assertThat(stub.announced()).hasSize(1);
  }

  @Test
  void aJobThatIsGoneIsUploadedAnew() throws Exception {
    Path one = photo("one.jpg", 10);
    assertThat(run(one)).isZero();
    stub.announced().clear();
    assertThat(run(one)).isZero();
    assertThat(stub.objects()).hasSize(2);
  }

  @Test
  void anotherAlbumIsAnotherUpload() throws IOException {
    stub.album("1", "Cats");
    Path one = photo("one.jpg", 10);
    Path state = folder.resolve("journal");
    assertThat(run("--state", state, one)).isZero();
    assertThat(run("--state", state, "--album", "Cats", one)).isZero();
    assertThat(stub.objects()).hasSize(2);
  }

  @Test
  void oneRunAtATimeHasTheJournal() throws IOException {
    Path state = folder.resolve("journal");
    try (Journal other = Journal.open(state)) {
      assertThat(other.find(new Key("", "", ""))).isEmpty();
      assertThat(run("--state", state, photo("one.jpg", 10))).isEqualTo(1);
    }
    assertThat(err.toString(UTF_8)).contains("Another upload is running");
    assertThat(stub.announced()).isEmpty();
  }

  @Test
  void aCallTakesNoMoreFilesThanTheApiSays() throws IOException {
    stub.filesPerCall(2);
    assertThat(
            run(
                photo("a.jpg", 1),
                photo("b.jpg", 2),
                photo("c.jpg", 3),
                photo("d.jpg", 4),
                photo("e.jpg", 5)))
        .isZero();
    assertThat(stub.count("POST /api/uploads/batch")).isEqualTo(3);
  }

  @Test
  void theSameBytesAreSentOnce() throws IOException {
    assertThat(run(photo("a.jpg", 7), photo("b.jpg", 7))).isZero();
    assertThat(stub.objects()).hasSize(1);
    assertThat(out.toString(UTF_8)).contains("2 completed");
  }

  @Test
  void anAlbumIsFoundByTitleOnALaterPage() throws IOException {
    stub.album("1", "Roofs");
    stub.album("2", "Boats");
    stub.album("3", "Cats");
    Path one = photo("one.jpg", 10);
    assertThat(run("--album", "Cats", "--caption", "Meow", one)).isZero();
    ObjectNode announced = stub.announced().values().iterator().next();
    assertThat(announced.path("albumId").asText()).isEqualTo("3");
    assertThat(announced.path("caption").asText()).isEqualTo("Meow");
  }

  @Test
  void anAlbumThatIsNotThereIsMadeOnlyWhenAsked() throws IOException {
    Path one = photo("one.jpg", 10);
    assertThat(run("--album", "Cats", one)).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("no album 'Cats'", "--create-album");
    assertThat(stub.announced()).isEmpty();
    assertThat(run("--album", "Cats", "--create-album", one)).isZero();
    assertThat(stub.albums()).hasSize(1);
    assertThat(run("--album", "Cats", "--create-album", one)).isZero();
    assertThat(stub.albums()).hasSize(1);
  }

  @Test
  void aTitleOfTwoAlbumsIsAskedForByItsId() throws IOException {
    stub.album("1", "Cats");
    stub.album("2", "Cats");
    assertThat(run("--album", "Cats", photo("one.jpg", 10))).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("1, 2");
    assertThat(run("--album", "2", photo("one.jpg", 10))).isZero();
  }

  @Test
  void whatIsLeftOfALimitIsUsedAndTheNextRunGoesOn() throws IOException {
    Object[] photos = new Object[7];
    for (int i = 0; i < photos.length; i++) {
      photos[i] = photo(i + ".jpg", 10 + i);
    }
    stub.allowance(5);
    assertThat(run(photos)).isEqualTo(1);
    assertThat(stub.objects()).hasSize(5);
    assertThat(out.toString(UTF_8))
        .contains("used up. Run the same command again in 30 min", "5 completed, 2 broken");
    stub.allowance(2);
    assertThat(run(photos)).isZero();
    assertThat(stub.objects()).hasSize(7);
  }

  @Test
  void aScriptIsToldThatItsTokenIsOver() throws IOException {
    stub.token("another");
    assertThat(run(photo("one.jpg", 10))).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("DARKROOM_TOKEN").doesNotContain("good");
  }

  @Test
  void nobodyWaitsWithNoWait() throws IOException {
    assertThat(run("--no-wait", photo("one.jpg", 10))).isZero();
    assertThat(stub.count("GET /api/jobs")).isZero();
    assertThat(out.toString(UTF_8)).contains("one.jpg  SENT");
  }

  @Test
  void aTokenIsNotSentInTheClear() throws IOException {
    assertThat(command("--api", "http://example.com/api", photo("one.jpg", 10))).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("https://");
  }

  @Test
  void theApiCanStandInTheEnvironment() throws IOException {
    assertThat(command(photo("one.jpg", 10))).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("Name the API by --api");
    environment.put("DARKROOM_API", stub.api().toString());
    assertThat(command(photo("one.jpg", 10))).isZero();
  }

  /** What a run leaves that is killed when it has announced a file. */
  private void announceAndStop(Path photo, Path state) throws Exception {
    String checksum = Checksum.of(photo);
    NewUpload file = new NewUpload("one.jpg", "image/jpeg", Files.size(photo), checksum);
    Api api = new Api(stub.api(), new EnvironmentToken("good"), calls());
    Ticket ticket = api.announce(List.of(file), Optional.empty(), Optional.empty()).get(0);
    try (Journal journal = Journal.open(state)) {
      journal.put(new Key(stub.api().toString(), "", checksum), Entry.announced(ticket));
    }
  }

  private static Calls calls() {
    return new Calls(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), 4));
  }

  private int run(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("--api", stub.api()));
    all.addAll(List.of(arguments));
    return command(all.toArray());
  }

  private int command(Object... arguments) {
    PrintStream errors = new PrintStream(err, true, UTF_8);
    UploadCommand command =
        new UploadCommand(
            environment, Browser.none(), calls(), new PrintStream(out, true, UTF_8), errors);
    return Main.commandLine(command)
        .setErr(new PrintWriter(err, true, UTF_8))
        .execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
  }

  /** A file that begins as a JPEG, with other bytes for another size. */
  private Path photo(String name, int bytes) throws IOException {
    byte[] content = new byte[Math.max(bytes, 4)];
    content[0] = (byte) 0xff;
    content[1] = (byte) 0xd8;
    content[2] = (byte) 0xff;
    content[3] = (byte) bytes;
    return Files.write(folder.resolve(name), content);
  }
}
