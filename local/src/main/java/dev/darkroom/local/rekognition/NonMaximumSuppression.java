package dev.darkroom.local.rekognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the best of the boxes that lie on the same object. Boxes of one class at a time. */
final class NonMaximumSuppression {
  private final double maxOverlap;
  private final int maxKept;

  /**
   * @param maxOverlap intersection over union, 0–1, above which the lower score goes
   * @param maxKept how many boxes to keep at most
   */
  NonMaximumSuppression(double maxOverlap, int maxKept) {
    this.maxOverlap = maxOverlap;
    this.maxKept = maxKept;
  }

  /** The boxes that stay, best first. */
  List<Detection> keep(List<Detection> candidates) {
    var kept = new ArrayList<Detection>();
    candidates.stream()
        .sorted(Comparator.comparingDouble(Detection::score).reversed())
        .forEach(
            candidate -> {
              if (kept.size() < maxKept && kept.stream().noneMatch(k -> covers(k, candidate))) {
                kept.add(candidate);
              }
            });
    return List.copyOf(kept);
  }

  private boolean covers(Detection better, Detection candidate) {
    return better.box().intersectionOverUnion(candidate.box()) > maxOverlap;
  }
}
