package dev.darkroom.imaging.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceSpaceTest {

  @ParameterizedTest
  @CsvSource({
    BufferedImage.TYPE_INT_RGB + ", RGB",
    BufferedImage.TYPE_4BYTE_ABGR + ", RGB",
    BufferedImage.TYPE_USHORT_565_RGB + ", RGB",
    BufferedImage.TYPE_BYTE_INDEXED + ", RGB",
    BufferedImage.TYPE_BYTE_GRAY + ", GREY",
    BufferedImage.TYPE_USHORT_GRAY + ", GREY",
    BufferedImage.TYPE_BYTE_BINARY + ", GREY"
  })
  void tellsGreyFromRgb(int type, DeviceSpace expected) {
    assertThat(DeviceSpace.of(new BufferedImage(1, 1, type))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    ColorSpace.CS_LINEAR_RGB + ", RGB",
    ColorSpace.CS_GRAY + ", GREY",
    ColorSpace.CS_CIEXYZ + ", OTHER",
    ColorSpace.CS_PYCC + ", OTHER"
  })
  void goesByTheKindOfTheColourSpace(int space, DeviceSpace expected) {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(space), false, false, 1, DataBuffer.TYPE_BYTE);

    assertThat(
            DeviceSpace.of(
                new BufferedImage(model, model.createCompatibleWritableRaster(1, 1), false, null)))
        .isEqualTo(expected);
  }
}
