package dev.darkroom.bench.photos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.bench.likeness.FullPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnedJpegTest {
  @TempDir private Path folder;

  @Test
  void theTopOfTheStoredPictureComesToTheRight() throws IOException {
    BufferedImage stored = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 64; x++) {
      for (int y = 0; y < 16; y++) {
        stored.setRGB(x, y, 0xFFFFFF);
      }
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(stored, "jpeg", jpeg);
    Path file = Files.write(folder.resolve("turned.jpg"), TurnedJpeg.of(jpeg.toByteArray()));

    BufferedImage upright = FullPicture.read(file);

    assertThat(upright.getWidth()).isEqualTo(32);
    assertThat(upright.getHeight()).isEqualTo(64);
    assertThat(upright.getRGB(28, 32) & 0xFF).isGreaterThan(240);
    assertThat(upright.getRGB(3, 32) & 0xFF).isLessThan(15);
  }
}
