package dev.darkroom.bench.imaging;

import dev.darkroom.bench.photos.Photo;
import dev.darkroom.bench.photos.SourceFormat;
import dev.darkroom.bench.photos.TestPattern;
import dev.darkroom.bench.report.DotPlot;
import dev.darkroom.bench.report.MachineFacts;
import dev.darkroom.bench.report.MarkdownTable;
import dev.darkroom.bench.ways.Way;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run of the imaging benchmark as a Markdown file and a plot. */
record ImagingReport(
    String command,
    String versions,
    List<Photo> photos,
    List<Way> ways,
    Timings timings,
    Outputs outputs,
    Aliasing aliasing,
    List<String> missing) {
  private static final List<Way> PLOTTED =
      List.of(Way.DARKROOM, Way.DARKROOM_JAVA, Way.SHARP, Way.SHARP_CASCADE, Way.TUTORIAL);

  String toMarkdown() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Renditions: Darkroom and its peers\n\n");
    text.append("<!-- Written by the benchmark; the next run overwrites it. -->\n\n");
    text.append("Three renditions (1280, 480, 160 px, JPEG quality 80) of each photo. ");
    text.append("[README.md](README.md) tells what is measured, and how.\n\n");
    text.append("- ").append(MachineFacts.line()).append('\n');
    text.append("- ").append(versions).append('\n');
    text.append("- `").append(command).append("`\n\n");
    text.append("![CPU time a photo](imaging.svg)\n\n");
    text.append("## Targets\n\n");
    List<Photo> jpegs = photos.stream().filter(p -> p.format() == SourceFormat.JPEG).toList();
    text.append(
        Targets.table((way, peer) -> new Comparison(timings, outputs, jpegs, way, peer), aliasing));
    text.append('\n');
    for (SourceFormat format : SourceFormat.values()) {
      text.append(new FormatSection(format, photos, ways, timings, outputs)).append('\n');
    }
    text.append("## Aliasing\n\n");
    text.append("What is left at 160 px of patterns that are too fine for it: standard deviation");
    text.append(" of luma in levels of 255, the worst of several sizes and phases.\n\n");
    text.append(aliasingTable()).append('\n');
    text.append("## Photos\n\n").append(photoTable());
    if (!missing.isEmpty()) {
      text.append("\n## Not measured\n\n");
      missing.forEach(name -> text.append("- ").append(name).append('\n'));
    }
    // Parts may be empty.
    return text.toString().replaceAll("\n{3,}", "\n\n");
  }

  String toSvg() {
    List<Way> series = PLOTTED.stream().filter(ways::contains).toList();
    DotPlot plot =
        new DotPlot(
            "CPU time for three renditions of a JPEG",
            "ms, user and system, one thread (logarithmic)",
            series.stream().map(Way::title).toList());
    for (Photo photo : photos) {
      if (photo.format() == SourceFormat.JPEG) {
        plot.row(
            String.format(Locale.ROOT, "%s, %.1f MP", photo.name(), photo.megapixels()),
            series.stream()
                .map(w -> timings.has(w, photo) ? timings.median(w, photo) : Double.NaN)
                .toList());
      }
    }
    return plot.toSvg();
  }

  private MarkdownTable aliasingTable() {
    List<String> titles = new ArrayList<>(List.of("pattern", "Lanczos-3 reference"));
    ways.forEach(way -> titles.add(way.title()));
    MarkdownTable table = MarkdownTable.ofFigures(titles);
    for (TestPattern.Kind kind : TestPattern.Kind.values()) {
      List<String> cells = new ArrayList<>(List.of(kind.title(), levels(aliasing.reference(kind))));
      ways.forEach(way -> cells.add(levels(aliasing.of(way, kind))));
      table.row(cells);
    }
    return table;
  }

  private MarkdownTable photoTable() {
    MarkdownTable table = MarkdownTable.ofText(List.of("photo", "format", "size", "kB", "from"));
    for (Photo photo : photos) {
      table.row(
          List.of(
              photo.name(),
              photo.format().title(),
              photo.size().width() + " × " + photo.size().height(),
              Long.toString(photo.file().toFile().length() / 1000),
              photo.origin()));
    }
    return table;
  }

  private static String levels(Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }
}
