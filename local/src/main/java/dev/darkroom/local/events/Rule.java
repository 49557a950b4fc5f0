package dev.darkroom.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A rule: the events that match the pattern go to each target.
 *
 * @param name 1 to 64 letters, digits, {@code .}, {@code -} and {@code _}
 * @param eventPattern as EventBridge takes it
 * @param targets 1 to 5
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event
 *     patterns</a>
 */
public record Rule(String name, JsonNode eventPattern, List<Target> targets) {

  /** Checks the name and the number of targets. */
  public Rule {
    targets = List.copyOf(targets);
    if (!name.matches("[.\\-_A-Za-z0-9]{1,64}")) {
      throw new InvalidRule("Rule " + name + ": the name is not allowed");
    }
    if (targets.isEmpty() || targets.size() > 5) {
      throw new InvalidRule("Rule " + name + ": must have 1 to 5 targets, not " + targets.size());
    }
    if (targets.stream().map(Target::id).distinct().count() < targets.size()) {
      throw new InvalidRule("Rule " + name + ": two targets have the same id");
    }
  }

  /** The target of this id, if the rule has it. */
  Optional<Target> target(String id) {
    return targets.stream().filter(target -> target.id().equals(id)).findFirst();
  }
}
