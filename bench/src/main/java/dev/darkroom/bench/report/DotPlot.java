package dev.darkroom.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plot with a row for each thing and a dot for each series in it, on a logarithmic axis. */
public final class DotPlot {
  private static final int WIDTH = 900;
  private static final int LEFT = 230;
  private static final int RIGHT = 30;
  private static final int TOP = 70;
  private static final int ROW = 22;
  private static final int RADIUS = 5;

  /** Told apart also by those who do not see all colours (Okabe and Ito). */
  private static final List<String> COLOURS =
      List.of("#D55E00", "#E69F00", "#0072B2", "#56B4E9", "#444444", "#009E73", "#CC79A7");

  private final String title;
  private final String axis;
  private final List<String> series;
  private final Map<String, List<Double>> rows = new LinkedHashMap<>();

  /**
   * Begins a plot.
   *
   * @param axis what the values are, with their unit
   * @param series at most 7, in the order of a row's values
   */
  public DotPlot(String title, String axis, List<String> series) {
    if (series.size() > COLOURS.size()) {
      throw new IllegalArgumentException("There are colours for " + COLOURS.size() + " series.");
    }
    this.title = title;
    this.axis = axis;
    this.series = List.copyOf(series);
  }

  /**
   * Adds a row.
   *
   * @param values above 0, or NaN where there is none
   */
  public void row(String label, List<Double> values) {
    if (values.size() != series.size()) {
      throw new IllegalArgumentException(values + " does not fit " + series);
    }
    rows.put(label, List.copyOf(values));
  }

  /** The plot as an SVG document. */
  public String toSvg() {
    double low = Math.pow(10, Math.floor(Math.log10(smallest())));
    double high = Math.pow(10, Math.ceil(Math.log10(largest())));
    int bottom = TOP + ROW * rows.size();
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-size=\"12\""
                + " font-family=\"sans-serif\" fill=\"#222222\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#FFFFFF\"/>%n",
            WIDTH,
            bottom + 60));
    svg.append(text(LEFT, 22, "start", " font-size=\"15\" font-weight=\"bold\"", title));
    legend(svg);
    grid(svg, low, high, bottom);
    int y = TOP + ROW / 2;
    for (Map.Entry<String, List<Double>> row : rows.entrySet()) {
      svg.append(text(LEFT - 12, y + 4, "end", "", row.getKey()));
      dots(svg, row.getValue(), y, low, high);
      y += ROW;
    }
    svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, bottom + 45, "middle", "", axis));
    return svg.append("</svg>\n").toString();
  }

  private double smallest() {
    return finite().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private double largest() {
    return finite().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private List<Double> finite() {
    List<Double> values = new ArrayList<>();
    rows.values().forEach(values::addAll);
    values.removeIf(value -> value.isNaN());
    return values;
  }

  private void legend(StringBuilder svg) {
    double x = LEFT;
    for (int i = 0; i < series.size(); i++) {
      svg.append(circle(x + RADIUS, 46, COLOURS.get(i)));
      svg.append(text(x + 15, 50, "start", "", series.get(i)));
      x += 35 + 6.6 * series.get(i).length();
    }
  }

  private static void grid(StringBuilder svg, double low, double high, int bottom) {
    for (double decade = low; decade <= high * 1.001; decade *= 10) {
      for (int step : decade < high * 0.999 ? new int[] {1, 2, 5} : new int[] {1}) {
        double x = x(decade * step, low, high);
        svg.append(
            String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\"/>%n",
                x,
                x,
                TOP,
                bottom,
                step == 1 ? "#BBBBBB" : "#E4E4E4"));
        String label = String.format(Locale.ROOT, "%,.0f", decade * step);
        svg.append(text(x, bottom + 18, "middle", "", label));
      }
    }
  }

  private static void dots(StringBuilder svg, List<Double> values, int y, double low, double high) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#E4E4E4\"/>%n",
            LEFT,
            WIDTH - RIGHT,
            y,
            y));
    // The first series is drawn last, above the others.
    for (int i = values.size() - 1; i >= 0; i--) {
      if (!values.get(i).isNaN()) {
        svg.append(circle(x(values.get(i), low, high), y, COLOURS.get(i)));
      }
    }
  }

  private static double x(double value, double low, double high) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(value / low) / Math.log(high / low);
  }

  private static String circle(double x, int y, String colour) {
    return String.format(
        Locale.ROOT,
        "<circle cx=\"%.1f\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>%n",
        x,
        y,
        RADIUS,
        colour);
  }

  private static String text(double x, int y, String anchor, String style, String words) {
    String escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\"%s>%s</text>%n",
        x,
        y,
        anchor,
        style,
        escaped);
  }
}
