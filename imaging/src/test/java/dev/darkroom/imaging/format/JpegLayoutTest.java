package dev.darkroom.imaging.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.DeclaredSize;
import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Decoded;
import dev.darkroom.imaging.Fixture;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.awt.Color;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegLayoutTest {
  private static final byte[] JPEG =
      Pictures.file(ImageFormat.JPEG, Pictures.plain(24, 16, new Color(200, 60, 30)));

  @Test
  void joinsAProfileInTheOrderOfItsNumbers() throws IOException {
    byte[] file = Splice.jpegSegment(JPEG, 0xE2, profile(1, "first "));
    file = Splice.jpegSegment(file, 0xE2, profile(2, "second"));

    assertThat(read(file).metadata().icc()).hasValue(Splice.latin1("first second"));
  }

  @Test
  void takesTheFirstExifBlock() throws IOException {
    byte[] file = Splice.jpegSegment(JPEG, 0xE1, Splice.latin1("Exif\0\0second"));
    file = Splice.jpegSegment(file, 0xE1, Splice.latin1("Exif\0\0first"));

    assertThat(read(file).metadata().exif()).hasValue(Splice.latin1("first"));
  }

  @Test
  void leavesOutWhatMakesNoPixels() throws IOException {
    byte[] file = JPEG;
    for (int marker : new int[] {0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE}) {
      file = Splice.jpegSegment(file, marker, Splice.latin1("JFIF, or anything else"));
    }

    assertThat(read(file).coded().file()).isEqualTo(read(JPEG).coded().file());
  }

  @Test
  void isNotRefusedForBrokenMetadata() {
    byte[] file = Splice.jpegSegment(JPEG, 0xE2, profile(1, "no profile"));
    file = Splice.jpegSegment(file, 0xE1, Splice.latin1("Exif\0\0II*\0\u00ff\u00ff\u00ff\u00ff"));
    file = Splice.jpegSegment(file, 0xED, Splice.latin1("Photoshop 3.0\0" + "8BIM".repeat(9)));

    assertThat(Decoded.of(file).notes()).singleElement().asString().contains("profile is broken");
  }

  @Test
  void refusesMetadataOverTheLimit() {
    byte[] file = JPEG;
    for (int i = 0; i < 3; i++) {
      file = Splice.jpegSegment(file, 0xE1, new byte[60_000]);
    }
    byte[] fat = file;
    DecodeLimits limits = new DecodeLimits(1_000_000, 1, 150_000, Duration.ofSeconds(9));

    Refused.with(Reason.ANCILLARY_TOO_LONG, () -> read(fat, limits)).contains("0.1 MiB");
    Refused.with(
        Reason.ANCILLARY_TOO_LONG,
        () -> new JpegLayout().readSize(new ByteArraySource(fat), limits));
  }

  /** The JDK's reader takes three components at full resolution without JFIF for RGB. */
  @Test
  void takesThreeComponentsForYcbcrUnlessTheySayOtherwise() {
    byte[] full = Pictures.fullChromaJpeg(Pictures.plain(24, 16, new Color(200, 60, 30)));
    byte[] withoutJfif =
        Splice.join(Arrays.copyOf(full, 2), Arrays.copyOfRange(full, 20, full.length));

    assertThat(near(Decoded.pixels(withoutJfif).getRGB(9, 9), new Color(200, 60, 30))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"RGB, true", "YCC, false", "123, false"})
  void takesComponentsNamedRgbForRgb(String ids, boolean rgb) throws IOException {
    byte[] file = Splice.join(Arrays.copyOf(JPEG, 2), Arrays.copyOfRange(JPEG, 20, JPEG.length));
    int frame = DeclaredSize.jpegFrame(file);
    for (int i = 0; i < 3; i++) {
      file[frame + 10 + 3 * i] = (byte) ids.charAt(i);
    }

    assertThat(new String(read(file).coded().file(), 0, 12, ISO_8859_1))
        .contains(rgb ? "Adobe" : "JFIF");
  }

  @ParameterizedTest
  @CsvSource({"0, Adobe", "1, JFIF", "2, JFIF"})
  void obeysAdobesTransformWhereThereIsNoJfif(int transform, String marker) throws IOException {
    byte[] file = Splice.join(Arrays.copyOf(JPEG, 2), Arrays.copyOfRange(JPEG, 20, JPEG.length));
    byte[] adobe = Splice.latin1("Adobe\0d\0\0\0\0" + (char) transform);

    byte[] bare = read(Splice.jpegSegment(file, 0xEE, adobe)).coded().file();

    assertThat(new String(bare, 0, 12, ISO_8859_1)).contains(marker);
  }

  @Test
  void saysHowToTakeInks() throws IOException {
    assertThat(read(Fixture.bytes("cmyk.jpg")).coded().inks())
        .hasValueSatisfying(inks -> assertThat(inks.inverted()).isTrue());
    assertThat(read(Pictures.cmykJpeg(20, 10)).coded().inks()).hasValue(new Inks(false, false));
    assertThat(read(JPEG).coded().inks()).isEmpty();
  }

  @Test
  void refusesAnAttackOfScans() {
    byte[] file = Pictures.progressiveJpeg(Pictures.scenery(16, 16));
    byte[] scan = Splice.latin1("\u00ff\u00da\0\b\1\1\0\0\0\0\0");
    byte[][] scans = new byte[101][];
    Arrays.fill(scans, scan);
    byte[] attack =
        Splice.join(
            Arrays.copyOf(file, file.length - 2),
            Splice.join(scans),
            Arrays.copyOfRange(file, file.length - 2, file.length));

    Refused.decoding(Reason.UNSUPPORTED_FORMAT, attack).contains("100 scans");
  }

  @Test
  void refusesTwoFrames() {
    int frame = DeclaredSize.jpegFrame(JPEG);
    byte[] header = Arrays.copyOfRange(JPEG, frame, frame + 19);

    Refused.decoding(Reason.DAMAGED, Splice.insert(JPEG, frame, header)).contains("two headers");
  }

  @Test
  void refusesTwoComponents() {
    byte[] file = JPEG.clone();
    file[DeclaredSize.jpegFrame(file) + 9] = 2;

    Refused.decoding(Reason.UNSUPPORTED_FORMAT, file).contains("2 components");
  }

  private static boolean near(int rgb, Color expected) {
    Color actual = new Color(rgb);
    return Math.abs(actual.getRed() - expected.getRed()) < 6
        && Math.abs(actual.getGreen() - expected.getGreen()) < 6
        && Math.abs(actual.getBlue() - expected.getBlue()) < 6;
  }

  private static byte[] profile(int number, String data) {
    return Splice.latin1("ICC_PROFILE\0" + (char) number + "\2" + data);
  }

  private static Contents read(byte[] file) throws IOException {
    return read(file, Refused.LIMITS);
  }

  private static Contents read(byte[] file, DecodeLimits limits) throws IOException {
    return new JpegLayout().read(file, limits);
  }
}
