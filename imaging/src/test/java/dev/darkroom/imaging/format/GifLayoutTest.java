package dev.darkroom.imaging.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Decoded;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GifLayoutTest {
  private static final byte[] GIF =
      Pictures.file(ImageFormat.GIF, Pictures.plain(20, 10, Color.RED));

  private static final int AFTER_COLOURS = 13 + (3 << ((GIF[10] & 7) + 1));

  @Test
  void laysTheFrameOnItsScreen() {
    byte[] file = placed(6, 4, 40, 30);

    assertThat(Decoded.of(file).original()).isEqualTo(new PixelSize(40, 30));
    assertThat(Decoded.of(file).pixels().getRGB(6, 4)).isEqualTo(Color.RED.getRGB());
    assertThat(Decoded.of(file).pixels().getRGB(25, 13)).isEqualTo(Color.RED.getRGB());
    assertThat(Decoded.of(file).pixels().getRGB(5, 4)).isNotEqualTo(Color.RED.getRGB());
    assertThat(Decoded.of(file).pixels().getRGB(26, 13)).isNotEqualTo(Color.RED.getRGB());
  }

  @Test
  void enlargesTheScreenForAFrameThatReachesBeyondIt() {
    assertThat(Decoded.of(placed(6, 4, 8, 0)).original()).isEqualTo(new PixelSize(26, 14));
  }

  @Test
  void refusesAScreenOverTheLimit() {
    Refused.decoding(Reason.TOO_MANY_PIXELS, placed(0, 0, 65_535, 65_535)).contains("65535");
    Refused.decoding(Reason.TOO_MANY_PIXELS, placed(65_535, 65_535, 1, 1)).contains("65555");
  }

  @Test
  void countsFramesWithoutDecodingThem() {
    int frame = frameAt(GIF);
    byte[] again = Arrays.copyOfRange(GIF, frame, GIF.length - 1);
    byte[] file = GIF;
    for (int i = 0; i < 4; i++) {
      file = Splice.insert(file, frame, again);
    }
    byte[] five = file;

    assertThat(Decoded.of(five).frames()).isEqualTo(5);
    DecodeLimits four = new DecodeLimits(1_000, 4, 1_000, Duration.ofSeconds(9));
    Refused.with(Reason.TOO_MANY_FRAMES, () -> new GifLayout().read(five, four));
  }

  @Test
  void leavesCommentsOut() throws IOException {
    byte[] comment = Splice.latin1("!\u00fe\5hello\0");

    assertThat(read(Splice.insert(GIF, AFTER_COLOURS, comment)).coded().file())
        .isEqualTo(read(GIF).coded().file());
  }

  /** The JDK's reader takes what follows for a block, and finds a frame of another size there. */
  @Test
  void leavesNothingBehindAControl() throws IOException {
    byte[] exact = {0x21, (byte) 0xF9, 4, 1, 0, 0, 2, 0};
    byte[] longer = {0x21, (byte) 0xF9, 4, 1, 0, 0, 2, 1, 0x21, 0};
    byte[] shorter = {0x21, (byte) 0xF9, 2, 1, 0, 0};

    assertThat(read(Splice.insert(GIF, AFTER_COLOURS, longer)).coded().file())
        .isEqualTo(Splice.insert(read(GIF).coded().file(), AFTER_COLOURS, exact));
    assertThat(read(Splice.insert(GIF, AFTER_COLOURS, shorter)).coded().file())
        .isEqualTo(read(GIF).coded().file());
  }

  @Test
  void refusesExtensionsOverTheLimit() {
    byte[] part = new byte[256];
    part[0] = (byte) 255;
    byte[] comment = Splice.join(Splice.latin1("!\u00fe"), part, part, new byte[1]);
    byte[] file = Splice.insert(GIF, AFTER_COLOURS, comment);
    DecodeLimits limits = new DecodeLimits(1_000, 1, 509, Duration.ofSeconds(9));

    Refused.with(Reason.ANCILLARY_TOO_LONG, () -> new GifLayout().read(file, limits));
    Refused.with(
        Reason.ANCILLARY_TOO_LONG,
        () -> new GifLayout().readSize(new ByteArraySource(file), limits));
  }

  @Test
  void refusesAFrameWhoseDataEndsEarly() {
    byte[] file = Pictures.file(ImageFormat.GIF, Pictures.scenery(60, 60));
    int data = frameAt(file) + 11;
    int firstPart = file[data] & 0xFF;
    byte[] cut =
        Splice.join(Arrays.copyOf(file, data + 1 + firstPart), new byte[] {0}, new byte[] {0x3B});

    Refused.decoding(Reason.DAMAGED, cut).contains("cannot be read");
  }

  @Test
  void refusesAFileWithoutAFrame() {
    byte[] file = Splice.join(Arrays.copyOf(GIF, AFTER_COLOURS), new byte[] {0x3B});

    Refused.decoding(Reason.DAMAGED, file).contains("no picture");
    Refused.probing(Reason.DAMAGED, file).contains("no picture");
  }

  private static byte[] placed(int x, int y, int screenWidth, int screenHeight) {
    byte[] file = GIF.clone();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(6, (short) screenWidth).putShort(8, (short) screenHeight);
    int frame = frameAt(file);
    bytes.putShort(frame + 1, (short) x).putShort(frame + 3, (short) y);
    return file;
  }

  private static int frameAt(byte[] gif) {
    int at = 13 + (3 << ((gif[10] & 7) + 1));
    while (gif[at] == 0x21) {
      at += 2;
      while (gif[at] != 0) {
        at += 1 + (gif[at] & 0xFF);
      }
      at++;
    }
    return at;
  }

  private static Contents read(byte[] file) throws IOException {
    return new GifLayout().read(file, Refused.LIMITS);
  }
}
