package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.asl.Machine;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes executions from their journals: each stands where its last line has it. */
public final class ExecutionReader {
  private final Time time;
  private final Consumer<Execution> onStatus;
  private final Function<String, String> texts;
  private final Function<String, Machine> machines;

  /**
   * @param onStatus what the executions tell of their status from now on
   * @param texts gives a definition's text by its name
   * @param machines reads a definition's text
   */
  public ExecutionReader(
      Time time,
      Consumer<Execution> onStatus,
      Function<String, String> texts,
      Function<String, Machine> machines) {
    this.time = time;
    this.onStatus = onStatus;
    this.texts = texts;
    this.machines = machines;
  }

  /**
   * Reads one execution. It goes on in the same journal.
   *
   * @param lines at least the first
   * @throws JournalDamaged when the lines do not follow from each other
   */
  public Execution read(List<JsonNode> lines, Journal journal) {
    JsonNode start = lines.get(0).path("start");
    if (!start.isObject()) {
      throw new JournalDamaged("no start in the first line");
    }
    JsonNode written = start.path("definition");
    String text = texts.apply(written.path("textId").asText());
    Definition definition =
        new Definition(
            text,
            machines.apply(text),
            written.path("roleArn").asText(),
            Lines.time(written, "updated"));
    Execution execution = Execution.read(start, definition, time, onStatus);
    lines.subList(1, lines.size()).forEach(execution::replay);
    execution.goOnIn(journal);
    return execution;
  }
}
