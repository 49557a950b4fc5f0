package dev.darkroom.local.template;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values for <code>${Name}</code> in a state machine's definition.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html#sam-statemachine-definitionsubstitutions">DefinitionSubstitutions</a>
 */
public final class Substitutions {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

  private final Map<String, String> values;
  private final Place place;

  /**
   * @param place the property that the values come from, for errors
   */
  public Substitutions(Map<String, String> values, Place place) {
    this.values = Map.copyOf(values);
    this.place = place;
  }

  /**
   * Puts the values into a definition, as they are.
   *
   * @param file the definition's name, for errors
   * @throws InvalidTemplate when the definition has a name without a value, or a value is not used
   */
  public String apply(String file, String definition) {
    Set<String> unused = new HashSet<>(values.keySet());
    String applied =
        VARIABLE
            .matcher(definition)
            .replaceAll(
                match -> {
                  unused.remove(match.group(1));
                  return Matcher.quoteReplacement(value(match.group(1), file));
                });
    unused.stream()
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw place.property(name).invalid("is not used in " + file);
            });
    return applied;
  }

  private String value(String name, String file) {
    String value = values.get(name);
    if (value == null) {
      throw place.property(name).invalid("is missing, but used in " + file);
    }
    return value;
  }
}
