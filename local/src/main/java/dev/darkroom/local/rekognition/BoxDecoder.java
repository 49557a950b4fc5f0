package dev.darkroom.local.rekognition;

import dev.darkroom.local.rekognition.Anchors.Anchor;
import java.util.List;

/**
 * Turns the model's offsets into boxes: centres move by a tenth of the anchor's side a unit, sides
 * grow by e to a fifth of the unit.
 */
final class BoxDecoder {
  private static final double CENTER_SCALE = 10;
  private static final double SIDE_SCALE = 5;

  private final List<Anchor> anchors;

  BoxDecoder(List<Anchor> anchors) {
    this.anchors = anchors;
  }

  /**
   * Decodes one box, clipped to the picture.
   *
   * @param encodings four offsets an anchor: y, x, height, width
   * @param index the anchor's index
   */
  Box decode(float[] encodings, int index) {
    Anchor anchor = anchors.get(index);
    int at = index * 4;
    double y = encodings[at] / CENTER_SCALE * anchor.height() + anchor.centerY();
    double x = encodings[at + 1] / CENTER_SCALE * anchor.width() + anchor.centerX();
    double height = Math.exp(encodings[at + 2] / SIDE_SCALE) * anchor.height();
    double width = Math.exp(encodings[at + 3] / SIDE_SCALE) * anchor.width();
    return Box.between(y - height / 2, x - width / 2, y + height / 2, x + width / 2);
  }
}
