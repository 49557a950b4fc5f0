package dev.darkroom.local.rekognition;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The colours that cover most of a picture: each pixel counts for the CSS colour nearest to it in
 * CIELAB. Rekognition, too, answers with colours of the CSS palette; its shares may differ. About
 * 16 000 pixels on an even grid are looked at. Safe on many threads.
 */
final class DominantColors {
  private static final int MAX_SAMPLES_A_SIDE = 128;
  private static final double MIN_PERCENT = 1;

  /**
   * The share of one colour.
   *
   * @param pixelPercent of the pixels looked at, {@value #MIN_PERCENT}–100
   */
  record Share(CssColor color, double pixelPercent) {}

  private record Candidate(CssColor color, Lab lab) {}

  private final List<Candidate> palette =
      CssColor.all().stream().map(color -> new Candidate(color, Lab.ofRgb(color.rgb()))).toList();

  /**
   * Counts the colours in a part of a picture.
   *
   * @param most how many colours to give at most
   * @return the largest share first
   */
  List<Share> in(BufferedImage picture, Box part, int most) {
    Map<Integer, Integer> pixels = sample(picture, part);
    Map<CssColor, Integer> counts = new HashMap<>();
    pixels.forEach((rgb, count) -> counts.merge(nearest(rgb), count, Integer::sum));
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .map(entry -> new Share(entry.getKey(), 100.0 * entry.getValue() / total))
        .filter(share -> share.pixelPercent() >= MIN_PERCENT)
        .sorted(
            Comparator.comparingDouble(Share::pixelPercent)
                .reversed()
                .thenComparing(share -> share.color().name()))
        .limit(most)
        .toList();
  }

  private static Map<Integer, Integer> sample(BufferedImage picture, Box part) {
    int left = (int) (part.left() * picture.getWidth());
    int top = (int) (part.top() * picture.getHeight());
    int right = Math.min(picture.getWidth(), left + size(part.width(), picture.getWidth()));
    int bottom = Math.min(picture.getHeight(), top + size(part.height(), picture.getHeight()));
    int stepX = 1 + (right - left - 1) / MAX_SAMPLES_A_SIDE;
    int stepY = 1 + (bottom - top - 1) / MAX_SAMPLES_A_SIDE;
    Map<Integer, Integer> pixels = new HashMap<>();
    for (int y = top; y < bottom; y += stepY) {
      for (int x = left; x < right; x += stepX) {
        pixels.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    return pixels;
  }

  private static int size(double ratio, int side) {
    return Math.max(1, (int) Math.round(ratio * side));
  }

  private CssColor nearest(int rgb) {
    Lab lab = Lab.ofRgb(rgb);
    Candidate best = palette.get(0);
    double least = Double.MAX_VALUE;
    for (Candidate candidate : palette) {
      double distance = candidate.lab().squaredDistance(lab);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best.color();
  }
}
