package dev.darkroom.api.albums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.api.http.InvalidField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "ann@example.org, ann@example.org",
    "Ann.B+photos@EXAMPLE.org, ann.b+photos@example.org",
    "a@b, a@b",
    "o'neil_x-1%2@a-b.example, o'neil_x-1%2@a-b.example"
  })
  void anAddressIsKeptInLowerCase(String given, String kept) {
    assertThat(EmailAddress.of(given)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "'', one '@'",
    "ann, one '@'",
    "ann@b@example.org, one '@'",
    "@example.org, a name before",
    "an n@example.org, a name before",
    "'<ann>@example.org', a name before",
    "'ann@', a domain after",
    "ann@.org, a domain after",
    "ann@example..org, a domain after",
    "ann@example.org., a domain after",
    "ann@exam ple.org, a domain after",
    "ann@-example.org, a domain after"
  })
  void whatIsNoAddressIsToldWhy(String text, String why) {
    assertThatExceptionOfType(InvalidField.class)
        .isThrownBy(() -> EmailAddress.of(text))
        .withMessageContaining(why);
  }

  @Test
  void lengthsAreLimited() {
    String longestName = "n".repeat(64);

    assertThat(EmailAddress.of(longestName + "@example.org")).startsWith(longestName);
    assertThatExceptionOfType(InvalidField.class)
        .isThrownBy(() -> EmailAddress.of(longestName + "n@example.org"))
        .withMessageContaining("64");
    assertThat(EmailAddress.of("ann@" + "e".repeat(250))).hasSize(254);
    assertThatExceptionOfType(InvalidField.class)
        .isThrownBy(() -> EmailAddress.of("ann@" + "e".repeat(251)))
        .withMessageContaining("254");
  }

  @Test
  void controlCharactersAreNoAddress() {
    assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> EmailAddress.of("a\0b@c.org"));
    assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> EmailAddress.of("ab@c.org\n"));
  }
}
