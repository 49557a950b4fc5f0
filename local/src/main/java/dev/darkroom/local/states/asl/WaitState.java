package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A state that lets time pass; exactly one of its two fields is there.
 *
 * @param seconds how long, in seconds, 0 to 99 999 999
 * @param timestamp until when, as RFC 3339 writes it
 */
public record WaitState(
    String name, Optional<Template> seconds, Optional<Template> timestamp, Way way)
    implements OneWayState {
  /** The longest wait, in seconds. */
  public static final int LONGEST = 99_999_999;

  static WaitState read(String name, Fields fields) {
    Optional<Template> seconds = fields.integerTemplate("Seconds", 0, LONGEST);
    Optional<Template> timestamp = fields.textTemplate("Timestamp");
    if (seconds.isPresent() == timestamp.isPresent()) {
      throw InvalidDefinition.schema(
          "A Wait state has either 'Seconds' or 'Timestamp'", fields.location());
    }
    timestamp
        .filter(template -> !template.isExpression())
        .map(template -> instant(template.source().textValue()))
        .filter(Optional::isEmpty)
        .ifPresent(
            none -> {
              throw fields.wrong("Timestamp", "Expected a timestamp, as 2026-01-31T12:00:00Z");
            });
    return new WaitState(name, seconds, timestamp, Way.read(fields));
  }

  /** The instant of an RFC 3339 timestamp, or nothing when it is none. */
  public static Optional<Instant> instant(String timestamp) {
    try {
      return Optional.of(OffsetDateTime.parse(timestamp).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String type() {
    return "Wait";
  }
}
