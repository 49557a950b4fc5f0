package dev.darkroom.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.colour.IccBuilder;
import dev.darkroom.imaging.colour.Premultiplied;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UprightPictureTest {
  /** More rows than a strip has, and no multiple of it. */
  private static final int WIDTH = 19;

  private static final int HEIGHT = 37;
  private static final Map<String, BufferedImage> STORED = StoredPictures.of(WIDTH, HEIGHT);

  static Stream<String> stored() {
    return STORED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("stored")
  void takesTheStoredLevelsOfEveryTypeInEveryOrientation(String name) {
    BufferedImage stored = STORED.get(name);
    for (Orientation orientation : Orientation.values()) {
      BufferedImage upright = UprightPicture.of(stored, orientation);

      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          assertThat(Integer.toHexString(at(upright, x, y, orientation)))
              .as("%s at %d, %d, %s", name, x, y, orientation)
              .isEqualTo(Integer.toHexString(expected(stored, x, y)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stored")
  void isOpaqueUnlessSomePixelIsNot(String name) {
    BufferedImage stored = STORED.get(name);
    boolean transparent = false;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        transparent |= expected(stored, x, y) >>> 24 != 255;
      }
    }

    assertThat(UprightPicture.of(stored, Orientation.MIRRORED).getType())
        .isEqualTo(transparent ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_RGB);
  }

  @ParameterizedTest
  @CsvSource({"255, 1", "254, 3"})
  void looksAtEveryPixelForTransparency(int lastOpacity, int expectedType) {
    BufferedImage stored = new BufferedImage(20, 50, BufferedImage.TYPE_4BYTE_ABGR);
    for (int i = 0; i < 1_000; i++) {
      stored.setRGB(i % 20, i / 20, 0xFF000000);
    }
    stored.setRGB(19, 49, lastOpacity << 24);

    for (Orientation orientation : Orientation.values()) {
      assertThat(UprightPicture.of(stored, orientation).getType()).isEqualTo(expectedType);
    }
  }

  @Test
  void returnsAPictureThatIsAsItShouldBe() {
    BufferedImage stored = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);

    assertThat(UprightPicture.of(stored, Orientation.NORMAL)).isSameAs(stored);
  }

  @ParameterizedTest
  @EnumSource
  void turnsALineOfPixels(Orientation orientation) {
    for (int[] size : new int[][] {{1, 1}, {100, 1}, {1, 100}}) {
      BufferedImage line = new BufferedImage(size[0], size[1], BufferedImage.TYPE_3BYTE_BGR);
      for (int i = 0; i < size[0] * size[1]; i++) {
        line.setRGB(i % size[0], i / size[0], i);
      }

      BufferedImage upright = UprightPicture.of(line, orientation);

      for (int y = 0; y < size[1]; y++) {
        for (int x = 0; x < size[0]; x++) {
          assertThat(at(upright, x, y, orientation) & 0xFFFFFF).isEqualTo(x + y);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void placesAFrameOnItsScreen(Orientation orientation) {
    BufferedImage frame = new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 12; i++) {
      frame.setRGB(i % 4, i / 4, 1 + i);
    }
    for (int left = -5; left < 8; left++) {
      for (int top = -4; top < 6; top++) {
        BufferedImage upright =
            UprightPicture.ofFrame(frame, left, top, new PixelSize(7, 5), orientation);

        assertThat(upright.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB_PRE);
        for (int y = 0; y < 5; y++) {
          for (int x = 0; x < 7; x++) {
            int inX = x - left;
            int inY = y - top;
            boolean inFrame = inX >= 0 && inX < 4 && inY >= 0 && inY < 3;
            assertThat(at(upright, x, y, orientation))
                .isEqualTo(inFrame ? 0xFF000000 | (1 + inX + 4 * inY) : 0);
          }
        }
      }
    }
  }

  @Test
  void isOpaqueWhenAnOpaqueFrameCoversItsScreen() {
    BufferedImage frame = new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR);

    assertThat(
            UprightPicture.ofFrame(frame, -1, 0, new PixelSize(3, 3), Orientation.NORMAL).getType())
        .isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(
            UprightPicture.ofFrame(frame, 1, 0, new PixelSize(4, 3), Orientation.NORMAL).getType())
        .isEqualTo(BufferedImage.TYPE_INT_ARGB_PRE);
  }

  @Test
  void takesAnIndexBeyondThePaletteForBlack() {
    byte[] red = {(byte) 255};
    IndexColorModel palette = new IndexColorModel(8, 1, red, new byte[1], new byte[1]);
    WritableRaster raster = palette.createCompatibleWritableRaster(2, 1);
    raster.setSample(1, 0, 0, 77);

    BufferedImage upright =
        UprightPicture.of(new BufferedImage(palette, raster, false, null), Orientation.NORMAL);

    assertThat(upright.getRGB(0, 0)).isEqualTo(0xFFFF0000);
    assertThat(upright.getRGB(1, 0)).isEqualTo(0xFF000000);
  }

  @Test
  void takesWhatIsNoNumberForBlackAndCutsWhatIsTooBright() {
    BufferedImage stored = STORED.get("RGB, data type 4");
    stored = UprightPictureTest.copy(stored);
    stored.getRaster().setPixel(0, 0, new float[] {Float.NaN, 1e30f, -3});

    assertThat(UprightPicture.of(stored, Orientation.NORMAL).getRGB(0, 0)).isEqualTo(0xFF00FF00);
  }

  @Test
  void convertsInksThatNoProfileDescribes() {
    BufferedImage inks = inks(new ReversedInks(), true);
    inks.getRaster().setPixel(0, 0, new int[] {255, 0, 51, 0, 255});
    inks.getRaster().setPixel(1, 0, new int[] {0, 102, 255, 0, 128});

    BufferedImage upright = UprightPicture.of(inks, Orientation.MIRRORED);

    assertThat(upright.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB_PRE);
    assertThat(upright.getRaster().getDataElements(1, 0, null)).isEqualTo(new int[] {0xFF00FFCC});
    assertThat(upright.getRaster().getDataElements(0, 0, null))
        .isEqualTo(new int[] {Premultiplied.of(0x80FF9900)});
  }

  /** As readers give TIFF files whose inks have a profile. */
  @Test
  void convertsInksThroughTheProfileOfTheirColourSpace() {
    ICC_Profile profile =
        ICC_Profile.getInstance(
            IccBuilder.tables(
                "prtr", "CMYK", 4, 2, ink -> new double[] {100 - 100 * ink[3], 0, 0}));
    BufferedImage inks = inks(new ICC_ColorSpace(profile), false);
    inks.getRaster().setPixel(0, 0, new int[] {255, 255, 255, 0});
    inks.getRaster().setPixel(1, 0, new int[] {0, 0, 0, 255});

    BufferedImage upright = UprightPicture.of(inks, Orientation.NORMAL);

    assertThat(upright.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(upright.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(upright.getRGB(1, 0)).isEqualTo(0xFF000000);
  }

  private static BufferedImage inks(ColorSpace space, boolean alpha) {
    ColorModel model =
        new ComponentColorModel(space, alpha, false, alpha ? 3 : 1, DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 2, 1, alpha ? 5 : 4, null);
    return new BufferedImage(model, raster, false, null);
  }

  private static BufferedImage copy(BufferedImage picture) {
    return new BufferedImage(
        picture.getColorModel(),
        picture.copyData(picture.getRaster().createCompatibleWritableRaster()),
        false,
        null);
  }

  /** What the stored pixel (x, y) should have become, told one sample at a time. */
  private static int expected(BufferedImage stored, int x, int y) {
    ColorModel model = stored.getColorModel();
    if (model instanceof IndexColorModel palette) {
      return Premultiplied.of(palette.getRGB(stored.getRaster().getSample(x, y, 0)));
    }
    int bands = stored.getRaster().getNumBands();
    int[] levels = new int[bands];
    for (int band = 0; band < bands; band++) {
      double sample = stored.getRaster().getSampleDouble(x, y, band);
      double most =
          switch (stored.getRaster().getTransferType()) {
            case DataBuffer.TYPE_FLOAT -> 1;
            case DataBuffer.TYPE_SHORT -> 32_767;
            default -> Math.pow(2, model.getComponentSize(band)) - 1;
          };
      // Samples of 32 bits are signed in the raster.
      levels[band] = (int) Math.round((sample < 0 ? sample + most + 1 : sample) * 255 / most);
    }
    boolean grey = model.getNumColorComponents() == 1;
    int opacity = model.hasAlpha() ? levels[bands - 1] : 255;
    int pixel =
        (opacity << 24) | (levels[0] << 16) | (levels[grey ? 0 : 1] << 8) | levels[grey ? 0 : 2];
    return model.isAlphaPremultiplied() ? pixel : Premultiplied.of(pixel);
  }

  /** The pixel of the upright picture that was at (x, y) in the stored one. */
  private static int at(BufferedImage upright, int x, int y, Orientation orientation) {
    int right = upright.getWidth() - 1;
    int bottom = upright.getHeight() - 1;
    int[] place =
        switch (orientation) {
          case NORMAL -> new int[] {x, y};
          case MIRRORED -> new int[] {right - x, y};
          case ROTATED_180 -> new int[] {right - x, bottom - y};
          case FLIPPED -> new int[] {x, bottom - y};
          case TRANSPOSED -> new int[] {y, x};
          case QUARTER_TURN -> new int[] {right - y, x};
          case TRANSVERSED -> new int[] {right - y, bottom - x};
          case THREE_QUARTER_TURN -> new int[] {y, bottom - x};
        };
    int[] pixels = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
    int pixel = pixels[place[1] * upright.getWidth() + place[0]];
    // The highest byte of an opaque picture means nothing.
    return upright.getColorModel().hasAlpha() ? pixel : pixel | 0xFF000000;
  }

  /** An ink space that is not of the ICC: red is what cyan leaves, and so on. */
  private static final class ReversedInks extends ColorSpace {
    private ReversedInks() {
      super(TYPE_CMYK, 4);
    }

    @Override
    public float[] toRGB(float[] inks) {
      return new float[] {1 - inks[0] - inks[3], 1 - inks[1] - inks[3], 1 - inks[2] - inks[3]};
    }

    @Override
    public float[] fromRGB(float[] rgb) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] toCIEXYZ(float[] inks) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] fromCIEXYZ(float[] xyz) {
      throw new UnsupportedOperationException();
    }
  }
}
