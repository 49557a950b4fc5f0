package dev.darkroom.local.deploy;

import java.util.Map;

/**
 * What a template can say of a resource that stands.
 *
 * @param ref the value of {@code !Ref}
 * @param attributes the values of {@code !GetAtt}, by name
 */
record Deployed(String ref, Map<String, String> attributes) {}
