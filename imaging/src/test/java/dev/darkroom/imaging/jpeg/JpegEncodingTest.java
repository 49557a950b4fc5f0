package dev.darkroom.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.jpeg.JpegDirectory;
import dev.darkroom.imaging.Decoded;
import dev.darkroom.imaging.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What both codecs have to do alike. */
class JpegEncodingTest {
  private static final int BASELINE_FRAME = 0xC0;
  private static final int PROGRESSIVE_FRAME = 0xC2;

  static Stream<Arguments> codecs() {
    return Stream.of(new LeptonicaCodec(), new ImageIoCodec())
        .flatMap(codec -> Stream.of(JpegProcess.values()).map(p -> Arguments.of(codec, p)));
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void keepsSizeAndColours(JpegCodec codec, JpegProcess process) {
    Color orange = new Color(230, 120, 40);
    for (int[] size : new int[][] {{1, 1}, {1, 70}, {70, 1}, {33, 17}, {320, 200}}) {
      byte[] file = codec.encode(Pictures.plain(size[0], size[1], orange), process);

      BufferedImage decoded = Decoded.pixels(file);
      assertThat(decoded.getWidth()).isEqualTo(size[0]);
      assertThat(decoded.getHeight()).isEqualTo(size[1]);
      Color centre = new Color(decoded.getRGB(size[0] / 2, size[1] / 2));
      assertThat(centre.getRed()).isBetween(227, 233);
      assertThat(centre.getGreen()).isBetween(117, 123);
      assertThat(centre.getBlue()).isBetween(37, 43);
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void putsEachPixelWhereItWas(JpegCodec codec, JpegProcess process) {
    BufferedImage decoded = Decoded.pixels(codec.encode(Pictures.markedCorners(203, 101), process));

    assertThat(new Color(decoded.getRGB(10, 10)).getBlue()).isLessThan(20);
    assertThat(new Color(decoded.getRGB(192, 10)).getRed()).isLessThan(20);
    assertThat(new Color(decoded.getRGB(192, 90)).getGreen()).isGreaterThan(235);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void usesTheProcessThatIsAskedFor(JpegCodec codec, JpegProcess process) {
    byte[] file = codec.encode(Pictures.scenery(120, 90), process);

    boolean progressive = process == JpegProcess.PROGRESSIVE;
    assertThat(indexOf(file, BASELINE_FRAME) >= 0).isEqualTo(!progressive);
    assertThat(indexOf(file, PROGRESSIVE_FRAME) >= 0).isEqualTo(progressive);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void halvesTheChromaInBothDirections(JpegCodec codec, JpegProcess process)
      throws IOException, ImageProcessingException {
    byte[] file = codec.encode(Pictures.scenery(120, 90), process);

    Metadata metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(file));
    JpegDirectory frame = metadata.getFirstDirectoryOfType(JpegDirectory.class);
    assertThat(frame.getComponent(0).getHorizontalSamplingFactor()).isEqualTo(2);
    assertThat(frame.getComponent(0).getVerticalSamplingFactor()).isEqualTo(2);
    assertThat(frame.getComponent(1).getHorizontalSamplingFactor()).isOne();
    assertThat(frame.getComponent(2).getVerticalSamplingFactor()).isOne();
  }

  /** The first entry of the standard's table is 16; quality 80 scales it by 2 / 5. */
  @ParameterizedTest
  @MethodSource("codecs")
  void quantizesForQuality80(JpegCodec codec, JpegProcess process) {
    byte[] file = codec.encode(Pictures.scenery(120, 90), process);

    int table = indexOf(file, 0xDB);
    assertThat(file[table + 4]).as("the luminance table").isZero();
    assertThat(file[table + 5]).isEqualTo((byte) 6);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void writesJfifAndNoOtherMetadata(JpegCodec codec, JpegProcess process) {
    byte[] file = codec.encode(Pictures.scenery(120, 90), process);

    assertThat(indexOf(file, 0xE0)).isEqualTo(2);
    for (int marker = 0xE1; marker <= 0xEF; marker++) {
      assertThat(indexOf(file, marker)).as("APP%d", marker - 0xE0).isNegative();
    }
    assertThat(indexOf(file, 0xFE)).as("comment").isNegative();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void leavesThePictureAsItIs(JpegCodec codec, JpegProcess process) {
    BufferedImage picture = Pictures.scenery(120, 90);

    codec.encode(picture, process);

    assertThat(picture.getRGB(0, 0, 120, 90, null, 0, 120))
        .isEqualTo(Pictures.scenery(120, 90).getRGB(0, 0, 120, 90, null, 0, 120));
  }

  /** Of the first marker of a kind: coded data never holds one. */
  private static int indexOf(byte[] file, int marker) {
    for (int i = 0; i + 1 < file.length; i++) {
      if (file[i] == (byte) 0xFF && file[i + 1] == (byte) marker) {
        return i;
      }
    }
    return -1;
  }
}
