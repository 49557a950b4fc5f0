package dev.darkroom.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.Decoded;
import dev.darkroom.imaging.Difference;
import dev.darkroom.imaging.Fixture;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.LosslessWebp;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.UnreadableImage.Reason;
import dev.darkroom.imaging.format.FileLayout;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What TwelveMonkeys makes of WebP, beside what libwebp makes of it. */
class WebpPictureTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 60;

  @Test
  void decodesLosslessPicturesExactly() throws IOException {
    assertThat(Difference.between(stored("lossless.webp"), Fixture.cat()).mean()).isZero();
    BufferedImage cat = Fixture.cat();
    BufferedImage withAlpha = stored("lossless-alpha.webp");
    assertThat(opacity(withAlpha)).isEqualTo(opacity(cat));
    // Where nothing shows, an encoder may write any colour.
    assertThat(IntStream.range(0, WIDTH * HEIGHT).filter(i -> pixel(cat, i) >>> 24 > 0))
        .allMatch(i -> pixel(cat, i) == pixel(withAlpha, i));
  }

  @Test
  void decodesLossyPicturesNearly() throws IOException {
    assertThat(Difference.between(stored("lossy.webp"), Fixture.cat()).mean()).isLessThan(6);
  }

  @Test
  void readsTheOpacityOfALossyPicture() throws IOException {
    BufferedImage picture = stored("alpha.webp");

    assertThat(opacity(picture)).isEqualTo(opacity(Fixture.cat()));
  }

  @Test
  void laysTheFirstFrameOfAnAnimationOnItsCanvas() throws IOException {
    BufferedImage picture = Decoded.of(Fixture.bytes("animated.webp")).pixels();

    assertThat(picture.getWidth()).isEqualTo(WIDTH);
    assertThat(picture.getRGB(19, 20) >>> 24).isZero();
    assertThat(picture.getRGB(40, 30) >>> 24).isEqualTo(255);
    assertThat(picture.getRGB(60, 20) >>> 24).isZero();
  }

  /** Filters: none, horizontal, vertical, gradient. */
  @ParameterizedTest
  @CsvSource({
    "0, false",
    "1, false",
    "2, false",
    "3, false",
    "0, true",
    "1, true",
    "2, true",
    "3, true"
  })
  void undoesTheFiltersOfOpacity(int filter, boolean lossless) throws IOException {
    byte[] levels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (i % WIDTH * 3 + i / WIDTH * 5 + i % 7);
    }
    byte[] filtered = filtered(levels, filter);
    byte[] head = {(byte) ((lossless ? 1 : 0) | (filter << 2))};
    byte[] data = lossless ? LosslessWebp.headless(green(filtered)) : filtered;

    BufferedImage picture = withOpacity(Splice.join(head, data));

    assertThat(opacity(picture)).isEqualTo(levels);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5_400})
  void refusesOpacityThatIsTooShort(int length) {
    Refused.with(Reason.DAMAGED, () -> withOpacity(new byte[length])).contains("opacity");
  }

  /** TwelveMonkeys takes it for an attack. */
  @Test
  void acceptsALargePlainPicture() {
    byte[] file = Fixture.bytes("plain.webp");

    assertThat(file).hasSizeLessThan(1_000);
    assertThat(Decoded.of(file).original().pixels()).isEqualTo(4_000_000);
  }

  private static int pixel(BufferedImage picture, int index) {
    return picture.getRGB(index % WIDTH, index / WIDTH);
  }

  private static byte[] opacity(BufferedImage picture) {
    byte[] levels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (pixel(picture, i) >>> 24);
    }
    return levels;
  }

  private static BufferedImage withOpacity(byte[] opacity) throws IOException {
    byte[] lossy = Fixture.bytes("lossy.webp");
    byte[] coded = Arrays.copyOfRange(lossy, 12, lossy.length);
    return stored(
        Splice.riff(
            Splice.riffChunk("VP8X", LosslessWebp.extended(0x10, WIDTH, HEIGHT)),
            Splice.riffChunk("ALPH", opacity),
            coded));
  }

  private static byte[] filtered(byte[] levels, int filter) {
    byte[] filtered = levels.clone();
    for (int i = 1; i < levels.length; i++) {
      int x = i % WIDTH;
      int left = x == 0 ? 0 : levels[i - 1] & 0xFF;
      int above = i < WIDTH ? 0 : levels[i - WIDTH] & 0xFF;
      int corner = x == 0 || i < WIDTH ? 0 : levels[i - WIDTH - 1] & 0xFF;
      int prediction;
      if (i < WIDTH) {
        prediction = left;
      } else if (x == 0) {
        prediction = above;
      } else {
        prediction =
            new int[] {0, left, above, Math.max(0, Math.min(255, left + above - corner))}[filter];
      }
      filtered[i] -= (byte) (filter == 0 ? 0 : prediction);
    }
    return filtered;
  }

  private static BufferedImage green(byte[] levels) {
    BufferedImage picture = Pictures.plain(WIDTH, HEIGHT, Color.BLACK);
    for (int i = 0; i < levels.length; i++) {
      picture.setRGB(i % WIDTH, i / WIDTH, (levels[i] & 0xFF) << 8);
    }
    return picture;
  }

  private static BufferedImage stored(String fixture) throws IOException {
    return stored(Fixture.bytes(fixture));
  }

  private static BufferedImage stored(byte[] file) throws IOException {
    return StoredPicture.of(
            ImageFormat.WEBP,
            FileLayout.of(ImageFormat.WEBP).read(file, Refused.LIMITS),
            new Cancellation())
        .pixels();
  }
}
