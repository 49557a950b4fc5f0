package dev.darkroom.imaging.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Decoded;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.Splice;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PngLayoutTest {
  private static final int AFTER_HEADER = 33;
  private static final byte[] PNG = Pictures.file(ImageFormat.PNG, Pictures.scenery(24, 16));

  @Test
  void copiesNothingWhenThereIsNothingToLeaveOut() throws IOException {
    assertThat(read(PNG).coded().file()).isSameAs(PNG);
  }

  @Test
  void findsAnExifBlockBehindThePicture() {
    byte[] exif =
        Splice.pngChunk("eXIf", Splice.tiffWithOrientation(Orientation.QUARTER_TURN.exif()));

    assertThat(Decoded.of(Splice.insert(PNG, PNG.length - 12, exif)).pixels().getWidth())
        .isEqualTo(16);
  }

  @Test
  void inflatesTheProfile() throws IOException {
    byte[] chunk =
        Splice.pngChunk("iCCP", Splice.join(Splice.latin1("x\0\0"), packed(new byte[99])));

    assertThat(read(Splice.insert(PNG, AFTER_HEADER, chunk)).metadata().icc())
        .hasValueSatisfying(icc -> assertThat(icc).hasSize(99).containsOnly(0));
  }

  @Test
  void refusesAProfileThatInflatesOverTheLimit() throws IOException {
    byte[] bomb = packed(new byte[17 << 20]);
    byte[] file =
        Splice.insert(
            PNG,
            AFTER_HEADER,
            Splice.pngChunk("iCCP", Splice.join(Splice.latin1("bomb\0\0"), bomb)));

    assertThat(bomb.length).isLessThan(30_000);
    Refused.decoding(Reason.ANCILLARY_TOO_LONG, file)
        .contains("colour profile")
        .contains("16.0 MiB")
        .contains("without metadata");
  }

  @Test
  void refusesAChunkOverTheLimit() {
    byte[] file = Splice.insert(PNG, AFTER_HEADER, Splice.pngChunk("tEXt", new byte[2_000]));
    DecodeLimits limits = new DecodeLimits(1_000, 1, 1_999, Duration.ofSeconds(9));

    Refused.with(Reason.ANCILLARY_TOO_LONG, () -> new PngLayout().read(file, limits));
  }

  @Test
  void isNotRefusedForBrokenMetadata() {
    byte[] file = PNG;
    for (String type :
        new String[] {"iCCP", "eXIf", "zTXt", "iTXt", "gAMA", "cHRM", "pHYs", "hIST", "tIME"}) {
      file = Splice.insert(file, AFTER_HEADER, Splice.pngChunk(type, new byte[] {1, 2, 3}));
    }

    assertThat(Decoded.of(file).notes()).singleElement().asString().contains("profile is broken");
  }

  @Test
  void takesTheDefaultPictureOfAnAnimation() throws IOException {
    byte[] control = ByteBuffer.allocate(8).putInt(7).putInt(0).array();
    byte[] animated = Splice.insert(PNG, AFTER_HEADER, Splice.pngChunk("acTL", control));
    animated = Splice.insert(animated, animated.length - 12, Splice.pngChunk("fdAT", new byte[40]));

    assertThat(Decoded.of(animated).frames()).isEqualTo(7);
    assertThat(read(animated).coded().file()).isEqualTo(PNG);
  }

  @Test
  void refusesMoreFramesThanTheLimit() {
    byte[] control = ByteBuffer.allocate(8).putInt(-1).putInt(0).array();

    Refused.decoding(
            Reason.TOO_MANY_FRAMES,
            Splice.insert(PNG, AFTER_HEADER, Splice.pngChunk("acTL", control)))
        .contains("10000");
  }

  @Test
  void refusesAPngForApplesSoftwareByName() {
    Refused.decoding(
            Reason.UNSUPPORTED_FORMAT, Splice.insert(PNG, 8, Splice.pngChunk("CgBI", new byte[4])))
        .contains("iPhone");
  }

  @Test
  void refusesAFileWithoutAPicture() {
    byte[] file =
        Splice.join(Arrays.copyOf(PNG, AFTER_HEADER), Splice.pngChunk("IEND", new byte[0]));

    Refused.decoding(Reason.DAMAGED, file).contains("no picture");
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(bytes);
    }
    return packed.toByteArray();
  }

  private static Contents read(byte[] file) throws IOException {
    return new PngLayout().read(file, Refused.LIMITS);
  }
}
