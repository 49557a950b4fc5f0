package dev.darkroom.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.AwsError;
import java.util.Optional;

/** Reads the fields of a request. */
final class Requests {
  private Requests() {}

  static String text(JsonNode request, String field) {
    return optionalText(request, field)
        .orElseThrow(
            () ->
                AwsError.badRequest(
                    "ValidationException", "The field '" + field + "' is required."));
  }

  static Optional<String> optionalText(JsonNode request, String field) {
    return Optional.ofNullable(request.path(field).textValue());
  }

  static void refuse(JsonNode request, String... fields) {
    for (String field : fields) {
      if (request.hasNonNull(field)) {
        throw AwsError.badRequest(
            "ValidationException", "The field '" + field + "' is not supported locally.");
      }
    }
  }
}
