package dev.darkroom.local.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 5. What is false at the moment it is published is seen by {@link Tellings}. */
final class UploaderIsTold implements Invariant {

  @Override
  public String sentence() {
    return "5. the uploader is told at least once, and never told something false";
  }

  @Override
  public List<String> violations(Ended job) {
    List<String> found = new ArrayList<>();
    List<Message> messages = job.messages();
    if (job.scenario() == Scenario.BROKEN_OFF) {
      return messages.size() == 1 && messages.get(0).status().equals("COMPLETED")
          ? List.of()
          : List.of("told was not its completion, once, but " + messages);
    }
    if (job.scenario().end() == Scenario.End.DELETED) {
      return messages.stream()
          .filter(message -> !message.status().equals("FAILED"))
          .map(message -> "of a deleted image is told " + message)
          .toList();
    }
    if (messages.stream().noneMatch(message -> message.status().equals(job.status()))) {
      found.add("nobody was told " + job.status() + "; told was " + messages);
    }
    messages.stream()
        .filter(message -> !message.owner().equals(job.run().owner()))
        .forEach(message -> found.add("another owner was told: " + message));
    if (job.model().isEmpty()
        && job.run().executions().size() == 1
        && messages.size() != 1
        && job.scenario().brokenBy().isEmpty()) {
      found.add("nothing went wrong, and told was " + messages);
    }
    repeats(messages, found);
    return found;
  }

  /** By a message's id a reader drops repeats: the same outcome has one, others have others. */
  private static void repeats(List<Message> messages, List<String> found) {
    Map<String, Set<String>> textsById = new HashMap<>();
    messages.forEach(
        message ->
            textsById
                .computeIfAbsent(message.notificationId(), any -> new HashSet<>())
                .add(message.status() + " " + message.text()));
    textsById.forEach(
        (id, texts) -> {
          if (id.isEmpty() || texts.size() > 1) {
            found.add("the id '" + id + "' stands for " + texts);
          }
        });
    long completed =
        messages.stream()
            .filter(message -> message.status().equals("COMPLETED"))
            .map(Message::notificationId)
            .distinct()
            .count();
    if (completed > 1) {
      found.add("one completion was told under several ids: " + messages);
    }
  }
}
