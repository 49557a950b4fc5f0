package dev.darkroom.imaging.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Decoded;
import dev.darkroom.imaging.Fixture;
import dev.darkroom.imaging.ImageProbe;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffLayoutTest {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int UNDEFINED = 7;
  private static final BufferedImage SCENERY = Pictures.scenery(24, 16);
  private static final byte[] TIFF = Pictures.stripedTiff(SCENERY);

  static Stream<Arguments> rawFiles() {
    byte[] reduced = Splice.tiffField(TIFF, 254, LONG, 1, value(1));
    return Stream.of(
        Arguments.of("DNG", Splice.tiffField(TIFF, 50_706, 1, 4, new byte[] {1, 4, 0, 0})),
        Arguments.of("NEF", Splice.tiffField(TIFF, 262, LONG, 1, value(32_803))),
        Arguments.of("NEF", Splice.tiffField(TIFF, 262, LONG, 1, value(34_892))),
        Arguments.of("PEF", Splice.tiffField(TIFF, 259, LONG, 1, value(65_535))),
        Arguments.of("NEF", Splice.tiffField(reduced, 330, LONG, 1, value(8))),
        Arguments.of("CR2", canonRaw()));
  }

  @ParameterizedTest
  @MethodSource("rawFiles")
  void refusesRawFilesOfCamerasByName(String name, byte[] file) {
    Refused.probing(Reason.UNSUPPORTED_FORMAT, file).contains(name).contains("raw developer");
    Refused.decoding(Reason.UNSUPPORTED_FORMAT, file).contains(name);
  }

  @Test
  void acceptsAPictureWithSmallerVersionsBelowIt() {
    assertThat(Decoded.of(Splice.tiffField(TIFF, 330, LONG, 1, value(8))).frames()).isEqualTo(1);
  }

  @Test
  void countsPagesButNotSmallerVersions() throws IOException {
    assertThat(read(Pictures.tiff("LZW", SCENERY, SCENERY, SCENERY)).frames()).isEqualTo(3);
    assertThat(read(Fixture.bytes("pyramid.tif")).frames()).isEqualTo(1);
  }

  @Test
  void endsWherePagesGoRoundInACircle() throws IOException {
    byte[] file = TIFF.clone();
    int next = 8 + 2 + 9 * 12;
    ByteBuffer.wrap(file).putInt(next, 8);
    assertThat(read(file).frames()).isEqualTo(1);
    ByteBuffer.wrap(file).putInt(next, 20);
    assertThat(read(file).frames()).isPositive();
  }

  @Test
  void refusesMorePagesThanTheLimit() {
    byte[] file = Pictures.tiff("LZW", SCENERY, SCENERY, SCENERY);
    DecodeLimits limits = new DecodeLimits(1_000, 2, 10_000, Duration.ofSeconds(9));

    Refused.with(Reason.TOO_MANY_FRAMES, () -> new TiffLayout().read(file, limits));
  }

  @Test
  void findsTheProfileAndKeepsItFromTheDecoder() throws IOException {
    byte[] file = Splice.tiffField(TIFF, 34_675, UNDEFINED, 7, Splice.latin1("profile"));

    Contents contents = read(file);

    assertThat(contents.metadata().icc()).hasValue(Splice.latin1("profile"));
    ByteArraySource bare = new ByteArraySource(contents.coded().file());
    TiffHeader header = TiffHeader.read(bare);
    assertThat(TiffDirectory.read(bare, header, header.first()).has(34_675)).isFalse();
    assertThat(Decoded.of(file).notes()).singleElement().asString().contains("profile is broken");
  }

  @Test
  void refusesAProfileOverTheLimit() {
    byte[] file = Splice.tiffField(TIFF, 34_675, UNDEFINED, 20_000_000, new byte[5]);

    Refused.decoding(Reason.ANCILLARY_TOO_LONG, file).contains("colour profile");
  }

  @ParameterizedTest
  @CsvSource({
    "259, 6, old style", "259, 34712, JPEG 2000", "259, 50000, Zstandard", "259, 7777, number 7777",
    "277, 9, 9 samples", "277, 0, 0 samples", "258, 32, 32 bits", "339, 3, floating-point"
  })
  void refusesVariantsThatNoDecoderReadsByName(int tag, int value, String name) {
    Refused.decoding(Reason.UNSUPPORTED_FORMAT, Splice.tiffField(TIFF, tag, LONG, 1, value(value)))
        .contains("TIFF")
        .contains(name);
  }

  @ParameterizedTest
  @CsvSource({"8, Lab", "32845, LogLuv", "4, number 4"})
  void refusesColoursThatAreNotConverted(int photometric, String name) {
    Refused.decoding(
            Reason.UNSUPPORTED_COLOURS, Splice.tiffField(TIFF, 262, LONG, 1, value(photometric)))
        .contains(name)
        .contains("RGB");
  }

  @Test
  void refusesInksOtherThanCmyk() {
    byte[] file = Fixture.bytes("cmyk.tif");

    Refused.decoding(
            Reason.UNSUPPORTED_COLOURS,
            Splice.tiffField(file, 332, SHORT, 1, new byte[] {2, 0, 0, 0}))
        .contains("inks");
  }

  /** What the fields say is never made room for before the file is known to hold it. */
  @ParameterizedTest
  @CsvSource({
    "273, 2000000000, TRUNCATED",
    "279, 2000000000, TRUNCATED",
    "258, 2000000000, TRUNCATED",
    "320, 2000000000, TRUNCATED",
    "347, 2000000000, TRUNCATED"
  })
  void believesNoCountOfValues(int tag, int count, Reason reason) {
    Refused.decoding(reason, Splice.tiffField(TIFF, tag, LONG, count, new byte[5]));
  }

  @ParameterizedTest
  @CsvSource({"322, 2000000000", "323, 2000000000", "322, 0", "323, 0"})
  void believesNoSizeOfATile(int tag, int size) {
    byte[] tiled = Fixture.bytes("tiled-jpeg.tif");
    byte[] file =
        Splice.tiffField(
            tiled,
            tag,
            LONG,
            1,
            ByteBuffer.wrap(new byte[4]).order(ByteOrder.LITTLE_ENDIAN).putInt(size).array());

    Refused.with(size == 0 ? Reason.DAMAGED : Reason.TOO_MANY_PIXELS, () -> read(file));
  }

  @Test
  void refusesATileWhoseJpegIsLargerThanItSays() {
    byte[] file = Fixture.bytes("tiled-jpeg.tif");
    for (int at = 0; at < file.length - 9; at++) {
      if (file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xC0) {
        file[at + 5] = 20;
      }
    }

    Refused.decoding(Reason.DAMAGED, file).contains("larger than it says");
  }

  @Test
  void refusesMissingStrips() {
    Refused.decoding(Reason.DAMAGED, Splice.tiffField(TIFF, 257, LONG, 1, value(17)))
        .contains("strips or tiles");
  }

  @Test
  void refusesAPaletteOfAWrongLength() {
    byte[] file = Splice.tiffField(TIFF, 262, LONG, 1, value(3));
    file = Splice.tiffField(file, 277, LONG, 1, value(1));

    Refused.decoding(Reason.DAMAGED, file).contains("palette");
  }

  @Test
  void makesATiffOfABigTiff() throws IOException {
    Contents contents = read(Fixture.bytes("big.tif"));

    assertThat(contents.canvas()).isEqualTo(new PixelSize(90, 60));
    assertThat(contents.coded().file()).startsWith('I', 'I', 42, 0);
  }

  @Test
  void probesADirectoryAtTheEndOfTheFile() throws IOException {
    byte[] far = Splice.join(TIFF, new byte[3_000_000]);
    byte[] file = Splice.tiffField(far, 305, 2, 4, new byte[4]);

    assertThat(ImageProbe.probe(new ByteArrayInputStream(file), Refused.LIMITS).height())
        .isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 7})
  void refusesADirectoryInTheHeader(int offset) {
    byte[] file = TIFF.clone();
    ByteBuffer.wrap(file).putInt(4, offset);

    Refused.probing(Reason.DAMAGED, file);
  }

  private static byte[] canonRaw() {
    byte[] file = Splice.tiffField(TIFF, 305, 2, 4, new byte[4]);
    file[8] = 'C';
    file[9] = 'R';
    return file;
  }

  private static byte[] value(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  private static Contents read(byte[] file) throws IOException {
    return new TiffLayout().read(file, Refused.LIMITS);
  }
}
