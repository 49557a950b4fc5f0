package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, the answer is a picture or an {@link UnreadableImage}. */
class MutationTest {
  private static final DecodeLimits LIMITS = DecodeLimits.ofPixels(100_000);
  private static final int ROUNDS = 400;

  @ParameterizedTest
  @MethodSource("dev.darkroom.imaging.TruncationTest#files")
  void oneWrongByteGivesAPictureOrARefusal(byte[] file) {
    Random random = new Random(42);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] wrong = file.clone();
      // Every other change goes into the head, where the structure is.
      int at = random.nextInt(round % 2 == 0 ? wrong.length : Math.min(wrong.length, 200));
      wrong[at] = (byte) random.nextInt(256);
      refused += isRefused(wrong, "round " + round + ", byte " + at) ? 1 : 0;
    }
    assertThat(refused).isBetween(1, ROUNDS - 1);
  }

  @Test
  void randomBytesAreRefused() {
    Random random = new Random(43);
    for (int round = 0; round < 2_000; round++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);

      assertThat(isRefused(noise, "round " + round)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.darkroom.imaging.TruncationTest#files")
  void randomBytesBehindASoundHeadGiveAPictureOrARefusal(byte[] file) {
    Random random = new Random(44);
    for (int round = 0; round < 100; round++) {
      byte[] noise = file.clone();
      for (int at = 26 + random.nextInt(file.length - 26); at < file.length; at++) {
        noise[at] = (byte) random.nextInt(256);
      }
      isRefused(noise, "round " + round);
    }
  }

  private static boolean isRefused(byte[] file, String what) {
    try {
      ImageHeader header = ImageProbe.probe(new ByteArrayInputStream(file), LIMITS);
      PixelSize size = Decoded.of(file).original();
      assertThat(size.pixels()).isEqualTo((long) header.width() * header.height());
      return false;
    } catch (UnreadableImage e) {
      assertThat(e.detail()).isNotBlank();
      return true;
    } catch (Exception e) {
      return fail(what, e);
    }
  }
}
