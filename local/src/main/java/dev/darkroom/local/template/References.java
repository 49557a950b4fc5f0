package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the names that a node refers to: parameters, pseudo parameters and resources. */
final class References {

  /**
   * A reference.
   *
   * @param name a logical id or a parameter's name, as {@code UploadsBucket}, or as {@code
   *     ResizeFunction.Alias}
   * @param place where it stands
   */
  record Reference(String name, Place place) {}

  /** Chooses the branches of {@code Fn::If} to look into. */
  @FunctionalInterface
  interface Branches {
    /** Both branches. */
    Branches ALL = (condition, taken, place) -> true;

    /** Whether to look into the branch for when a condition is, or is not, true. */
    boolean include(String condition, boolean taken, Place place);
  }

  private final List<Reference> found = new ArrayList<>();
  private final Branches branches;

  private References(Branches branches) {
    this.branches = branches;
  }

  /** The references in a node, in order. */
  static List<Reference> in(JsonNode node, Place place, Branches branches) {
    References references = new References(branches);
    references.visit(node, place);
    return references.found;
  }

  private void visit(JsonNode node, Place place) {
    Intrinsic.of(node, place).ifPresentOrElse(call -> call(call, place), () -> plain(node, place));
  }

  private void plain(JsonNode node, Place place) {
    if (node.isObject()) {
      node.properties().forEach(entry -> visit(entry.getValue(), place.property(entry.getKey())));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      visit(node.get(i), place.item(i));
    }
  }

  private void call(Intrinsic call, Place place) {
    switch (call.name()) {
      case "Ref" -> found.add(new Reference(call.literal(place), place));
      case "Fn::GetAtt" -> {
        List<JsonNode> pair = call.attribute(place);
        found.add(new Reference(call.literal(pair.get(0), place), place));
        visit(pair.get(1), place);
      }
      case "Fn::Sub" -> sub(call, place);
      case "Fn::If" -> {
        List<JsonNode> arguments = call.arguments(3, 3, place);
        String condition = call.literal(arguments.get(0), place);
        if (branches.include(condition, true, place)) {
          visit(arguments.get(1), place);
        }
        if (branches.include(condition, false, place)) {
          visit(arguments.get(2), place);
        }
      }
      default -> visit(call.argument(), place);
    }
  }

  private void sub(Intrinsic call, Place place) {
    if (call.argument().isTextual()) {
      sub(call.argument().textValue(), Set.of(), place);
      return;
    }
    List<JsonNode> arguments = call.arguments(2, 2, place);
    Set<String> variables =
        arguments.get(1).properties().stream()
            .map(entry -> entry.getKey())
            .collect(Collectors.toSet());
    sub(call.literal(arguments.get(0), place), variables, place);
    visit(arguments.get(1), place);
  }

  private void sub(String text, Set<String> variables, Place place) {
    SubText.names(text, place).stream()
        .filter(name -> !variables.contains(name))
        .forEach(name -> found.add(new Reference(name, place)));
  }
}
