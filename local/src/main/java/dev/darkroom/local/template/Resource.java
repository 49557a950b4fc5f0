package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A resource as the template declares it, with the globals of its type merged in.
 *
 * @param logicalId its name in the template
 * @param type as {@code AWS::Serverless::Function}
 * @param properties unresolved: they may hold intrinsic functions
 * @param dependsOn logical ids that must be deployed before
 * @param condition the condition without which it is not deployed
 */
public record Resource(
    String logicalId,
    String type,
    ObjectNode properties,
    List<String> dependsOn,
    Optional<String> condition) {
  private static final Set<String> SUPPORTED =
      Set.of("Type", "Properties", "DependsOn", "Condition");

  /** Attributes for what AWS does when a stack goes: a local one leaves nothing to keep. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("DeletionPolicy", "UpdateReplacePolicy", "Metadata");

  /** Copies the list. */
  public Resource {
    dependsOn = List.copyOf(dependsOn);
  }

  /** Where the resource stands, for errors. */
  public Place place() {
    return Place.of("Resource " + logicalId + " (" + type + ")");
  }

  static Resource read(String logicalId, JsonNode declared) {
    Place unnamed = Place.of("Resource " + logicalId);
    if (!logicalId.matches("[A-Za-z0-9]{1,255}")) {
      throw unnamed.invalid("must have a name of letters and digits");
    }
    if (!declared.path("Type").isTextual()) {
      throw unnamed.invalid("has no Type");
    }
    String type = declared.get("Type").textValue();
    Place place = Place.of("Resource " + logicalId + " (" + type + ")");
    for (Iterator<String> names = declared.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!SUPPORTED.contains(name) && !WITHOUT_EFFECT.contains(name)) {
        throw place.unsupported("has the attribute " + name + ", which is not supported locally");
      }
    }
    return new Resource(
        logicalId,
        type,
        properties(declared, place),
        dependsOn(declared.path("DependsOn"), place),
        condition(declared.path("Condition"), place));
  }

  /** The same resource with the globals of its type below its own properties. */
  Resource with(Map<String, ObjectNode> globals) {
    ObjectNode global = globals.get(type);
    return global == null
        ? this
        : new Resource(logicalId, type, Globals.merge(global, properties), dependsOn, condition);
  }

  private static ObjectNode properties(JsonNode declared, Place place) {
    JsonNode properties = declared.path("Properties");
    if (properties.isMissingNode()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (properties instanceof ObjectNode object) {
      return object;
    }
    throw place.invalid("has Properties that are no map");
  }

  private static List<String> dependsOn(JsonNode ids, Place place) {
    if (ids.isTextual()) {
      return List.of(ids.textValue());
    }
    List<JsonNode> items = StreamSupport.stream(ids.spliterator(), false).toList();
    if (ids.isObject() || ids.isValueNode() || !items.stream().allMatch(JsonNode::isTextual)) {
      throw place.invalid("has a DependsOn that is no list of logical ids");
    }
    return items.stream().map(JsonNode::textValue).toList();
  }

  private static Optional<String> condition(JsonNode name, Place place) {
    if (name.isMissingNode()) {
      return Optional.empty();
    }
    if (!name.isTextual()) {
      throw place.invalid("has a Condition that is no condition's name");
    }
    return Optional.of(name.textValue());
  }
}
