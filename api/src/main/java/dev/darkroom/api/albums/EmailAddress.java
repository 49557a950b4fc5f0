package dev.darkroom.api.albums;

import dev.darkroom.api.http.InvalidField;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form of an e-mail address. Whether anybody has it, only the issuer knows; a typing error
 * shares an album with nobody.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1">RFC 5321, size limits</a>
 */
final class EmailAddress {
  private static final String FIELD = "email";
  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 64;
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}@\"(),:;<>\\[\\]\\\\]+");
  private static final Pattern DOMAIN =
      Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

  private EmailAddress() {}

  /**
   * Checks an address of the path.
   *
   * @return the address in lower case, as albums are shared with it
   * @throws InvalidField when it is none, saying why
   */
  static String of(String text) {
    int at = text.indexOf('@');
    if (at < 0 || at != text.lastIndexOf('@')) {
      throw invalid("has one '@', as in ann@example.org.");
    }
    String name = text.substring(0, at);
    String domain = text.substring(at + 1);
    if (text.length() > LONGEST || name.length() > LONGEST_NAME) {
      throw invalid(
          "has at most " + LONGEST + " characters, and " + LONGEST_NAME + " before the '@'.");
    }
    if (!NAME.matcher(name).matches()) {
      throw invalid("has a name before the '@', without blanks, commas, quotes or brackets.");
    }
    if (!DOMAIN.matcher(domain).matches() || domain.contains("..")) {
      throw invalid("has a domain after the '@': letters, digits, '-' and '.'.");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static InvalidField invalid(String rule) {
    return new InvalidField(FIELD, "An e-mail address " + rule);
  }
}
