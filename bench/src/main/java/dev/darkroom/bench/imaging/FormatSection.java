package dev.darkroom.bench.imaging;

import dev.darkroom.bench.Statistics;
import dev.darkroom.bench.photos.Photo;
import dev.darkroom.bench.photos.SourceFormat;
import dev.darkroom.bench.report.MarkdownTable;
import dev.darkroom.bench.ways.DefaultSizes;
import dev.darkroom.bench.ways.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The tables of one format of sources. */
final class FormatSection {
  private final SourceFormat format;
  private final List<Photo> photos;
  private final List<Way> ways;
  private final Timings timings;
  private final Outputs outputs;

  FormatSection(
      SourceFormat format, List<Photo> photos, List<Way> ways, Timings timings, Outputs outputs) {
    this.format = format;
    this.photos = photos.stream().filter(photo -> photo.format() == format).toList();
    this.ways = ways;
    this.timings = timings;
    this.outputs = outputs;
  }

  @Override
  public String toString() {
    if (photos.isEmpty()) {
      return "";
    }
    return String.join(
        "\n",
        "## " + format.title() + " sources",
        "",
        "CPU time for the three renditions, in ms:",
        "",
        times().toString(),
        failures(),
        "Likeness to the reference, mean SSIM of luma over the photos; in parentheses the mean"
            + " difference to sharp's, then that of the worst photo:",
        "",
        likeness().toString(),
        sideways(),
        "Bytes of all renditions ÷ those of sharp:",
        "",
        bytes().toString());
  }

  private MarkdownTable times() {
    MarkdownTable table = MarkdownTable.ofFigures(titles("photo", "MP"));
    for (Photo photo : photos) {
      List<String> cells = new ArrayList<>();
      cells.add(photo.name());
      cells.add(number("%.1f", photo.megapixels()));
      ways.forEach(way -> cells.add(time(way, photo)));
      table.row(cells);
    }
    ratios(table, "÷ sharp, median of ratios", Comparison::medianOfRatios);
    ratios(table, "÷ sharp, ratio of sums", Comparison::ratioOfSums);
    ratios(table, "÷ sharp, ratio of sums of means", Comparison::ratioOfMeans);
    return table;
  }

  private String time(Way way, Photo photo) {
    return timings.has(way, photo) ? number("%.0f", timings.median(way, photo)) : "–";
  }

  private void ratios(MarkdownTable table, String title, ToDoubleFunction<Comparison> ratio) {
    List<String> cells = new ArrayList<>(List.of(title, ""));
    ways.forEach(way -> cells.add(number("%.2f", ratio.applyAsDouble(besideSharp(way)))));
    table.row(cells);
  }

  private String failures() {
    StringBuilder text = new StringBuilder();
    for (Way way : ways) {
      TreeSet<String> reasons = new TreeSet<>();
      photos.stream()
          .map(photo -> timings.failure(way, photo))
          .filter(Objects::nonNull)
          .forEach(reasons::add);
      if (!reasons.isEmpty()) {
        text.append("- ").append(way.title()).append(" could not: ");
        text.append(String.join("; ", reasons)).append('\n');
      }
    }
    return text.toString();
  }

  private String sideways() {
    StringBuilder text = new StringBuilder();
    int largest = DefaultSizes.LONG_EDGES.get(0);
    for (Way way : ways) {
      List<String> names =
          photos.stream()
              .filter(photo -> outputs.of(way, photo, largest) != null)
              .filter(photo -> Double.isNaN(outputs.of(way, photo, largest).likeness()))
              .map(Photo::name)
              .toList();
      if (!names.isEmpty()) {
        text.append("- ").append(way.title()).append(" makes renditions of another size of ");
        text.append(String.join(", ", names)).append(": they are not upright\n");
      }
    }
    return text.toString();
  }

  private MarkdownTable likeness() {
    MarkdownTable table = MarkdownTable.ofFigures(titles("px"));
    for (int edge : DefaultSizes.LONG_EDGES) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(edge));
      ways.forEach(way -> cells.add(likeness(way, edge)));
      table.row(cells);
    }
    return table;
  }

  private String likeness(Way way, int edge) {
    List<Double> values =
        photos.stream()
            .map(photo -> outputs.of(way, photo, edge))
            .filter(output -> output != null && !Double.isNaN(output.likeness()))
            .map(Output::likeness)
            .toList();
    if (values.isEmpty()) {
      return "–";
    }
    String mean = number("%.4f", Statistics.mean(values));
    Comparison comparison = besideSharp(way);
    return way == Way.SHARP || Double.isNaN(comparison.likenessAhead(edge))
        ? mean
        : mean
            + " ("
            + number("%+.4f", comparison.likenessAhead(edge))
            + ", "
            + number("%+.4f", comparison.leastLikenessAhead(edge))
            + ")";
  }

  private MarkdownTable bytes() {
    MarkdownTable table = MarkdownTable.ofFigures(titles("px"));
    for (int edge : DefaultSizes.LONG_EDGES) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(edge));
      ways.forEach(way -> cells.add(number("%.3f", besideSharp(way).ratioOfBytes(edge))));
      table.row(cells);
    }
    return table;
  }

  private Comparison besideSharp(Way way) {
    return new Comparison(timings, outputs, photos, way, Way.SHARP);
  }

  private List<String> titles(String... first) {
    List<String> titles = new ArrayList<>(List.of(first));
    ways.forEach(way -> titles.add(way.title()));
    return titles;
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value).replace('-', '−');
  }
}
