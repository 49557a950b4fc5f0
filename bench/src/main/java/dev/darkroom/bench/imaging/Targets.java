package dev.darkroom.bench.imaging;

import dev.darkroom.bench.photos.TestPattern;
import dev.darkroom.bench.report.MarkdownTable;
import dev.darkroom.bench.ways.DefaultSizes;
import dev.darkroom.bench.ways.Way;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** What Darkroom is to reach on JPEG photos, and whether it does. */
final class Targets {
  private static final double OF_SHARP = 0.5;
  private static final double OF_TUTORIALS = 0.2;
  private static final double LIKENESS_BEHIND = 0.005;
  private static final double BYTES_OFF = 0.05;

  /** A standard deviation, in levels of 255, that nobody sees. */
  private static final double LEVELS = 2;

  private final MarkdownTable table =
      MarkdownTable.ofFigures(List.of("target", "limit", "measured", "met"));

  static String table(BiFunction<Way, Way, Comparison> compare, Aliasing aliasing) {
    Targets targets = new Targets();
    Comparison sharp = compare.apply(Way.DARKROOM, Way.SHARP);
    targets.speed("sharp", sharp, OF_SHARP);
    targets.speed("ImageIO + imgscalr", compare.apply(Way.DARKROOM, Way.TUTORIAL), OF_TUTORIALS);
    for (int edge : DefaultSizes.LONG_EDGES) {
      double ahead = sharp.likenessAhead(edge);
      targets.row(
          "likeness at " + edge + " px, mean SSIM beside sharp's",
          "≥ −0.005",
          number("%+.4f", ahead),
          ahead,
          ahead >= -LIKENESS_BEHIND);
    }
    for (int edge : DefaultSizes.LONG_EDGES) {
      double ratio = sharp.ratioOfBytes(edge);
      targets.row(
          "bytes at " + edge + " px ÷ sharp's",
          "0.95–1.05",
          number("%.3f", ratio),
          ratio,
          Math.abs(ratio - 1) <= BYTES_OFF);
    }
    targets.aliasing(aliasing);
    return targets.table.toString();
  }

  private void speed(String peer, Comparison comparison, double limit) {
    String atMost = "≤ " + limit;
    double median = comparison.medianOfRatios();
    row(
        "CPU time ÷ " + peer + "'s, median of ratios",
        atMost,
        number("%.2f", median),
        median,
        median <= limit);
    double sums = comparison.ratioOfSums();
    row(
        "CPU time ÷ " + peer + "'s, ratio of sums",
        atMost,
        number("%.2f", sums),
        sums,
        sums <= limit);
  }

  private void aliasing(Aliasing aliasing) {
    double most = Double.NaN;
    for (TestPattern.Kind kind : TestPattern.Kind.values()) {
      Double left = aliasing.of(Way.DARKROOM, kind);
      if (left != null) {
        double above = left - aliasing.reference(kind);
        most = Double.isNaN(most) ? above : Math.max(most, above);
      }
    }
    row(
        "aliasing at 160 px above the reference's, levels of 255",
        "≤ 2",
        number("%.2f", most),
        most,
        most <= LEVELS);
  }

  private void row(String target, String limit, String shown, double measured, boolean met) {
    String verdict = Double.isNaN(measured) ? "not measured" : met ? "yes" : "**no**";
    table.row(List.of(target, limit, shown, verdict));
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value).replace('-', '−');
  }
}
