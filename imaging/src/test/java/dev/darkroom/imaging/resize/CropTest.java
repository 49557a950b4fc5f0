package dev.darkroom.imaging.resize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.Pictures;
import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CropTest {

  @ParameterizedTest
  @CsvSource({
    "20, 10, 10, 10, 5, 0",
    "21, 10, 10, 10, 5, 0",
    "10, 20, 10, 5, 0, 7",
    "9, 9, 4, 5, 2, 2",
    "3, 1, 1, 1, 1, 0",
    "2, 1, 1, 1, 0, 0"
  })
  void keepsTheCentre(int width, int height, int newWidth, int newHeight, int left, int top) {
    BufferedImage picture = Pictures.scenery(width, height);

    BufferedImage centre = Crop.centre(picture, new PixelSize(newWidth, newHeight));

    assertThat(((DataBufferInt) centre.getRaster().getDataBuffer()).getData())
        .hasSize(newWidth * newHeight);
    assertThat(centre.getRGB(0, 0, newWidth, newHeight, null, 0, newWidth))
        .isEqualTo(picture.getRGB(left, top, newWidth, newHeight, null, 0, newWidth));
  }

  @Test
  void returnsAPictureOfThatSizeAsItIs() {
    BufferedImage picture = Pictures.scenery(30, 20);

    assertThat(Crop.centre(picture, new PixelSize(30, 20))).isSameAs(picture);
  }
}
