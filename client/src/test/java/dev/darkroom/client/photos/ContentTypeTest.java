package dev.darkroom.client.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {
  @ParameterizedTest
  @CsvSource({"jpeg", "png", "gif", "bmp", "tiff"})
  void aPictureThatJavaWritesIsKnown(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage picture = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(picture, format, bytes)).isTrue();
    assertThat(ContentType.of(bytes.toByteArray())).contains("image/" + format);
  }

  @ParameterizedTest
  @CsvSource({
    "RIFF    WEBPVP8 , 52494646 24000000 57454250 56503820, image/webp",
    "TIFF big endian, 4d4d002a 00000008, image/tiff",
    "BigTIFF, 49492b00 08000000, image/tiff",
    "GIF of 1987, 474946383761 0100, image/gif",
  })
  void otherBeginningsAreKnown(String name, String hex, String type) {
    assertThat(ContentType.of(HexFormat.of().parseHex(hex.replace(" ", "")))).contains(type);
  }

  @ParameterizedTest
  @CsvSource({
    "HEIC, 0000001c 66747970 68656963 00000000",
    "PDF, 255044462d312e37 0a",
    "sound in RIFF, 52494646 24000000 57415645",
    "a letter to BM, 424d2073 656e6420 6d6f6e65 79207365 6e64206d 6f6e6579",
    "two letters, 424d",
    "nothing, ''",
  })
  void whatIsNoneOfTheSixIsNone(String name, String hex) {
    assertThat(ContentType.of(HexFormat.of().parseHex(hex.replace(" ", "")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.txt", "a"})
  void theNameHasNoSay(String name, @TempDir Path folder) throws IOException {
    Path file =
        Files.write(folder.resolve(name), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
    assertThat(ContentType.of(file)).contains("image/jpeg");
  }

  @Test
  void theChecksumIsWhatOpensslSays(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");
    assertThat(Checksum.of(file)).isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  }
}
