package dev.darkroom.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.AwsError;
import java.util.OptionalInt;

/** Reads an SQS request's parameters and refuses those that are missing or out of range. */
final class Parameters {
  private Parameters() {}

  static String required(JsonNode request, String name) {
    String value = request.path(name).asText();
    if (value.isEmpty()) {
      throw AwsError.badRequest(
          "MissingParameter", "The request must contain the parameter " + name + ".");
    }
    return value;
  }

  static Queue queue(Queues queues, JsonNode request) {
    return queues.at(required(request, "QueueUrl"));
  }

  static OptionalInt number(JsonNode request, String name) {
    return number(request, name, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  static OptionalInt number(JsonNode request, String name, int least, int most) {
    JsonNode value = request.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
      throw AwsError.badRequest(
          "InvalidParameterValue",
          "Value "
              + value
              + " for parameter "
              + name
              + " is invalid. Reason: Must be between "
              + least
              + " and "
              + most
              + ", if provided.");
    }
    return OptionalInt.of(value.intValue());
  }

  static void refuse(JsonNode request, String name) {
    if (request.hasNonNull(name)) {
      throw AwsError.badRequest(
          "UnsupportedOperation", "The parameter " + name + " is not supported locally.");
    }
  }
}
