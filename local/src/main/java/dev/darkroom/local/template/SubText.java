package dev.darkroom.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an {@code Fn::Sub}: {@code ${Name}}, {@code ${Resource.Attribute}} and {@code
 * ${!Literal}}, which stands for <code>${Literal}</code>.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html">Fn::Sub</a>
 */
final class SubText {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:]+");

  /** Gives the text that a name stands for. */
  @FunctionalInterface
  interface Lookup {
    String text(String name);
  }

  private SubText() {}

  /** The names that a text refers to, in order. */
  static List<String> names(String text, Place place) {
    List<String> names = new ArrayList<>();
    replace(
        text,
        place,
        name -> {
          names.add(name);
          return "";
        });
    return names;
  }

  static String replace(String text, Place place, Lookup values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), place, values)));
  }

  private static String value(String inside, Place place, Lookup values) {
    if (inside.startsWith("!")) {
      return "${" + inside.substring(1) + "}";
    }
    String name = inside.strip();
    if (!NAME.matcher(name).matches()) {
      throw place.invalid("has a Fn::Sub with ${" + inside + "}, which is no name");
    }
    return values.text(name);
  }
}
