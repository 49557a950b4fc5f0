package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The lines of a journal. Times are milliseconds since 1970; payloads stand in the event alone. */
final class Lines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  /** An event of the flow at a place. */
  static ObjectNode event(HistoryEvent event, List<Integer> path, Move move) {
    ObjectNode line = event(event);
    path(line, path);
    move.write(line);
    return line;
  }

  /** An event of the execution as a whole. */
  static ObjectNode event(HistoryEvent event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode written = line.putObject("event");
    written.put("id", event.id());
    written.put("previous", event.previousId());
    written.put("time", event.timestamp().toEpochMilli());
    written.put("type", event.type());
    written.set("details", event.details());
    return line;
  }

  static HistoryEvent readEvent(JsonNode line) {
    JsonNode event = line.path("event");
    if (!(event.get("details") instanceof ObjectNode details)) {
      throw new JournalDamaged("a line without an event's details");
    }
    return new HistoryEvent(
        event.path("id").longValue(),
        event.path("previous").longValue(),
        time(event, "time"),
        event.path("type").asText(),
        details);
  }

  static ObjectNode backoff(Backoff backoff, List<Integer> path) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode retry = line.putObject("retry");
    backoff.attempts().forEach(retry.putArray("attempts")::add);
    retry.put("retries", backoff.retries());
    retry.put("until", backoff.until().toEpochMilli());
    path(line, path);
    return line;
  }

  static Backoff readBackoff(JsonNode line) {
    JsonNode retry = line.path("retry");
    return new Backoff(
        integers(retry.path("attempts")), retry.path("retries").intValue(), time(retry, "until"));
  }

  private static void path(ObjectNode line, List<Integer> path) {
    if (!path.isEmpty()) {
      path.forEach(line.putArray("path")::add);
    }
  }

  static List<Integer> readPath(JsonNode line) {
    return integers(line.path("path"));
  }

  private static List<Integer> integers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::intValue).toList();
  }

  /** What a line's event did to the flow at a place. */
  static Move readMove(JsonNode line, HistoryEvent event, Place place) {
    ObjectNode details = event.details();
    if (line.has("branches")) {
      return new Move.Split(Fork.of(place, line.path("data"), line.path("branches").intValue()));
    } else if (event.type().endsWith("StateEntered")) {
      return new Move.Enter(details.path("name").asText(), payload(details.path("input")));
    } else if (event.type().endsWith("StateExited")) {
      Map<String, JsonNode> assigned = new LinkedHashMap<>();
      details
          .path("assignedVariables")
          .properties()
          .forEach(variable -> assigned.put(variable.getKey(), payload(variable.getValue())));
      Optional<String> next = Optional.ofNullable(line.path("next").textValue());
      return new Move.Leave(next, payload(details.path("output")), assigned);
    }
    return new Move.Stay();
  }

  static JsonNode payload(JsonNode text) {
    try {
      return JSON.readTree(text.asText());
    } catch (JsonProcessingException e) {
      throw new JournalDamaged("a payload that is not JSON", e);
    }
  }

  static Instant time(JsonNode object, String field) {
    return Instant.ofEpochMilli(object.path(field).longValue());
  }

  /** The start of an execution, with the name of its definition's text. */
  static ObjectNode start(Execution execution) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode start = line.putObject("start");
    Identity identity = execution.identity();
    start.put("arn", identity.arn());
    start.put("name", identity.name());
    start.put("machineArn", identity.machineArn());
    start.put("machineName", identity.machineName());
    start.put("input", execution.inputText());
    start.put("time", execution.startDate().toEpochMilli());
    ObjectNode definition = start.putObject("definition");
    definition.put("textId", execution.definition().textId());
    definition.put("roleArn", execution.definition().roleArn());
    definition.put("updated", execution.definition().updated().toEpochMilli());
    return line;
  }

  static Identity readIdentity(JsonNode start) {
    return new Identity(
        start.path("arn").asText(),
        start.path("name").asText(),
        start.path("machineArn").asText(),
        start.path("machineName").asText(),
        start.path("definition").path("roleArn").asText());
  }

  /** The number of changes of status of which the event bus was told. */
  static ObjectNode told(int changes) {
    return JsonNodeFactory.instance.objectNode().put("told", changes);
  }
}
