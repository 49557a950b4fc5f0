package dev.darkroom.client.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.client.api.Ticket;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Key CAT = new Key("https://a.example/api", "", "cat=");
  private static final Key DOG = new Key("https://a.example/api", "album", "dog=");
  private static final Ticket TICKET =
      new Ticket(
          "job-1",
          URI.create("https://bucket.example/k?X-Amz-Signature=1"),
          Map.of("content-type", "image/jpeg", "if-none-match", "*"),
          Instant.parse("2026-05-01T10:00:00Z"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("state").resolve("upload.jsonl");
  }

  @Test
  void whatWasRecordedIsThereInTheNextRun() throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.put(CAT, Entry.announced(TICKET));
      journal.put(DOG, Entry.announced(TICKET));
      journal.put(DOG, Entry.sent("job-1"));
    }
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.find(CAT)).contains(Entry.announced(TICKET));
      assertThat(journal.find(DOG)).contains(Entry.sent("job-1"));
      assertThat(journal.find(new Key(DOG.api(), "", DOG.checksumSha256()))).isEmpty();
    }
  }

  @Test
  void aRecordIsOnTheDiskBeforeTheRunEnds() throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.put(CAT, Entry.sent("job-1"));
      assertThat(Files.readString(file)).contains("job-1").endsWith("\n");
    }
  }

  @Test
  void aLineThatWasCutOffIsPassedOver() throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.put(CAT, Entry.sent("job-1"));
      journal.put(DOG, Entry.announced(TICKET));
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
    Files.write(file, "\n\u0000garbage\n{}\n[1]\n".getBytes(UTF_8), StandardOpenOption.APPEND);
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.find(CAT)).contains(Entry.sent("job-1"));
      assertThat(journal.find(DOG)).isEmpty();
      journal.put(DOG, Entry.sent("job-2"));
    }
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void twoRunsDoNotShareIt() throws IOException {
    try (Journal journal = Journal.open(file)) {
      assertThatThrownBy(() -> Journal.open(file))
          .isInstanceOf(JournalInUse.class)
          .hasMessageContaining("--state");
      journal.put(CAT, Entry.sent("job-1"));
    }
    Journal.open(file).close();
  }

  @Test
  void itsOwnerAloneCanReadIt() throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.put(CAT, Entry.announced(TICKET));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    try (Stream<Path> left = Files.list(file.getParent())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("upload.jsonl", "upload.jsonl.lock");
    }
  }
}
