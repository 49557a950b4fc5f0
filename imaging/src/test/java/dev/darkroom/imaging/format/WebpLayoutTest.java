package dev.darkroom.imaging.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Decoded;
import dev.darkroom.imaging.Fixture;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WebpLayoutTest {
  private static final byte[] WEBP = Pictures.file(ImageFormat.WEBP, Pictures.scenery(24, 16));

  @Test
  void findsProfileAndExifAndLeavesThemOut() throws IOException {
    byte[] file =
        Splice.extendedWebp(
            WEBP,
            24,
            16,
            Splice.riffChunk("ICCP", Splice.latin1("profile")),
            Splice.riffChunk("EXIF", Splice.latin1("Exif\0\0block")),
            Splice.riffChunk("XMP ", new byte[99]));

    Contents contents = read(file, Refused.LIMITS);

    assertThat(contents.metadata().icc()).hasValue(Splice.latin1("profile"));
    assertThat(contents.metadata().exif()).hasValue(Splice.latin1("block"));
    assertThat(contents.coded().file()).isEqualTo(WEBP);
    assertThat(Decoded.of(file).notes()).singleElement().asString().contains("profile is broken");
  }

  @Test
  void countsTheFramesOfAnAnimationAndPlacesTheFirst() throws IOException {
    Contents contents = read(Fixture.bytes("animated.webp"), Refused.LIMITS);

    assertThat(contents.frames()).isEqualTo(2);
    assertThat(contents.frame()).isEqualTo(new FramePlace(20, 10, 40, 30));
    DecodeLimits one = new DecodeLimits(1_000_000, 1, 10_000, Duration.ofSeconds(9));
    Refused.with(Reason.TOO_MANY_FRAMES, () -> read(Fixture.bytes("animated.webp"), one));
  }

  @Test
  void refusesAChunkOverTheLimit() {
    byte[] file = Splice.extendedWebp(WEBP, 24, 16, Splice.riffChunk("XMP ", new byte[100]));
    DecodeLimits limits = new DecodeLimits(1_000, 1, 99, Duration.ofSeconds(9));

    Refused.with(Reason.ANCILLARY_TOO_LONG, () -> read(file, limits));
  }

  @Test
  void refusesAPictureOfAnotherSizeThanItsCanvas() {
    Refused.decoding(Reason.DAMAGED, Splice.extendedWebp(WEBP, 25, 16)).contains("two sizes");
  }

  @Test
  void refusesAFrameBeyondItsCanvas() {
    byte[] file = Fixture.bytes("animated.webp");
    int frame = indexOf(file, "ANMF");
    file[frame + 8] = 100;

    Refused.decoding(Reason.DAMAGED, file).contains("beyond its canvas");
  }

  @Test
  void refusesWhatIsNoKeyFrame() {
    byte[] file = Fixture.bytes("lossy.webp");
    file[20] |= 1;

    Refused.probing(Reason.DAMAGED, file).contains("key frame");
  }

  @Test
  void refusesALaterVersion() {
    byte[] file = WEBP.clone();
    file[24] |= (byte) 0x20;

    Refused.probing(Reason.UNSUPPORTED_FORMAT, file).contains("later version");
  }

  @Test
  void refusesAFileWithoutAPicture() {
    Refused.decoding(Reason.DAMAGED, Splice.riff(Splice.riffChunk("XMP ", new byte[40])))
        .contains("no picture");
    Refused.decoding(Reason.DAMAGED, Splice.extendedWebp(Arrays.copyOf(WEBP, 12), 24, 16))
        .contains("no picture");
  }

  /** A decoder that reads on behind the picture has lost its way in a damaged one. */
  @Test
  void refusesAPictureWhoseDataEndsEarly() {
    byte[] lossy = Fixture.bytes("lossy.webp");
    byte[] part = Arrays.copyOfRange(lossy, 20, lossy.length / 2);

    Refused.decoding(Reason.DAMAGED, Splice.riff(Splice.riffChunk("VP8 ", part)));
  }

  @Test
  void tellsTheShareOfThePictureThatIsThere() {
    byte[] file = Fixture.bytes("lossy.webp");
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(16);

    Refused.decoding(Reason.TRUNCATED, Arrays.copyOf(file, 20 + length * 3 / 10))
        .containsAnyOf("about 29 %", "about 30 %");
  }

  private static int indexOf(byte[] file, String chunk) {
    byte[] type = Splice.latin1(chunk);
    int at = 12;
    while (!Arrays.equals(file, at, at + 4, type, 0, 4)) {
      int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
      at += 8 + length + (length & 1);
    }
    return at;
  }

  private static Contents read(byte[] file, DecodeLimits limits) throws IOException {
    return new WebpLayout().read(file, limits);
  }
}
