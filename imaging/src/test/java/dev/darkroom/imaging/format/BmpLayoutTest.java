package dev.darkroom.imaging.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Decoded;
import dev.darkroom.imaging.Difference;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmpLayoutTest {
  private static final BufferedImage SCENERY = Pictures.scenery(24, 16);
  private static final byte[] BMP = Pictures.file(ImageFormat.BMP, SCENERY);
  private static final int HEADERS = 54;

  @Test
  void findsTheEmbeddedProfileAndKeepsItFromTheDecoder() throws IOException {
    byte[] file = withProfile(Splice.latin1("profile"), 7);

    Contents contents = new BmpLayout().read(file, Refused.LIMITS);

    assertThat(contents.metadata().icc()).hasValue(Splice.latin1("profile"));
    assertThat(littleEndian(contents.coded().file()).getInt(70)).isEqualTo(0x73524742);
    assertThat(Decoded.of(file).notes()).singleElement().asString().contains("profile is broken");
    assertThat(Difference.between(Decoded.of(file).pixels(), SCENERY).mean()).isZero();
  }

  @Test
  void refusesAProfileOverTheLimit() {
    DecodeLimits limits = new DecodeLimits(1_000, 1, 1_000, Duration.ofSeconds(9));
    byte[] file = withProfile(new byte[9], 1_001);

    Refused.with(Reason.ANCILLARY_TOO_LONG, () -> new BmpLayout().read(file, limits));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MAX_VALUE, 257})
  void refusesAPaletteThatIsTooLong(int colours) {
    BufferedImage indexed = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_INDEXED);
    byte[] file = Pictures.file(ImageFormat.BMP, indexed);
    littleEndian(file).putInt(46, colours);

    Refused.decoding(Reason.DAMAGED, file).contains("palette");
  }

  @Test
  void refusesPixelsThatBeginBehindTheFile() {
    BufferedImage indexed = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_INDEXED);
    for (byte[] file : new byte[][] {BMP.clone(), Pictures.runLengthBmp(indexed)}) {
      littleEndian(file).putInt(10, Integer.MAX_VALUE);

      Refused.decoding(Reason.TRUNCATED, file);
    }
  }

  @ParameterizedTest
  @ValueSource(shorts = {0, -8, 2, 48})
  void refusesPixelsOfOddLengthsByName(short bits) {
    byte[] file = BMP.clone();
    littleEndian(file).putShort(28, bits);

    Refused.decoding(Reason.UNSUPPORTED_FORMAT, file).contains("bits per pixel");
  }

  @Test
  void acceptsAFileWhoseHeaderDoesNotSayItsLength() {
    byte[] file = BMP.clone();
    littleEndian(file).putInt(2, 0);

    assertThat(Difference.between(Decoded.of(file).pixels(), SCENERY).mean()).isZero();
  }

  @Test
  void tellsTheShareOfRowsThatAreThere() {
    Refused.decoding(Reason.TRUNCATED, Arrays.copyOf(BMP, HEADERS + 24 * 3 * 4))
        .contains("about 25 %");
  }

  /** A header of version 5, and the profile at the end of the file. */
  private static byte[] withProfile(byte[] profile, int declared) {
    byte[] rest = new byte[124 - 40];
    littleEndian(rest)
        .putInt(56 - 40, 0x4D424544)
        .putInt(112 - 40, BMP.length + rest.length - 14)
        .putInt(116 - 40, declared);
    byte[] file = Splice.join(Splice.insert(BMP, HEADERS, rest), profile);
    littleEndian(file).putInt(10, HEADERS + rest.length).putInt(14, 124);
    return file;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
