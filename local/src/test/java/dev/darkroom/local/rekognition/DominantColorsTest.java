package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.local.rekognition.DominantColors.Share;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DominantColorsTest {
  private static final Box WHOLE = new Box(0, 0, 1, 1);

  private final DominantColors colors = new DominantColors();
  private final BufferedImage picture =
      Pictures.halves(new Color(0x2f4f50), new Color(0xfe0101), 0.75);

  @Test
  void givesTheNearestCssColourAndItsShareLargestFirst() {
    List<Share> shares = colors.in(picture, WHOLE, 10);
    assertThat(shares)
        .extracting(share -> share.color().name())
        .containsExactly("darkslategrey", "red");
    assertThat(shares.get(0).pixelPercent()).isCloseTo(75, within(1.0));
    assertThat(shares.get(0).color().hexCode()).isEqualTo("#2f4f4f");
    assertThat(shares.get(0).color().simplified()).isEqualTo("grey");
  }

  @Test
  void looksOnlyAtThePartAskedFor() {
    assertThat(colors.in(picture, new Box(0.8, 0, 0.2, 1), 10))
        .extracting(Share::pixelPercent)
        .containsExactly(100.0);
  }

  @Test
  void givesNoMoreThanAskedFor() {
    assertThat(colors.in(picture, WHOLE, 1)).hasSize(1);
    assertThat(colors.in(picture, WHOLE, 0)).isEmpty();
  }

  @Test
  void thePaletteNamesEachColourOnce() {
    assertThat(CssColor.all()).hasSize(139).doesNotHaveDuplicates();
    assertThat(CssColor.all()).extracting(CssColor::rgb).doesNotHaveDuplicates();
    assertThat(CssColor.all().stream().map(CssColor::simplified).distinct()).hasSize(12);
  }
}
