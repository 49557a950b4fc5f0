package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/** What the names in a template stand for. */
interface Names {
  /**
   * The value of a parameter, a pseudo parameter or a resource, as {@code Ref} gives it; a missing
   * node for {@code AWS::NoValue}.
   */
  JsonNode ref(String name, Place place);

  /** An attribute of a resource, as {@code Fn::GetAtt} gives it. */
  JsonNode attribute(String logicalId, String attribute, Place place);

  /** Whether a condition holds. */
  boolean condition(String name, Place place);

  /** The value of {@code ${name}} in an {@code Fn::Sub}. */
  default JsonNode substitute(String name, Place place) {
    String[] parts = name.split("\\.", 2);
    return parts.length == 1 ? ref(name, place) : attribute(parts[0], parts[1], place);
  }
}
