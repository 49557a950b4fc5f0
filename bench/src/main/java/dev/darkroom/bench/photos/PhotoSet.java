package dev.darkroom.bench.photos;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.ways.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gathers the pictures of a run, by format and then by size, and notes what could not be had. */
public final class PhotoSet {
  private final List<Photo> photos = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private PhotoSet() {}

  /** The pictures of a folder, and nothing besides. */
  public static PhotoSet ofFolder(Path folder) throws IOException {
    PhotoSet set = new PhotoSet();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = file.getFileName().toString();
        SourceFormat format = SourceFormat.ofName(name);
        if (format != null) {
          set.add(format, name.substring(0, name.lastIndexOf('.')), file, "given");
        }
      }
    }
    return set;
  }

  /**
   * The pictures of the catalogue, and those made of them.
   *
   * @param sharp which makes PNG and WebP files, or null when it is missing
   */
  public static PhotoSet ofCatalogue(Folders folders, Worker sharp) throws IOException {
    PhotoSet set = new PhotoSet();
    for (CatalogueEntry entry : CatalogueEntry.all()) {
      set.fetch(entry, folders);
    }
    for (MadePicture made : MadePicture.ALL) {
      set.make(made, folders, sharp);
    }
    return set;
  }

  private void fetch(CatalogueEntry entry, Folders folders) {
    try {
      Path file = DebianPackage.unpacked(entry.debianPackage(), folders).resolve(entry.path());
      if (!Files.isRegularFile(file)) {
        throw new IOException(entry.debianPackage() + " does not hold it in this version");
      }
      add(entry.format(), entry.name(), file, entry.origin());
    } catch (IOException e) {
      missing.add(entry.name() + " (" + entry.format().title() + "): " + e.getMessage());
    }
  }

  private void make(MadePicture made, Folders folders, Worker sharp) {
    try {
      Photo source =
          photos.stream()
              .filter(photo -> photo.name().equals(made.source()))
              .findFirst()
              .orElseThrow(() -> new IOException("there is no " + made.source()));
      Path file = folders.peers("made").resolve(made.fileName());
      if (!Files.exists(file)) {
        made.write(source.file(), file, sharp);
      }
      photos.add(
          new Photo(
              made.format(),
              made.name(),
              file,
              source.size(),
              made.how() + " of the JPEG " + source.name()));
    } catch (IOException e) {
      missing.add(made.name() + " (" + made.format().title() + "): " + e.getMessage());
    }
  }

  private void add(SourceFormat format, String name, Path file, String origin) throws IOException {
    photos.add(new Photo(format, name, file, StoredSize.of(file), origin));
  }

  /** From small to large. */
  public List<Photo> photos() {
    return photos.stream()
        .sorted(Comparator.comparing(Photo::format).thenComparingDouble(Photo::megapixels))
        .toList();
  }

  /** What is not there, and why. */
  public List<String> missing() {
    return List.copyOf(missing);
  }
}
