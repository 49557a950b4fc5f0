package dev.darkroom.steps;

import dev.darkroom.core.Capture;
import dev.darkroom.core.Sequence;
import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.metadata.CaptureFacts;
import java.util.List;

/**
 * What Resize, the only step that reads the whole file, found out about its picture.
 *
 * @param width of the original, upright, in pixels
 * @param height of the original, upright, in pixels
 * @param frames how many frames or pages the file holds
 * @param used how many of them were used
 * @param capture how the photo was taken, or null when the file says nothing of it
 * @param notes what the uploader should know of how the file was read
 */
public record PictureFacts(
    int width, int height, int frames, int used, Capture capture, List<String> notes) {
  private static final Capture UNKNOWN =
      new Capture(null, null, null, null, null, null, null, null);

  /**
   * @param keepPosition whether the place where the photo was taken may be recorded
   */
  static PictureFacts of(Picture picture, boolean keepPosition) {
    return new PictureFacts(
        picture.original().width(),
        picture.original().height(),
        picture.frames(),
        1,
        capture(picture.capture(), keepPosition),
        picture.notes());
  }

  /** Null when the file holds one picture and no more. */
  Sequence sequence() {
    return frames > 1 ? new Sequence(frames, used) : null;
  }

  private static Capture capture(CaptureFacts facts, boolean keepPosition) {
    Capture capture =
        new Capture(
            facts.takenAt(),
            facts.camera(),
            facts.lens(),
            facts.exposureSeconds(),
            facts.fNumber(),
            facts.iso(),
            facts.focalLengthMm(),
            keepPosition ? position(facts.position()) : null);
    return capture.equals(UNKNOWN) ? null : capture;
  }

  private static Capture.Position position(CaptureFacts.Position position) {
    return position == null
        ? null
        : new Capture.Position(position.latitude(), position.longitude());
  }
}
