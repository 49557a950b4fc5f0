package dev.darkroom.local.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
  @ParameterizedTest
  @CsvSource({
    "http://a/b.jpg,   http://a/b.jpg,      true",
    "http://a/b.jpg,   http://a/bXjpg,      false",
    "http://a/b/*,     http://a/b/c.jpg,    true",
    "http://a/b/*,     http://a/b/c/d?e=f,  true",
    "http://a/b/*,     http://a/b/,         true",
    "http://a/b/*,     http://a/bc/d.jpg,   false",
    "http*://a/*.jpg,  https://a/b.jpg,     true",
    "http://a/?.jpg,   http://a/b.jpg,      true",
    "http://a/?.jpg,   http://a/bc.jpg,     false",
    "http://a/?.jpg,   http://a/.jpg,       false",
    "*,                anything,            true",
    "http://a/$(x).*,  http://a/$(x).jpg,   true"
  })
  void starStandsForAnyCharactersAndQuestionMarkForOne(
      String pattern, String text, boolean matches) {
    assertThat(Wildcard.matches(pattern, text)).isEqualTo(matches);
  }
}
