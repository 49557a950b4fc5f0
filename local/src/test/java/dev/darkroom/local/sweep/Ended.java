package dev.darkroom.local.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A job when all is over.
 *
 * @param model the same of a job of this scenario that nothing went wrong with; itself, for that
 *     one
 * @param messages what was told about it
 */
record Ended(
    Scenario scenario,
    Run run,
    World.Belongings has,
    List<Message> messages,
    Optional<Ended> model) {

  /** The job's items; one, if all is well. */
  List<Map<String, AttributeValue>> records() {
    return has.items().stream()
        .filter(item -> item.get("SK").s().equals("JOB#" + run.jobId()))
        .toList();
  }

  /** The job's item; none if there are several. */
  Map<String, AttributeValue> item() {
    return records().size() == 1 ? records().get(0) : Map.of();
  }

  String status() {
    return Table.text(item(), "status");
  }

  /** The renditions that the record names. */
  List<Map<String, AttributeValue>> renditions() {
    AttributeValue renditions = item().get("renditions");
    return renditions == null || !renditions.hasL()
        ? List.of()
        : renditions.l().stream().map(AttributeValue::m).toList();
  }
}
