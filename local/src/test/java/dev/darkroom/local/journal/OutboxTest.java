package dev.darkroom.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outbox that is opened again is that of the next process: nothing is ever closed. */
class OutboxTest {
  @TempDir private Path folder;

  @Test
  void whatWasAddedIsLeftToTheNextInTheSameOrder() {
    Outbox outbox = Outbox.in(folder);
    IntStream.range(0, 20).forEach(i -> outbox.add(text("entry " + i)));

    assertThat(contents(Outbox.in(folder)))
        .containsExactlyElementsOf(
            IntStream.range(0, 20).mapToObj(i -> text("entry " + i)).toList());
  }

  @Test
  void whatWasRemovedIsNotLeft() {
    Outbox outbox = Outbox.in(folder);
    long done = outbox.add(text("done"));
    outbox.add(text("due"));
    outbox.remove(done);
    outbox.remove(done);

    assertThat(contents(Outbox.in(folder))).containsExactly(text("due"));
  }

  @Test
  void whatWasReplacedIsLeftInItsPlace() {
    Outbox outbox = Outbox.in(folder);
    long first = outbox.add(text("first"));
    outbox.add(text("second"));
    outbox.replace(first, text("changed"));

    assertThat(contents(Outbox.in(folder))).containsExactly(text("changed"), text("second"));
  }

  @Test
  void leftoversAreOfEarlierProcessesOnly() {
    Outbox.in(folder).add(text("earlier"));
    Outbox outbox = Outbox.in(folder);
    outbox.add(text("own"));

    assertThat(contents(outbox)).containsExactly(text("earlier"));
  }

  @Test
  void theNextProcessOverwritesNoEntry() {
    Outbox.in(folder).add(text("earlier"));
    Outbox.in(folder).add(text("later"));

    assertThat(contents(Outbox.in(folder))).containsExactly(text("earlier"), text("later"));
  }

  @Test
  void killedBeforeAnEntryIsWholeLeavesNothingOfIt() throws IOException {
    Files.writeString(folder.resolve("0000000000000000001.tmp"), "\"ha");

    Outbox outbox = Outbox.in(folder);

    assertThat(outbox.leftovers()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void killedWhileAnEntryIsReplacedLeavesItAsItWas() throws IOException {
    long number = Outbox.in(folder).add(text("before"));
    Files.writeString(folder.resolve(String.format("%019d.tmp", number)), "\"aft");

    assertThat(contents(Outbox.in(folder))).containsExactly(text("before"));
  }

  @Test
  void whatCannotBeReadCostsNoOther() throws IOException {
    Outbox outbox = Outbox.in(folder);
    outbox.add(text("first"));
    long damaged = outbox.add(text("second"));
    long empty = outbox.add(text("third"));
    outbox.add(text("fourth"));
    Files.writeString(folder.resolve(String.format("%019d.json", damaged)), "{\"a\":");
    Files.writeString(folder.resolve(String.format("%019d.json", empty)), "");

    assertThat(contents(Outbox.in(folder))).containsExactly(text("first"), text("fourth"));
  }

  @Test
  void anInterruptDoesNotLoseAnEntry() {
    Outbox outbox = Outbox.in(folder);
    Thread.currentThread().interrupt();
    try {
      outbox.add(text("due"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(contents(Outbox.in(folder))).containsExactly(text("due"));
  }

  @Test
  void manyThreadsAddAndRemoveAtOnce() throws Exception {
    Outbox outbox = Outbox.in(folder);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 200; i++) {
      int number = i;
      threads.execute(
          () -> {
            long entry = outbox.add(text("entry " + number));
            if (number % 2 == 0) {
              outbox.remove(entry);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

    assertThat(contents(Outbox.in(folder)))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 200)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> text("entry " + i))
                .toList());
  }

  @Test
  void whatCannotBeWrittenIsRefused() throws IOException {
    Outbox outbox = Outbox.in(folder.resolve("gone"));
    Files.delete(folder.resolve("gone"));

    assertThatThrownBy(() -> outbox.add(text("due"))).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void theOneInMemoryLeavesNothing() {
    long number = Outbox.NONE.add(text("due"));
    Outbox.NONE.replace(number, text("changed"));

    assertThat(Outbox.NONE.leftovers()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static List<JsonNode> contents(Outbox outbox) {
    return outbox.leftovers().stream().map(Entry::content).toList();
  }

  private static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }
}
