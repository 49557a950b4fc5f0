package dev.darkroom.local.lambda;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a caller names a function: its name, its ARN, or the ARN's part from the account on, each
 * with or without an alias or a version.
 *
 * @param name the function's name
 * @param arn the ARN, or the part of it that was given, without alias or version; empty for a bare
 *     name
 * @param qualifier the alias or the version that was given
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-FunctionName">FunctionName</a>
 */
record FunctionReference(String name, Optional<String> arn, Optional<String> qualifier) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<arn>(?:arn:[^:]+:lambda:[^:]+:)?[0-9]{12}:function:)?"
              + "(?<name>[A-Za-z0-9_-]+)"
              + "(?::(?<qualifier>\\$LATEST|[A-Za-z0-9_-]+))?");

  /** Reads a reference; empty when it has none of the forms. */
  static Optional<FunctionReference> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String name = form.group("name");
    return Optional.of(
        new FunctionReference(
            name,
            Optional.ofNullable(form.group("arn")).map(arn -> arn + name),
            Optional.ofNullable(form.group("qualifier"))));
  }

  /** Whether this is a function of that ARN; a bare name is one in any account and region. */
  boolean isOf(String functionArn) {
    return arn.map(part -> functionArn.equals(part) || functionArn.endsWith(":" + part))
        .orElse(true);
  }
}
