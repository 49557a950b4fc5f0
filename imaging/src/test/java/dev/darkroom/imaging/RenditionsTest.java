package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import dev.darkroom.imaging.colour.ColourConversion;
import dev.darkroom.imaging.jpeg.JpegCodec;
import dev.darkroom.imaging.jpeg.JpegProcess;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenditionsTest {
  private static final List<RenditionSpec> SIZES =
      RenditionSpec.parseList("large:1280,medium:480,small:160");

  @ParameterizedTest
  @CsvSource({
    "3000, 2000, 1280x853 480x320 160x107",
    "2000, 3000, 853x1280 320x480 107x160",
    "1281, 7, 1280x7 480x3 160x1",
    "640, 427, 640x427 480x320 160x107",
    "160, 160, 160x160 160x160 160x160",
    "30, 20, 30x20 30x20 30x20",
    "1, 1, 1x1 1x1 1x1",
    "1, 4000, 1x1280 1x480 1x160",
    "4000, 1, 1280x1 480x1 160x1"
  })
  void makesEachSizeAndEnlargesNothing(int width, int height, String sizes) {
    List<Rendition> renditions =
        Renditions.make(Decoded.as(Pictures.scenery(width, height)), SIZES);

    assertThat(renditions).extracting(Rendition::name).containsExactly("large", "medium", "small");
    assertThat(
            String.join(" ", renditions.stream().map(r -> r.width() + "x" + r.height()).toList()))
        .isEqualTo(sizes);
    for (Rendition rendition : renditions) {
      BufferedImage decoded = Decoded.pixels(rendition.bytes());
      assertThat(decoded.getWidth()).isEqualTo(rendition.width());
      assertThat(decoded.getHeight()).isEqualTo(rendition.height());
      assertThat(rendition.contentType()).isEqualTo("image/jpeg");
    }
  }

  @Test
  void answersInTheOrderOfTheSpecs() {
    List<RenditionSpec> upwards = List.of(SIZES.get(2), SIZES.get(0), SIZES.get(1));

    assertThat(Renditions.make(Decoded.as(Pictures.scenery(600, 400)), upwards))
        .extracting(Rendition::name, Rendition::width)
        .containsExactly(tuple("small", 160), tuple("large", 600), tuple("medium", 480));
  }

  @ParameterizedTest
  @CsvSource({
    "600, 400, 150x150, 150x150",
    "600, 400, 300x50, 300x50",
    "600, 400, 50x300, 50x300",
    "600, 400, 600x400, 600x400",
    // smaller than the box in one edge or both: cropped to its aspect, at its own scale
    "600, 400, 500x500, 400x400",
    "600, 400, 1200x600, 600x300",
    "40, 30, 160x160, 30x30",
    "1, 400, 160x160, 1x1",
    "400, 1, 160x40, 4x1",
    "1, 1, 160x40, 1x1"
  })
  void coversABoxOrHasItsAspect(int width, int height, String box, String size) {
    Rendition rendition =
        Renditions.make(
                Decoded.as(Pictures.scenery(width, height)),
                RenditionSpec.parseList("card:" + box + ":cover"))
            .get(0);

    assertThat(rendition.width() + "x" + rendition.height()).isEqualTo(size);
    BufferedImage decoded = Decoded.pixels(rendition.bytes());
    assertThat(decoded.getWidth() + "x" + decoded.getHeight()).isEqualTo(size);
  }

  /** Thirds of red, green and blue: what covers a square is the green one. */
  @Test
  void cropsAroundTheCentre() {
    BufferedImage thirds = Pictures.plain(900, 300, Color.GREEN);
    Graphics2D graphics = thirds.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 300, 300);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(600, 0, 300, 300);
    graphics.dispose();

    for (Rendition rendition :
        Renditions.make(
            Decoded.as(thirds), RenditionSpec.parseList("a:300:cover:png,b:100:cover:png"))) {
      BufferedImage picture = Decoded.pixels(rendition.bytes());
      int last = rendition.width() - 1;
      assertThat(picture.getRGB(rendition.width() / 2, 50)).isEqualTo(0xFF00FF00);
      assertThat((picture.getRGB(0, 50) >> 8) & 0xFF).isGreaterThan(120);
      assertThat((picture.getRGB(last, 50) >> 8) & 0xFF).isGreaterThan(120);
    }
  }

  /** Each rendition is as if it were alone, whatever it is reduced from. */
  @Test
  void mixesFitsThatNeedTheWholePicture() {
    BufferedImage scenery = Pictures.scenery(600, 400);
    List<RenditionSpec> mixed =
        RenditionSpec.parseList("hero:600x100:cover:png,fit:300:png,tall:20x200:cover:png");

    for (Rendition rendition : Renditions.make(Decoded.as(scenery), mixed)) {
      BufferedImage picture = Decoded.pixels(rendition.bytes());
      int x = picture.getWidth() / 2;
      int y = picture.getHeight() / 2;
      // Red rises from left to right, green from top to bottom: the centre is half of both.
      assertThat((picture.getRGB(x, y) >> 16) & 0xFF).as(rendition.name()).isBetween(124, 132);
      assertThat((picture.getRGB(x, y) >> 8) & 0xFF).as(rendition.name()).isBetween(124, 132);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "large:1280, 1280x853",
    "'large:1280,small:160', 1280x853",
    "small:160:cover, 240x160",
    "'medium:480,wide:1600x90:cover', 1600x1067",
    "tall:10x3000:cover, 4500x3000",
    "huge:10000, 6000x4000",
    "beyond:10x5000:cover, 6000x4000"
  })
  void tellsWhichSizeIsEnough(String specs, String size) {
    PixelSize enough = Renditions.enough(new PixelSize(6000, 4000), RenditionSpec.parseList(specs));

    assertThat(enough.width() + "x" + enough.height()).isEqualTo(size);
  }

  @Test
  void keepsColours() {
    Color orange = new Color(230, 120, 40);
    for (Rendition rendition :
        Renditions.make(Decoded.as(Pictures.plain(2000, 1500, orange)), SIZES)) {
      BufferedImage picture = Decoded.pixels(rendition.bytes());
      Color centre = new Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2));
      assertThat(centre.getRed()).isBetween(227, 233);
      assertThat(centre.getGreen()).isBetween(117, 123);
      assertThat(centre.getBlue()).isBetween(37, 43);
    }
  }

  @Test
  void leavesNoMetadataOfTheOriginal() throws IOException, ImageProcessingException {
    byte[] original = Pictures.file(ImageFormat.JPEG, Pictures.scenery(400, 300));
    original = Splice.jpegSegment(original, 0xFE, Splice.latin1("a private comment"));
    original =
        Splice.jpegSegment(
            original,
            0xE1,
            Splice.latin1(
                "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                    + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>"));
    original =
        Splice.jpegSegment(
            original, 0xED, Splice.latin1("Photoshop 3.0\08BIM\4\4\0\0\0\0\0\12\34\2x\0\5Paris"));
    original = Splice.jpegSegment(original, 0xE1, Splice.exifWithPosition());
    assertThat(directories(original)).contains("Exif IFD0", "GPS", "XMP", "IPTC", "JpegComment");

    for (Rendition rendition : Renditions.make(Decoded.of(original), SIZES)) {
      assertThat(directories(rendition.bytes()))
          .containsExactlyInAnyOrder("JPEG", "JFIF", "Huffman", "File Type");
    }
  }

  @Test
  void leavesNoMetadataInPng() throws IOException, ImageProcessingException {
    for (Rendition rendition :
        Renditions.make(
            Decoded.as(Pictures.scenery(80, 60)), RenditionSpec.parseList("a:80:png,b:40:png"))) {
      assertThat(rendition.contentType()).isEqualTo("image/png");
      assertThat(directories(rendition.bytes())).containsExactlyInAnyOrder("PNG-IHDR", "File Type");
    }
  }

  @Test
  void keepsTransparencyInPng() {
    BufferedImage glass = halfTransparentRed();

    for (Rendition rendition : Renditions.make(Decoded.as(glass), SIZES)) {
      assertThat(rendition.contentType()).isEqualTo("image/png");
      BufferedImage picture = read(rendition);
      int left = picture.getRGB(rendition.width() / 4, rendition.height() / 2);
      assertThat(left >>> 24).isBetween(126, 129);
      assertThat((left >> 16) & 0xFF).isGreaterThan(250);
      assertThat(picture.getRGB(rendition.width() * 3 / 4, rendition.height() / 2))
          .isEqualTo(0xFF0000FF);
    }
  }

  @Test
  void laysTransparencyOnWhiteInJpeg() {
    for (Rendition rendition :
        Renditions.make(
            Decoded.as(halfTransparentRed()), RenditionSpec.parseList("a:200:jpeg,b:50:jpeg"))) {
      assertThat(rendition.contentType()).isEqualTo("image/jpeg");
      Color left = new Color(read(rendition).getRGB(rendition.width() / 4, 10));
      assertThat(left.getRed()).isGreaterThan(247);
      assertThat(left.getGreen()).isBetween(119, 135);
      assertThat(left.getBlue()).isBetween(119, 135);
    }
  }

  /** The conversion takes the complement, so that doing it twice, or never, would show. */
  @ParameterizedTest
  @ValueSource(ints = {2000, 300, 20})
  void convertsTheColoursOnceAndLeavesThePictureAsItIs(int width) {
    BufferedImage orange = Pictures.plain(width, width / 2, new Color(230, 120, 40));
    ColourConversion complement =
        picture -> {
          for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
            int x = i % picture.getWidth();
            int y = i / picture.getWidth();
            picture.setRGB(x, y, ~picture.getRGB(x, y) | 0xFF000000);
          }
        };

    for (Rendition rendition :
        Renditions.make(
            Decoded.as(orange, complement),
            RenditionSpec.parseList("a:1280:png,b:300:png,c:100:cover:png,d:20:png"))) {
      assertThat(read(rendition).getRGB(5, 5)).isEqualTo(new Color(25, 135, 215).getRGB());
    }
    assertThat(orange.getRGB(3, 3)).isEqualTo(new Color(230, 120, 40).getRGB());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 60, 160, 250})
  void writesTheProcessThatIsSmaller(int edge) {
    BufferedImage scenery = Pictures.scenery(edge, edge);

    byte[] file = only(scenery, "a:600");

    int baseline = JpegCodec.inUse().encode(scenery, JpegProcess.BASELINE).length;
    int progressive = JpegCodec.inUse().encode(scenery, JpegProcess.PROGRESSIVE).length;
    assertThat(progressive).isLessThan(20_000);
    assertThat(file).hasSize(Math.min(baseline, progressive));
  }

  @Test
  void writesLargeFilesAsProgressive() {
    BufferedImage scenery = Pictures.scenery(900, 600);

    byte[] file = only(scenery, "a:900");

    assertThat(file)
        .hasSizeGreaterThanOrEqualTo(20_000)
        .isEqualTo(JpegCodec.inUse().encode(scenery, JpegProcess.PROGRESSIVE));
  }

  private static byte[] only(BufferedImage picture, String spec) {
    return Renditions.make(Decoded.as(picture), RenditionSpec.parseList(spec)).get(0).bytes();
  }

  private static BufferedImage halfTransparentRed() {
    BufferedImage glass = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB_PRE);
    for (int i = 0; i < 200 * 100; i++) {
      glass.setRGB(i % 200, i / 200, i % 200 < 100 ? 0x80FF0000 : 0xFF0000FF);
    }
    return glass;
  }

  private static BufferedImage read(Rendition rendition) {
    try {
      return ImageIO.read(new ByteArrayInputStream(rendition.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> directories(byte[] file)
      throws IOException, ImageProcessingException {
    Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
    return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
        .map(Directory::getName)
        .toList();
  }
}
