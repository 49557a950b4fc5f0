package dev.darkroom.bench.photos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A picture with a free licence in a Debian package.
 *
 * @param debianPackage which holds it
 * @param path in the package
 * @param licence as the package's copyright file says
 * @param author likewise
 */
record CatalogueEntry(
    SourceFormat format,
    String name,
    String debianPackage,
    String path,
    String licence,
    String author) {

  static List<CatalogueEntry> all() throws IOException {
    try (InputStream in =
            CatalogueEntry.class.getResourceAsStream("/dev/darkroom/bench/photos.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(CatalogueEntry::of).toList();
    }
  }

  private static CatalogueEntry of(String line) {
    String[] fields = line.split("\t");
    return new CatalogueEntry(
        SourceFormat.valueOf(fields[0]), fields[1], fields[2], fields[3], fields[4], fields[5]);
  }

  String origin() {
    return author + ", " + licence + ", from " + debianPackage;
  }
}
