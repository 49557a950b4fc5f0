package dev.darkroom.client.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.client.StubInstallation;
import dev.darkroom.client.api.AccessTokens;
import dev.darkroom.client.api.Api;
import dev.darkroom.client.api.NewUpload;
import dev.darkroom.client.api.Refused;
import dev.darkroom.client.api.Ticket;
import dev.darkroom.client.http.Backoff;
import dev.darkroom.client.http.Calls;
import dev.darkroom.client.http.Unreachable;
import dev.darkroom.client.photos.Checksum;
import dev.darkroom.client.photos.Photo;
import dev.darkroom.client.progress.Progress.Transfer;
import dev.darkroom.client.signin.EnvironmentToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectPutTest {
  private static final int BYTES = 200_000;

  private final Calls calls = new Calls(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), 3));
  private final ObjectPut objects = new ObjectPut(calls, Clock.systemUTC());
  private final CountedTransfer transfer = new CountedTransfer();

  @TempDir private Path folder;
  private StubInstallation stub;
  private Photo photo;
  private String checksum;

  @BeforeEach
  void start() throws IOException {
    stub = StubInstallation.start();
    Path file = Files.write(folder.resolve("a.jpg"), new byte[BYTES]);
    photo = new Photo(file, "image/jpeg", BYTES, Files.getLastModifiedTime(file));
    checksum = Checksum.of(file);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void theFileArrivesAndItsBytesAreCounted() throws Exception {
    Ticket ticket = ticket();
    put(ticket);
    assertThat(stub.objects().get(ticket.jobId())).isEqualTo(new byte[BYTES]);
    assertThat(transfer.bytes).isEqualTo(BYTES);
  }

  @Test
  void aConnectionThatBreaksInTheMiddleIsMadeAgain() throws Exception {
    stub.next("PUT", StubInstallation.reset(BYTES / 2));
    put(ticket());
    assertThat(stub.objects()).hasSize(1);
    assertThat(transfer.bytes).as("counted from the start again").isEqualTo(BYTES);
  }

  @Test
  void aServerThatIsBusyTwiceIsAskedAThirdTime() throws Exception {
    stub.next("PUT", StubInstallation.status(503), StubInstallation.status(503));
    put(ticket());
    assertThat(stub.count("PUT")).isEqualTo(3);
  }

  @Test
  void whatIsThereAlreadyHasArrived() throws Exception {
    Ticket ticket = ticket();
    put(ticket);
    put(ticket);
    assertThat(stub.count("PUT")).isEqualTo(2);
  }

  @Test
  void anArrivalWhoseAnswerWasLostIsNoFailure() throws Exception {
    Ticket ticket = ticket();
    stub.next(
        "PUT",
        exchange -> stub.objects().put(ticket.jobId(), exchange.getRequestBody().readAllBytes()));
    put(ticket);
    assertThat(stub.count("PUT")).isEqualTo(2);
  }

  @Test
  void otherBytesOfTheSameLengthAreRefusedByTheServer() throws Exception {
    Ticket ticket = ticket();
    byte[] others = new byte[BYTES];
    others[7] = 1;
    Files.write(photo.path(), others);
    Files.setLastModifiedTime(photo.path(), photo.modified());
    assertThatThrownBy(() -> put(ticket))
        .isInstanceOf(FileChanged.class)
        .hasMessageContaining("changed while it was sent");
    assertThat(stub.objects()).isEmpty();
  }

  @Test
  void otherBytesThatTheServerTookAreFoundOnThisSide() throws Exception {
    Ticket ticket = ticket();
    byte[] others = new byte[BYTES];
    others[7] = 1;
    Files.write(photo.path(), others);
    stub.next("PUT", StubInstallation.status(200));
    assertThatThrownBy(() -> put(ticket)).isInstanceOf(FileChanged.class);
  }

  @Test
  void aFileThatGrewOrShrankOrWentIsTold() throws Exception {
    Ticket ticket = ticket();
    Files.write(photo.path(), new byte[BYTES + 1]);
    assertThatThrownBy(() -> put(ticket)).isInstanceOf(FileChanged.class);
    Files.write(photo.path(), new byte[BYTES / 2]);
    assertThatThrownBy(() -> put(ticket)).isInstanceOf(FileChanged.class);
    Files.delete(photo.path());
    assertThatThrownBy(() -> put(ticket)).isInstanceOf(FileChanged.class);
    assertThat(stub.objects()).isEmpty();
  }

  @Test
  void anExpiredUrlIsToldApart() throws Exception {
    stub.urlLife(Duration.ofSeconds(-1));
    Ticket ticket = ticket();
    assertThatThrownBy(() -> put(ticket)).isInstanceOf(UrlExpired.class);
    assertThat(stub.count("PUT")).isOne();
  }

  @Test
  void aRefusalCarriesTheReasonOfS3() throws Exception {
    Ticket ticket = ticket();
    stub.next(
        "PUT",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          StubInstallation.respond(
              exchange,
              403,
              "<Error><Code>SignatureDoesNotMatch</Code><Message>No.</Message></Error>");
        });
    assertThatThrownBy(() -> put(ticket))
        .isInstanceOf(Refused.class)
        .hasMessage("S3 did not take it: SignatureDoesNotMatch, No.");
  }

  @Test
  void aServerThatStaysAwayIsNamedInTheEnd() throws Exception {
    Ticket ticket = ticket();
    stub.next(
        "PUT", StubInstallation.reset(10), StubInstallation.reset(10), StubInstallation.reset(10));
    assertThatThrownBy(() -> put(ticket)).isInstanceOf(Unreachable.class);
    assertThat(stub.count("PUT")).isEqualTo(3);
  }

  private void put(Ticket ticket) throws IOException, InterruptedException {
    objects.put(photo, checksum, ticket, transfer);
  }

  private Ticket ticket() throws IOException, InterruptedException {
    AccessTokens token = new EnvironmentToken("good");
    NewUpload file = new NewUpload("a.jpg", "image/jpeg", BYTES, checksum);
    return new Api(stub.api(), token, calls)
        .announce(List.of(file), Optional.empty(), Optional.empty())
        .get(0);
  }

  /** Counts what was sent in the last try. */
  private static final class CountedTransfer implements Transfer {
    private long bytes;

    @Override
    public synchronized void advance(long more) {
      bytes += more;
    }

    @Override
    public synchronized void restart() {
      bytes = 0;
    }

    @Override
    public void end(boolean arrived) {}
  }
}
