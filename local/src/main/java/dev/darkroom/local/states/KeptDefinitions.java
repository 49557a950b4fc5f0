package dev.darkroom.local.states;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.asl.DefinitionReader;
import dev.darkroom.local.states.asl.Machine;
import dev.darkroom.local.states.execution.Integrations;
import dev.darkroom.local.states.execution.JournalDamaged;
import dev.darkroom.local.states.journal.JournalFolder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The definitions in a folder. Each is read once: many executions run few. */
final class KeptDefinitions {
  private final JournalFolder folder;
  private final Integrations integrations;
  private final Map<String, String> textsById = new ConcurrentHashMap<>();
  private final Map<String, Machine> machinesByText = new ConcurrentHashMap<>();

  KeptDefinitions(JournalFolder folder, Integrations integrations) {
    this.folder = folder;
    this.integrations = integrations;
  }

  /**
   * Gives a definition's text by its name.
   *
   * @throws JournalDamaged when it is not there, or is not what was kept
   */
  String text(String id) {
    return textsById.computeIfAbsent(id, folder::definition);
  }

  /**
   * Gives what a text says.
   *
   * @throws JournalDamaged when it does not run any more
   */
  Machine machine(String text) {
    return machinesByText.computeIfAbsent(text, this::read);
  }

  private Machine read(String text) {
    try {
      return DefinitionReader.read(text, integrations);
    } catch (AwsError e) {
      throw new JournalDamaged("a definition that does not run any more: " + e.getMessage(), e);
    }
  }
}
