package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Capture;
import dev.darkroom.core.Sequence;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.metadata.CaptureFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureFactsTest {
  private static final CaptureFacts AT_THE_OPERA =
      new CaptureFacts(
          "2026-05-01T12:00:00+10:00",
          "Canon EOS R6",
          "RF 35mm F1.8",
          0.008,
          2.8,
          400,
          35.0,
          new CaptureFacts.Position(-33.85, 151.21));

  @Test
  void thePositionIsKeptWhereItMayBe() {
    assertThat(PictureFacts.of(picture(1, AT_THE_OPERA), true).capture())
        .isEqualTo(
            new Capture(
                "2026-05-01T12:00:00+10:00",
                "Canon EOS R6",
                "RF 35mm F1.8",
                0.008,
                2.8,
                400,
                35.0,
                new Capture.Position(-33.85, 151.21)));
  }

  @Test
  void elseThePositionIsLeftOutAndTheRestIsKept() {
    Capture capture = PictureFacts.of(picture(1, AT_THE_OPERA), false).capture();
    assertThat(capture.position()).isNull();
    assertThat(capture.camera()).isEqualTo("Canon EOS R6");
  }

  @Test
  void aFileThatSaysNothingHasNoCapture() {
    assertThat(PictureFacts.of(picture(1, CaptureFacts.NONE), true).capture()).isNull();
  }

  @Test
  void aPositionThatIsNotKeptLeavesNothing() {
    CaptureFacts position =
        new CaptureFacts(null, null, null, null, null, null, null, new CaptureFacts.Position(1, 2));
    assertThat(PictureFacts.of(picture(1, position), false).capture()).isNull();
  }

  @Test
  void onePictureIsNoSequence() {
    assertThat(PictureFacts.of(picture(1, CaptureFacts.NONE), false).sequence()).isNull();
    assertThat(PictureFacts.of(picture(12, CaptureFacts.NONE), false).sequence())
        .isEqualTo(new Sequence(12, 1));
  }

  @Test
  void theSizeIsTheOriginalsAndTheNotesStay() {
    PictureFacts facts = PictureFacts.of(picture(1, CaptureFacts.NONE), false);
    assertThat(facts.width()).isEqualTo(3000);
    assertThat(facts.height()).isEqualTo(2000);
    assertThat(facts.notes()).containsExactly("a note");
  }

  private static Picture picture(int frames, CaptureFacts capture) {
    return new Picture(
        null,
        new PixelSize(3000, 2000),
        null,
        ImageFormat.JPEG,
        frames,
        capture,
        List.of("a note"));
  }
}
