package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.jpeg.JpegCodec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaledJpegTest {
  private static final byte[] PHOTO = Pictures.file(ImageFormat.JPEG, Pictures.scenery(803, 602));

  @BeforeAll
  static void theNativeCodecIsInUse() {
    assertThat(JpegCodec.inUse().name()).isEqualTo("libjpeg-turbo");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 75, 101, 76",
    "101, 76, 101, 76",
    "102, 76, 201, 151",
    "202, 151, 402, 301",
    "403, 302, 803, 602",
    "803, 602, 803, 602"
  })
  void isNoLargerThanItHasToBe(int width, int height, int decodedWidth, int decodedHeight) {
    Picture picture = decode(PHOTO, width, height);

    assertThat(PixelSize.of(picture.pixels()))
        .isEqualTo(new PixelSize(decodedWidth, decodedHeight));
    assertThat(picture.original()).isEqualTo(new PixelSize(803, 602));
  }

  @Test
  void asksForTheSizeThatIsEnoughUpright() {
    byte[] portrait = Splice.oriented(ImageFormat.JPEG, PHOTO, 6);

    Picture picture = decode(portrait, 76, 101);

    assertThat(PixelSize.of(picture.pixels())).isEqualTo(new PixelSize(76, 101));
    assertThat(picture.original()).isEqualTo(new PixelSize(602, 803));
  }

  @Test
  void leavesSomeToSpareOfADenseFile() throws IOException {
    byte[] dense = noiseInBestQuality(803, 602);
    assertThat(dense.length).isGreaterThan(803 * 602 / 2);

    assertThat(PixelSize.of(decode(dense, 100, 75).pixels())).isEqualTo(new PixelSize(201, 151));
    assertThat(PixelSize.of(decode(dense, 80, 60).pixels())).isEqualTo(new PixelSize(101, 76));
  }

  @Test
  void readsAPictureInInksInFull() {
    Picture picture = decode(Pictures.cmykJpeg(80, 40), 10, 5);

    assertThat(PixelSize.of(picture.pixels())).isEqualTo(new PixelSize(80, 40));
  }

  private static Picture decode(byte[] file, int width, int height) {
    return PictureDecoder.decode(file, Refused.LIMITS, size -> new PixelSize(width, height));
  }

  private static byte[] noiseInBestQuality(int width, int height) throws IOException {
    BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(3);
    for (int i = 0; i < width * height; i++) {
      noise.setRGB(i % width, i / width, random.nextInt());
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(1);
      writer.setOutput(out);
      writer.write(null, new IIOImage(noise, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
