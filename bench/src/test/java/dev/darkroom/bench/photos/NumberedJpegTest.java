package dev.darkroom.bench.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class NumberedJpegTest {

  @Test
  void filesDifferAndPicturesDoNot() throws Exception {
    byte[] jpeg = PaintedPhoto.jpeg(64, 48);

    assertThat(NumberedJpeg.of(jpeg, 7)).isNotEqualTo(NumberedJpeg.of(jpeg, 8));
    assertThat(pixels(NumberedJpeg.of(jpeg, 300))).isEqualTo(pixels(jpeg));
  }

  private static int[] pixels(byte[] jpeg) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
    return picture.getRGB(0, 0, 64, 48, null, 0, 64);
  }
}
