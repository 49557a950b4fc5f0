package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void sortsTheSizesItself() {
    List<RenditionSpec> upwards = List.of(SIZES.get(2), SIZES.get(1), SIZES.get(0));

    assertThat(Renditions.make(Decoded.as(Pictures.scenery(300, 200)), upwards))
        .extracting(Rendition::name)
        .containsExactly("large", "medium", "small");
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

  private static List<String> directories(byte[] file)
      throws IOException, ImageProcessingException {
    Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
    return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
        .map(Directory::getName)
        .toList();
  }
}
