package dev.darkroom.local.states.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.states.execution.JournalDamaged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLinesTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("journal.jsonl");
  }

  @Test
  void cutsOffALastLineThatWasNotWrittenToItsEnd() throws Exception {
    JournalFile journal = new JournalFile(file, new Gate());
    for (String text : new String[] {"a", "ünïcödé \n €", "{\"told\":1}", ""}) {
      journal.write(() -> JsonNodeFactory.instance.objectNode().put("text", text));
    }
    byte[] whole = Files.readAllBytes(file);

    for (int length = whole.length; length >= 0; length--) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(file, cut);
      int ended = (int) new String(cut, UTF_8).chars().filter(c -> c == '\n').count();

      assertThat(JournalLines.read(file)).hasSize(ended);
      assertThat(Files.readAllBytes(file)).isEqualTo(upToTheLastLine(cut));
      assertThat(JournalLines.read(file)).hasSize(ended);
    }
  }

  private static byte[] upToTheLastLine(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return Arrays.copyOf(bytes, length);
  }

  @Test
  void doesNotBelieveALineThatCannotHaveBeenWritten() throws Exception {
    for (String text :
        new String[] {"{}\n\0\0\0\n", "{}\n\n{}\n", "{\"a\":\n{}\n", "1\n", "{}{}\n"}) {
      Files.writeString(file, text);

      assertThatThrownBy(() -> JournalLines.read(file)).isInstanceOf(JournalDamaged.class);
    }
  }
}
