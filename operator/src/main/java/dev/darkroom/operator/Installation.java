package dev.darkroom.operator;

import java.util.Map;

/**
 * What a deployment is made of, by environment variables; {@code ./darkroom env} prints them of the
 * local one.
 *
 * @param variables the environment
 */
record Installation(Map<String, String> variables) {
  String stateMachine() {
    return get("DARKROOM_STATE_MACHINE");
  }

  String table() {
    return get("DARKROOM_TABLE");
  }

  String uploadsBucket() {
    return get("DARKROOM_UPLOADS_BUCKET");
  }

  /** The URL of the queue of uploads whose execution could not be started. */
  String undeliveredUploads() {
    return get("DARKROOM_UNDELIVERED_UPLOADS");
  }

  /** The URL of the queue of failures that could not be recorded. */
  String undeliveredFailures() {
    return get("DARKROOM_UNDELIVERED_FAILURES");
  }

  /** The name or ARN of the function that records failures. */
  String recordFailure() {
    return get("DARKROOM_RECORD_FAILURE");
  }

  private String get(String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new MissingSetting(name);
    }
    return value;
  }
}
