package dev.darkroom.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

/** What a schedule starts. */
@FunctionalInterface
public interface ScheduledTarget {
  /** Starts the work once, without waiting for it. */
  void start(JsonNode input);
}
