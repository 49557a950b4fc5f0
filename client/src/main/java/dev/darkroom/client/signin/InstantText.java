package dev.darkroom.client.signin;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads a time in ISO 8601. */
final class InstantText extends FromStringDeserializer<Instant> {
  private static final long serialVersionUID = 1;

  InstantText() {
    super(Instant.class);
  }

  @Override
  protected Instant _deserialize(String value, DeserializationContext context)
      throws java.io.IOException {
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      return (Instant) context.handleWeirdStringValue(Instant.class, value, "is no time");
    }
  }
}
