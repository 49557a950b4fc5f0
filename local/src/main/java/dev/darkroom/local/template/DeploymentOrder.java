package dev.darkroom.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts resources so that what is referred to is deployed before what refers to it. */
final class DeploymentOrder {
  private final Template template;
  private final Map<String, Resource> waiting = new LinkedHashMap<>();
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();

  DeploymentOrder(Template template, Scope scope) {
    this.template = template;
    template.resources().stream()
        .filter(scope::includes)
        .forEach(resource -> waiting.put(resource.logicalId(), resource));
    waiting.values().forEach(resource -> needs.put(resource.logicalId(), needs(resource, scope)));
  }

  /**
   * The resources in order; where the order is free, that of the file.
   *
   * @throws InvalidTemplate when resources refer to each other in a circle
   */
  List<Resource> sorted() {
    List<Resource> sorted = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Resource next =
          waiting.values().stream()
              .filter(resource -> open(resource.logicalId()).isEmpty())
              .findFirst()
              .orElseThrow(this::circle);
      waiting.remove(next.logicalId());
      sorted.add(next);
    }
    return sorted;
  }

  private Set<String> needs(Resource resource, Scope scope) {
    Set<String> ids = new LinkedHashSet<>(resource.dependsOn());
    References.in(
            resource.properties(),
            resource.place(),
            (condition, taken, place) -> scope.condition(condition, place) == taken)
        .forEach(
            reference ->
                template.owner(reference.name()).map(Resource::logicalId).ifPresent(ids::add));
    return ids;
  }

  private List<String> open(String id) {
    return needs.get(id).stream().filter(waiting::containsKey).toList();
  }

  private InvalidTemplate circle() {
    Set<String> path = new LinkedHashSet<>();
    String id = waiting.keySet().iterator().next();
    while (path.add(id)) {
      id = open(id).get(0);
    }
    List<String> circle = new ArrayList<>(path);
    circle = new ArrayList<>(circle.subList(circle.indexOf(id), circle.size()));
    circle.add(id);
    return new InvalidTemplate(
        "Resources refer to each other in a circle: " + String.join(" -> ", circle));
  }
}
