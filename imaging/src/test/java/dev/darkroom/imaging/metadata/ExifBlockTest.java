package dev.darkroom.imaging.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.metadata.CaptureFacts.Position;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifBlockTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsEachOrientation(int exif) {
    assertThat(ExifBlock.read(Splice.tiffWithOrientation(exif)).orientation().exif())
        .isEqualTo(exif);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 255})
  void takesAnInvalidValueForUpright(int exif) {
    assertThat(ExifBlock.read(Splice.tiffWithOrientation(exif)).orientation())
        .isEqualTo(Orientation.NORMAL);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsHowAPhotoWasTakenInBothByteOrders(boolean bigEndian) {
    assertThat(ExifBlock.read(photo(bigEndian).build()))
        .isEqualTo(
            new ExifBlock(
                Orientation.QUARTER_TURN,
                new CaptureFacts(
                    "2026-05-01T12:00:00+02:00",
                    "Canon EOS R6",
                    "RF24-105mm F4 L IS USM",
                    0.004,
                    4.0,
                    800,
                    35.5,
                    new Position(48.5, -2.25))));
  }

  @Test
  void readsABlockBehindThePreambleOfJpeg() {
    assertThat(
            ExifBlock.read(Splice.join(Splice.latin1("Exif\0\0"), Splice.tiffWithOrientation(6))))
        .isEqualTo(new ExifBlock(Orientation.QUARTER_TURN, CaptureFacts.NONE));
  }

  @Test
  void saysNothingForABlockThatSaysNothing() {
    assertThat(ExifBlock.read(new TiffBuilder().build())).isEqualTo(ExifBlock.NONE);
    assertThat(ExifBlock.read(new byte[0])).isEqualTo(ExifBlock.NONE);
    assertThat(ExifBlock.read(Splice.latin1("Exif\0\0"))).isEqualTo(ExifBlock.NONE);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 10", "10, 0"})
  void knowsNoNumberThatIsZeroOrInfinite(int numerator, int denominator) {
    byte[] tiff =
        new TiffBuilder()
            .inExif()
            .rationals(0x829A, numerator, denominator)
            .rationals(0x829D, numerator, denominator)
            .rationals(0x920A, numerator, denominator)
            .shorts(0x8827, 0)
            .build();

    assertThat(ExifBlock.read(tiff).capture()).isEqualTo(CaptureFacts.NONE);
  }

  @Test
  void knowsNoNumberThatIsNegativeOrNone() {
    byte[] nan = ByteBuffer.allocate(4).putFloat(Float.NaN).array();
    byte[] tiff =
        new TiffBuilder()
            .inExif()
            .raw(0x829A, 10, 1, ByteBuffer.allocate(8).putInt(-1).putInt(10).array())
            .raw(0x829D, TiffBuilder.FLOAT, 1, nan)
            .text(0x920A, "35")
            .raw(0x8827, 9, 1, ByteBuffer.allocate(4).putInt(-100).array())
            .build();

    assertThat(ExifBlock.read(tiff).capture()).isEqualTo(CaptureFacts.NONE);
  }

  @Test
  void takesTheLongerSensitivityWhereTheShortOneIsAtItsEnd() {
    TiffBuilder tiff = new TiffBuilder().inExif().shorts(0x8827, 65_535).longs(0x8832, 102_400);

    assertThat(ExifBlock.read(tiff.build()).capture().iso()).isEqualTo(102_400);
  }

  @Test
  void takesTheFirstOfSeveralSensitivities() {
    TiffBuilder tiff = new TiffBuilder().inExif().shorts(0x8827, 200, 400, 800);

    assertThat(ExifBlock.read(tiff.build()).capture().iso()).isEqualTo(200);
  }

  @Test
  void keepsWhatStandsBeforeABrokenPart() {
    byte[] tiff = photo(true).build();
    CaptureFacts whole = ExifBlock.read(tiff).capture();
    for (int end = 0; end < tiff.length; end++) {
      ExifBlock block = ExifBlock.read(Arrays.copyOf(tiff, end));

      // A part is as it was, or it is not there.
      assertThat(block.capture().camera()).isIn(whole.camera(), "Canon", "EOS R6", null);
      assertThat(block.capture().iso()).isIn(whole.iso(), null);
      assertThat(block.capture().position()).isIn(whole.position(), null);
      assertThat(block.orientation()).isIn(Orientation.QUARTER_TURN, Orientation.NORMAL);
    }
  }

  @Test
  void readsAnyBytesWithoutFailing() {
    Random random = new Random(5);
    byte[] sound = photo(false).build();
    for (int round = 0; round < 20_000; round++) {
      byte[] tiff = sound.clone();
      for (int change = 0; change < 5; change++) {
        tiff[8 + random.nextInt(tiff.length - 8)] = (byte) random.nextInt(256);
      }
      assertThat(ExifBlock.read(tiff)).isNotNull();
    }
  }

  @Test
  void followsNoLoopOfDirectories() {
    byte[] tiff =
        ByteBuffer.allocate(8 + 2 + 24 + 4)
            .put(Splice.latin1("MM\0*\0\0\0\u0008"))
            .putShort((short) 2)
            .put(entry(0x8769, TiffBuilder.LONG, 1, 8))
            .put(entry(0x8825, TiffBuilder.LONG, 1, 8))
            .putInt(8)
            .array();

    assertThat(ExifBlock.read(tiff)).isEqualTo(ExifBlock.NONE);
  }

  /** Every entry of every directory points to a list of pointers, each to another directory. */
  @Test
  void endsSoonInAKnotOfPointers() {
    int entries = 60_000;
    ByteBuffer tiff =
        ByteBuffer.allocate(8 + 2 + entries * 12 + 4)
            .put(Splice.latin1("MM\0*\0\0\0\u0008"))
            .putShort((short) entries);
    tiff.put(entry(0x0112, TiffBuilder.SHORT, 1, 6 << 16));
    for (int i = 1; i < entries; i++) {
      tiff.put(entry(i % 2 == 0 ? 0x8769 : 0x014A, TiffBuilder.LONG, 150_000, 8));
    }

    assertThat(ExifBlock.read(tiff.array()))
        .isEqualTo(new ExifBlock(Orientation.QUARTER_TURN, CaptureFacts.NONE));
  }

  /** Sixty thousand values of 700 kB each would be 42 GB. */
  @Test
  void holdsNoLargeValues() {
    int entries = 60_000;
    ByteBuffer tiff =
        ByteBuffer.allocate(8 + 2 + entries * 12 + 4)
            .put(Splice.latin1("MM\0*\0\0\0\u0008"))
            .putShort((short) entries);
    for (int i = 1; i < entries; i++) {
      tiff.put(entry(i, i % 2 == 0 ? TiffBuilder.ASCII : TiffBuilder.UNDEFINED, 700_000, 8));
    }
    tiff.put(entry(0x0112, TiffBuilder.SHORT, 1, 6 << 16));

    assertThat(ExifBlock.read(tiff.array()).orientation()).isEqualTo(Orientation.QUARTER_TURN);
  }

  private static TiffBuilder photo(boolean bigEndian) {
    return new TiffBuilder(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
        .text(0x010F, "Canon")
        .text(0x0110, "Canon EOS R6")
        .shorts(0x0112, 6)
        .inExif()
        .rationals(0x829A, 1, 250)
        .rationals(0x829D, 40, 10)
        .shorts(0x8827, 800)
        .text(0x9003, "2026:05:01 12:00:00")
        .text(0x9011, "+02:00")
        .rationals(0x920A, 71, 2)
        .text(0xA434, "RF24-105mm F4 L IS USM")
        .inGps()
        .text(0x0001, "N")
        .rationals(0x0002, 48, 1, 30, 1, 0, 1)
        .text(0x0003, "W")
        .rationals(0x0004, 2, 1, 14, 1, 60, 1);
  }

  private static byte[] entry(int tag, int type, int count, int value) {
    return ByteBuffer.allocate(12)
        .putShort((short) tag)
        .putShort((short) type)
        .putInt(count)
        .putInt(value)
        .array();
  }
}
