package dev.darkroom.local.states.asl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.jsonata.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a definition in the Amazon States Language with JSONata. What is not understood is refused
 * by name; what is understood runs as on AWS.
 */
public final class DefinitionReader {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Says which resources a Task may name. */
  @FunctionalInterface
  public interface TaskRule {
    /** Gives what is wrong with a task, or nothing. */
    Optional<String> complaint(TaskState task);
  }

  private final TaskRule tasks;
  private final Set<String> names = new HashSet<>();
  private String queryLanguage = "JSONPath";

  private DefinitionReader(TaskRule tasks) {
    this.tasks = tasks;
  }

  /**
   * Reads and checks a definition.
   *
   * @throws AwsError InvalidDefinition, with the state and the field that is wrong
   */
  public static Machine read(String definition, TaskRule tasks) {
    try {
      Machine machine = new DefinitionReader(tasks).machine(JSON.readTree(definition));
      VariableScopes.check(machine.flow());
      return machine;
    } catch (JsonProcessingException e) {
      throw AwsError.badRequest(
          "InvalidDefinition",
          "Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: " + e.getMessage() + "'");
    }
  }

  private Machine machine(JsonNode definition) {
    Fields fields = new Fields(definition, "", "");
    fields.optionalText("Version");
    queryLanguage = queryLanguage(fields, queryLanguage);
    Optional<Integer> timeout = fields.integer("TimeoutSeconds", 1, TaskState.LONGEST_TIMEOUT);
    Flow flow = flow(fields);
    fields.nothingElse();
    return new Machine(flow, timeout);
  }

  private static String queryLanguage(Fields fields, String inherited) {
    String language = fields.optionalText("QueryLanguage").orElse(inherited);
    if (!language.equals("JSONata") && !language.equals("JSONPath")) {
      throw fields.wrong(
          "QueryLanguage", "Value should be one of the following: [JSONPath, JSONata]");
    }
    return language;
  }

  private Flow flow(Fields fields) {
    String startAt = fields.text("StartAt");
    JsonNode states = fields.required("States");
    if (!states.isObject() || states.isEmpty()) {
      throw fields.wrong("States", "Expected at least one state");
    }
    Map<String, State> read = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> state : states.properties()) {
      String location = fields.location() + "/States/" + state.getKey();
      read.put(state.getKey(), state(state.getKey(), new Fields(state.getValue(), location, "")));
    }
    Flow flow = new Flow(startAt, read);
    FlowGraph.check(flow, fields.location());
    return flow;
  }

  private State state(String name, Fields fields) {
    if (name.isEmpty() || name.length() > 80) {
      throw InvalidDefinition.schema("A state's name has 1 to 80 characters", fields.location());
    } else if (!names.add(name)) {
      throw InvalidDefinition.of(
          "DUPLICATE_STATE_NAME", "Duplicate State name: " + name, fields.location());
    } else if (queryLanguage(fields, queryLanguage).equals("JSONPath")) {
      throw InvalidDefinition.schema(
          "The state '" + name + "' uses JSONPath; only the JSONata QueryLanguage is supported",
          fields.location());
    }
    State state = stateOfType(name, fields.text("Type"), fields);
    fields.nothingElse();
    return state;
  }

  private State stateOfType(String name, String type, Fields fields) {
    return switch (type) {
      case "Task" -> task(name, fields);
      case "Choice" -> ChoiceState.read(name, fields);
      case "Parallel" -> parallel(name, fields);
      case "Map" -> map(name, fields);
      case "Pass" -> PassState.read(name, fields);
      case "Wait" -> WaitState.read(name, fields);
      case "Succeed" -> SucceedState.read(name, fields);
      case "Fail" -> FailState.read(name, fields);
      default -> throw fields.wrong("Type", "The state type '" + type + "' is not known");
    };
  }

  private State task(String name, Fields fields) {
    TaskState task = TaskState.read(name, fields);
    tasks
        .complaint(task)
        .ifPresent(
            complaint -> {
              throw InvalidDefinition.schema(complaint, fields.location());
            });
    return task;
  }

  private State parallel(String name, Fields fields) {
    JsonNode branches = fields.required("Branches");
    if (!branches.isArray() || branches.isEmpty()) {
      throw fields.wrong("Branches", "Expected a non-empty array");
    }
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      flows.add(
          innerFlow(new Fields(branches.get(i), fields.location() + "/Branches[" + i + "]", "")));
    }
    return new ParallelState(
        name, flows, fields.template("Arguments"), Handling.read(fields), Way.read(fields));
  }

  private State map(String name, Fields fields) {
    Fields processor =
        new Fields(fields.required("ItemProcessor"), fields.location() + "/ItemProcessor", "");
    processor.optional("ProcessorConfig").ifPresent(config -> inline(config, processor));
    Optional<Template> items = fields.template("Items");
    items
        .filter(template -> !template.isExpression() && !template.source().isArray())
        .ifPresent(
            template -> {
              throw fields.wrong("Items", "Expected an array, or an expression that gives one");
            });
    return new MapState(
        name,
        items,
        fields.template("ItemSelector"),
        fields.integerTemplate("MaxConcurrency", 0, Integer.MAX_VALUE),
        innerFlow(processor),
        Handling.read(fields),
        Way.read(fields));
  }

  private static void inline(JsonNode config, Fields processor) {
    Fields fields = new Fields(config, processor.location() + "/ProcessorConfig", "");
    String mode = fields.optionalText("Mode").orElse("INLINE");
    if (!mode.equals("INLINE")) {
      throw fields.wrong("Mode", "The mode '" + mode + "' is not supported locally");
    }
    fields.nothingElse();
  }

  private Flow innerFlow(Fields fields) {
    Flow flow = flow(fields);
    fields.nothingElse();
    return flow;
  }
}
