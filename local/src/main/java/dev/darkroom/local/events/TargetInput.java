package dev.darkroom.local.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.regex.Pattern;

/**
 * What a target is given for an event.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html">Target:
 *     Input, InputPath</a>
 */
@FunctionalInterface
public interface TargetInput {
  /** The event itself. */
  TargetInput EVENT = event -> event;

  /** Makes the input of an event. */
  JsonNode of(JsonNode event);

  /** The same input for every event ({@code Input}). */
  static TargetInput constant(JsonNode input) {
    return event -> input;
  }

  /**
   * A part of the event ({@code InputPath}); null for an event that has no such part.
   *
   * @param path dot notation with array indices, as {@code $.detail.items[0]}
   * @throws InvalidRule when the path is written otherwise
   */
  static TargetInput path(String path) {
    if (!Pattern.matches("\\$((\\.[A-Za-z0-9_/-]+)(\\[\\d+])*)*", path)) {
      throw new InvalidRule("The InputPath " + path + " is not supported locally");
    }
    JsonPointer pointer =
        JsonPointer.compile(
            path.substring(1)
                .replace("/", "~1")
                .replace('.', '/')
                .replace('[', '/')
                .replace("]", ""));
    return event -> {
      JsonNode part = event.at(pointer);
      return part.isMissingNode() ? NullNode.getInstance() : part;
    };
  }
}
