package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A SAM template: what it declares, checked as far as it can be without values.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html">AWS
 *     SAM template anatomy</a>
 */
public final class Template {
  private final Map<String, Parameter> parameters;
  private final Map<String, JsonNode> conditions;
  private final Map<String, Resource> resources;
  private final Map<String, Output> outputs;

  private Template(ObjectNode document) {
    parameters = Sections.map(document, "Parameters", Parameter::read);
    conditions = Sections.map(document, "Conditions", (name, condition) -> condition);
    Map<String, ObjectNode> globals = Globals.read(document.path("Globals"));
    resources =
        Sections.map(document, "Resources", (id, node) -> Resource.read(id, node).with(globals));
    outputs = Sections.map(document, "Outputs", Output::read);
    resources.values().forEach(this::check);
    outputs.values().forEach(output -> check(output.value(), output.place()));
  }

  /**
   * Reads a template.
   *
   * @throws IOException when the file cannot be read
   * @throws InvalidTemplate when the template is wrong
   * @throws UnsupportedTemplate when it has what the local run does not support
   */
  public static Template read(Path file) throws IOException {
    return parse(String.valueOf(file.getFileName()), Files.readString(file));
  }

  /**
   * Reads a template from a text.
   *
   * @param name the file's name, for errors
   */
  public static Template parse(String name, String text) {
    ObjectNode document = TemplateYaml.read(name, text);
    Sections.check(document, Place.of(name));
    return new Template(document);
  }

  /**
   * Gives the template the values of its parameters.
   *
   * @param stack the stack that the template is deployed as
   * @param values parameters by name; those not given have their default
   * @throws InvalidTemplate when a value is missing, unknown or not allowed
   */
  public Scope scope(Stack stack, Map<String, String> values) {
    return new Scope(this, ParameterNames.of(parameters, stack, values));
  }

  /** The resources that a scope's conditions let be, what is referred to before what refers. */
  public List<Resource> deploymentOrder(Scope scope) {
    return new DeploymentOrder(this, scope).sorted();
  }

  /** All resources in the order of the file, whatever their conditions. */
  public List<Resource> resources() {
    return List.copyOf(resources.values());
  }

  /** A resource by its logical id. */
  public Optional<Resource> resource(String logicalId) {
    return Optional.ofNullable(resources.get(logicalId));
  }

  /**
   * The resource behind a reference: the one that is named, or the one of which SAM generates it,
   * as {@code ResizeFunction} for {@code ResizeFunctionRole} and {@code ResizeFunction.Alias}.
   */
  Optional<Resource> owner(String reference) {
    String id = reference.split("\\.", 2)[0];
    return resource(id)
        .or(
            () ->
                resources.values().stream()
                    .filter(resource -> resource.type().startsWith("AWS::Serverless::"))
                    .filter(resource -> id.startsWith(resource.logicalId()))
                    .max((a, b) -> a.logicalId().length() - b.logicalId().length()));
  }

  Map<String, JsonNode> conditions() {
    return conditions;
  }

  Map<String, Output> outputs() {
    return outputs;
  }

  private void check(Resource resource) {
    check(resource.properties(), resource.place());
    for (String id : resource.dependsOn()) {
      if (!resources.containsKey(id)) {
        throw resource.place().invalid("depends on " + id + ", which is no resource");
      }
    }
  }

  private void check(JsonNode node, Place place) {
    Set<String> names = parameters.keySet();
    for (References.Reference reference : References.in(node, place, References.Branches.ALL)) {
      String name = reference.name();
      if (!name.startsWith("AWS::") && !names.contains(name) && owner(name).isEmpty()) {
        throw ParameterNames.unknown(name, reference.place());
      }
    }
  }
}
