package dev.darkroom.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor is good for the user and list that it was made for, and nobody can make one. */
class CursorsTest {
  private static final byte[] KEY = new byte[32];
  private static final String PLACE = "01JX4N7Q0Z8W3V5T2R9P6K1M4H";

  private final Cursors cursors = new Cursors(() -> KEY);
  private final String cursor = cursors.seal("alice", "jobs", PLACE);

  @Test
  void opensForTheUserAndListThatItIsOf() {
    assertThat(cursors.open("alice", "jobs", cursor)).isEqualTo(PLACE);
    assertThat(new Cursors(() -> KEY.clone()).open("alice", "jobs", cursor)).isEqualTo(PLACE);
  }

  @Test
  void showsNothingAndIsNeverTheSame() {
    assertThat(cursor).matches("[A-Za-z0-9_-]+").doesNotContain(PLACE);
    assertThat(
            new String(
                Base64.getUrlDecoder().decode(cursor),
                java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(PLACE)
        .doesNotContain("alice");
    assertThat(cursors.seal("alice", "jobs", PLACE)).isNotEqualTo(cursor);
  }

  @Test
  void isNotOfAnotherUser() {
    refuses("bob", "jobs", cursor);
  }

  @Test
  void isNotOfAnotherListOrFilter() {
    refuses("alice", "images", cursor);
    refuses("alice", "jobs?status=FAILED", cursor);
  }

  @Test
  void userAndListCannotBeShiftedIntoEachOther() {
    refuses("alice\njobs", "", cursors.seal("alice", "jobs\n", PLACE));
    refuses("ali", "cejobs", cursor);
  }

  @Test
  void isNotOfAnotherKey() {
    byte[] other = KEY.clone();
    other[31] = 1;
    refuses("alice", "jobs", new Cursors(() -> other).seal("alice", "jobs", PLACE));
  }

  @Test
  void isRefusedWithAnyOneBitChanged() {
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] forged = bytes.clone();
      forged[bit / 8] ^= (byte) (1 << (bit % 8));
      refuses("alice", "jobs", text(forged));
    }
  }

  @Test
  void isRefusedWhenCutOrLonger() {
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    for (int length = 0; length < bytes.length; length++) {
      refuses("alice", "jobs", text(java.util.Arrays.copyOf(bytes, length)));
    }
    refuses("alice", "jobs", text(java.util.Arrays.copyOf(bytes, bytes.length + 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "AAAA",
        "null",
        "%00",
        "{}",
        PLACE,
        "ünï",
        "====",
        "AAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void refusesGarbage(String garbage) {
    refuses("alice", "jobs", garbage);
  }

  @Test
  void refusesWhatIsTooLongToBeOne() {
    refuses("alice", "jobs", "A".repeat(1_000_000));
  }

  @Test
  void refusesRandomBytesOfAnyLength() {
    Random random = new Random(20261120);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      refuses("alice", "jobs", text(bytes));
    }
  }

  @Test
  void anyPlaceComesBackAsItWas() {
    Random random = new Random(4);
    for (int i = 0; i < 1000; i++) {
      String place =
          random
              .ints(random.nextInt(60), 1, 0xD800)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(cursors.open("bob", "a", cursors.seal("bob", "a", place))).isEqualTo(place);
    }
  }

  private void refuses(String sub, String scope, String candidate) {
    assertThatThrownBy(() -> cursors.open(sub, scope, candidate))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining("first page");
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
