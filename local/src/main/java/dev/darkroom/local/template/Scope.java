package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the names in a template stand for in one deployment: its parameters, its conditions, and
 * each resource once it is deployed. Safe for use by several threads.
 */
public final class Scope implements Names {
  private record Deployed(String ref, Map<String, String> attributes) {}

  private final Template template;
  private final ParameterNames parameters;
  private final Map<String, Boolean> conditions;
  private final Map<String, Deployed> deployed = new ConcurrentHashMap<>();
  private final Resolver resolver = new Resolver(this);

  Scope(Template template, ParameterNames parameters) {
    this.template = template;
    this.parameters = parameters;
    this.conditions = Conditions.evaluate(template.conditions(), parameters);
  }

  /**
   * Says what a resource that is now deployed is called; what refers to it can be resolved then.
   *
   * @param logicalId of a resource, or of one that SAM generates, as {@code ResizeFunctionRole}
   * @param ref what {@code Ref} gives
   * @param attributes what {@code Fn::GetAtt} gives, and for a function {@code Alias} and {@code
   *     Version}, which {@code Ref} gives as well
   */
  public void deployed(String logicalId, String ref, Map<String, String> attributes) {
    deployed.put(logicalId, new Deployed(ref, Map.copyOf(attributes)));
  }

  /**
   * The properties of a resource, resolved.
   *
   * @throws InvalidTemplate when they refer to what is unknown
   * @throws UnsupportedTemplate when they use what the local run does not support
   */
  public Properties properties(Resource resource) {
    return Properties.of(resolve(resource.properties(), resource.place()), resource.place());
  }

  /** The value of a node; a missing node when it comes to {@code AWS::NoValue}. */
  public JsonNode resolve(JsonNode node, Place place) {
    return resolver.resolve(node, place);
  }

  /** Whether a resource's condition lets it be. */
  public boolean includes(Resource resource) {
    return resource.condition().map(name -> condition(name, resource.place())).orElse(true);
  }

  /** The outputs of the template, in order; every resource they refer to must be deployed. */
  public Map<String, String> outputs() {
    Map<String, String> outputs = new LinkedHashMap<>();
    template
        .outputs()
        .forEach(
            (name, output) -> {
              if (output.condition().map(c -> condition(c, output.place())).orElse(true)) {
                outputs.put(name, resolver.text(output.value(), output.place().property("Value")));
              }
            });
    return outputs;
  }

  @Override
  public JsonNode ref(String name, Place place) {
    return parameters
        .value(name, place)
        .or(() -> Optional.ofNullable(deployed.get(name)).map(resource -> text(resource.ref())))
        .orElseGet(() -> generated(name, place));
  }

  @Override
  public JsonNode attribute(String logicalId, String attribute, Place place) {
    Deployed resource = deployed.get(logicalId);
    if (resource == null) {
      throw absent(logicalId, place);
    }
    String value = resource.attributes().get(attribute);
    if (value == null) {
      String type = template.resource(logicalId).map(r -> " (" + r.type() + ")").orElse("");
      throw place.unsupported(
          "refers to the attribute %s of %s%s, which is not supported locally"
              .formatted(attribute, logicalId, type));
    }
    return text(value);
  }

  @Override
  public boolean condition(String name, Place place) {
    Boolean value = conditions.get(name);
    if (value == null) {
      throw place.invalid("refers to the condition " + name + ", which is not declared");
    }
    return value;
  }

  /** SAM lets {@code Ref} name what it generates for a resource: {@code ResizeFunction.Alias}. */
  private JsonNode generated(String name, Place place) {
    String[] parts = name.split("\\.", 2);
    if (parts.length == 1) {
      throw absent(name, place);
    }
    return attribute(parts[0], parts[1], place);
  }

  private RuntimeException absent(String logicalId, Place place) {
    Resource resource = template.resource(logicalId).orElse(null);
    if (resource == null) {
      return template.owner(logicalId).isPresent()
          ? place.unsupported(
              "refers to " + logicalId + ", which SAM may generate, but the local run does not")
          : ParameterNames.unknown(logicalId, place);
    }
    return includes(resource)
        ? new IllegalStateException(place + " refers to " + logicalId + ", not deployed yet")
        : place.invalid(
            "refers to %s, which the condition %s leaves out"
                .formatted(logicalId, resource.condition().orElseThrow()));
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.textNode(value);
  }
}
