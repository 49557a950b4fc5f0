package dev.darkroom.local.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a value of a parameter must satisfy. A list's items are checked one by one.
 *
 * @param what for a person, as {@code MinValue 1}
 * @param accepts whether a value satisfies it
 */
record Constraint(String what, Predicate<String> accepts) {

  /** The constraints of a parameter; those of another type stay unread, and so are refused. */
  static List<Constraint> read(String type, Properties declared) {
    List<Constraint> constraints = new ArrayList<>();
    List<String> allowed = declared.texts("AllowedValues");
    if (declared.has("AllowedValues")) {
      constraints.add(new Constraint("one of " + String.join(", ", allowed), allowed::contains));
    }
    if (type.equals("Number")) {
      bound(declared, "MinValue")
          .ifPresent(
              min ->
                  constraints.add(numeric("MinValue " + min, value -> value.compareTo(min) >= 0)));
      bound(declared, "MaxValue")
          .ifPresent(
              max ->
                  constraints.add(numeric("MaxValue " + max, value -> value.compareTo(max) <= 0)));
    }
    if (type.equals("String")) {
      bound(declared, "MinLength")
          .ifPresent(
              min -> constraints.add(length("MinLength " + min, n -> n.compareTo(min) >= 0)));
      bound(declared, "MaxLength")
          .ifPresent(
              max -> constraints.add(length("MaxLength " + max, n -> n.compareTo(max) <= 0)));
    }
    if (type.equals("String") || type.equals("CommaDelimitedList")) {
      declared
          .optionalText("AllowedPattern")
          .ifPresent(pattern -> constraints.add(pattern(pattern, declared)));
    }
    return constraints;
  }

  private static Optional<BigDecimal> bound(Properties declared, String name) {
    return declared
        .optionalText(name)
        .map(
            text ->
                Parameter.number(text)
                    .orElseThrow(() -> declared.place(name).invalid("must be a number")));
  }

  private static Constraint numeric(String what, Predicate<BigDecimal> accepts) {
    return new Constraint(what, value -> Parameter.number(value).filter(accepts).isPresent());
  }

  private static Constraint length(String what, Predicate<BigDecimal> accepts) {
    return new Constraint(what, value -> accepts.test(BigDecimal.valueOf(value.length())));
  }

  private static Constraint pattern(String text, Properties declared) {
    try {
      return new Constraint("AllowedPattern " + text, Pattern.compile(text).asMatchPredicate());
    } catch (PatternSyntaxException e) {
      throw declared.place("AllowedPattern").invalid("is no regular expression", e);
    }
  }
}
