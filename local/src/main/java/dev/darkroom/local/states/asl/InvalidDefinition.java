package dev.darkroom.local.states.asl;

import dev.darkroom.local.http.AwsError;

/** The refusals of a definition, in the form in which Step Functions writes them. */
final class InvalidDefinition {
  private InvalidDefinition() {}

  static AwsError schema(String message, String location) {
    return of("SCHEMA_VALIDATION_FAILED", message, location);
  }

  static AwsError of(String code, String message, String location) {
    return AwsError.badRequest(
        "InvalidDefinition",
        "Invalid State Machine Definition: '" + code + ": " + message + " at " + location + "'");
  }
}
