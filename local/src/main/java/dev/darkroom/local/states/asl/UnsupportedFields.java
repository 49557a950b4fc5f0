package dev.darkroom.local.states.asl;

import java.util.Set;

/**
 * Fields of the language that exist on AWS but not here, so that each is refused for its reason.
 */
final class UnsupportedFields {
  private static final Set<String> JSONPATH =
      Set.of(
          "InputPath",
          "OutputPath",
          "ResultPath",
          "ResultSelector",
          "Parameters",
          "Result",
          "Variable",
          "ItemsPath",
          "MaxConcurrencyPath",
          "SecondsPath",
          "TimestampPath",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath",
          "ErrorPath",
          "CausePath");

  private static final Set<String> REMOTE =
      Set.of(
          "HeartbeatSeconds",
          "Credentials",
          "ToleratedFailureCount",
          "ToleratedFailurePercentage",
          "ItemReader",
          "ItemBatcher",
          "ResultWriter",
          "Label",
          "Iterator",
          "ExecutionType");

  private UnsupportedFields() {}

  static String refusal(String field) {
    if (JSONPATH.contains(field)) {
      return "The field '"
          + field
          + "' is of JSONPath; only the JSONata QueryLanguage is supported";
    } else if (REMOTE.contains(field)) {
      return "The field '" + field + "' is not supported locally";
    }
    return "Field '" + field + "' is not supported";
  }
}
