package dev.darkroom.api.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The parameters after the {@code ?}, read strictly: none unknown, each of its own type. */
public final class Query {
  private final Map<String, String> values;

  private Query(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the parameters of a request.
   *
   * @throws InvalidField when the request has another parameter
   */
  public static Query of(Request request, String... known) {
    for (String name : request.queryParameters().keySet()) {
      if (!Set.of(known).contains(name)) {
        throw new InvalidField(
            name,
            known.length == 0
                ? "This path takes no parameters."
                : "There is no such parameter. The parameters are "
                    + String.join(", ", new TreeSet<>(Set.of(known)))
                    + ".");
      }
    }
    return new Query(request.queryParameters());
  }

  /** The text of a parameter; one that is empty counts as left out. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * A whole number from 1 on.
   *
   * @throws InvalidField when it is none, or more than the largest
   */
  public int number(String name, int largest, int otherwise) {
    String value = text(name).orElse(Integer.toString(otherwise));
    if (value.matches("[1-9][0-9]{0,8}") && Integer.parseInt(value) <= largest) {
      return Integer.parseInt(value);
    }
    throw new InvalidField(name, name + " is a whole number from 1 to " + largest + ".");
  }

  /**
   * True or false; false when it is left out.
   *
   * @throws InvalidField when it is anything else
   */
  public boolean flag(String name) {
    return switch (text(name).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidField(name, name + " is true or false.");
    };
  }

  /**
   * One of the values of an enumeration, those of records in capitals, others in lower case.
   *
   * @throws InvalidField when it is another
   */
  public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
    return text(name)
        .map(
            value ->
                Arrays.stream(type.getEnumConstants())
                    .filter(one -> spelling(one).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new InvalidField(name, name + " is one of " + all(type))));
  }

  /** Enumerations that are part of records are written in capitals, those of queries are not. */
  private static String spelling(Enum<?> one) {
    boolean isRecorded = one.getDeclaringClass().getPackageName().equals("dev.darkroom.core");
    return isRecorded ? one.name() : one.name().toLowerCase(Locale.ROOT);
  }

  private static String all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Query::spelling)
        .collect(Collectors.joining(", ", "", "."));
  }
}
