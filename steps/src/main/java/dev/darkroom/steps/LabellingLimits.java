package dev.darkroom.steps;

import dev.darkroom.core.Rendition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which pictures Rekognition takes from a bucket: JPEG and PNG, 80 to 10 000 pixels a side, of 15
 * MiB at most.
 *
 * @see <a href="https://docs.aws.amazon.com/rekognition/latest/dg/limits.html">Guidelines and
 *     quotas</a>
 */
final class LabellingLimits {
  static final int SMALLEST_SIDE = 80;
  static final int LARGEST_SIDE = 10_000;
  static final long MOST_BYTES = 15L << 20;
  private static final Set<String> CONTENT_TYPES = Set.of("image/jpeg", "image/png");
  private static final Comparator<Rendition> BY_AREA =
      Comparator.comparingLong(rendition -> (long) rendition.width() * rendition.height());

  private LabellingLimits() {}

  /** The largest rendition that is taken; of a cropped and a whole one, the larger as well. */
  static Optional<Rendition> largestTaken(List<Rendition> renditions) {
    return renditions.stream().filter(rendition -> objection(rendition).isEmpty()).max(BY_AREA);
  }

  /** Why no rendition is taken, for the uploader: what is wrong with the largest. */
  static String whyNone(List<Rendition> renditions) {
    return "There are no labels: "
        + renditions.stream().max(BY_AREA).flatMap(LabellingLimits::objection).orElseThrow();
  }

  private static Optional<String> objection(Rendition rendition) {
    int shorter = Math.min(rendition.width(), rendition.height());
    int longer = Math.max(rendition.width(), rendition.height());
    if (shorter < SMALLEST_SIDE) {
      return Optional.of(has(rendition) + "needs %d px a side.".formatted(SMALLEST_SIDE));
    }
    if (longer > LARGEST_SIDE) {
      return Optional.of(has(rendition) + "takes %d px a side at most.".formatted(LARGEST_SIDE));
    }
    if (rendition.bytes() > MOST_BYTES) {
      return Optional.of(
          "the picture has %s, and labelling takes %s at most."
              .formatted(FileSize.of(rendition.bytes()), FileSize.of(MOST_BYTES)));
    }
    return CONTENT_TYPES.contains(rendition.contentType())
        ? Optional.empty()
        : Optional.of("the picture is " + rendition.contentType() + ", which is not labelled.");
  }

  private static String has(Rendition rendition) {
    return "the picture has %d × %d px, and labelling "
        .formatted(rendition.width(), rendition.height());
  }
}
