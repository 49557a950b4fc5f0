package dev.darkroom.client.photos;

import dev.darkroom.client.api.Installation;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a user named: those that can be sent, and those that cannot, each with the reason.
 * A file that is named twice is one.
 */
public final class Photos {
  private final Installation installation;
  private final Map<Path, Photo> found = new LinkedHashMap<>();
  private final Map<Path, String> refused = new LinkedHashMap<>();

  private Photos(Installation installation) {
    this.installation = installation;
  }

  /**
   * Looks at each file. Folders are walked, in the order of names; files and folders in them whose
   * names begin with a dot are passed over.
   */
  public static Photos of(List<Path> named, Installation installation) {
    Photos photos = new Photos(installation);
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        photos.walk(path);
      } else {
        photos.look(path);
      }
    }
    return photos;
  }

  /** What can be sent, in the order in which it was named. */
  public List<Photo> found() {
    return List.copyOf(found.values());
  }

  /** What cannot be sent, with the reason. */
  public Map<Path, String> refused() {
    return Collections.unmodifiableMap(refused);
  }

  private void walk(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Walk(folder, files));
    } catch (IOException e) {
      refused.put(folder, "It cannot be read: " + e);
    }
    files.stream().sorted().forEach(this::look);
  }

  private void look(Path path) {
    if (found.containsKey(path)) {
      return;
    }
    try {
      Optional<String> objection = objection(path);
      if (objection.isPresent()) {
        refused.put(path, objection.get());
        return;
      }
      Optional<String> type = ContentType.of(path).filter(installation.contentTypes()::contains);
      if (type.isPresent()) {
        FileTime modified = Files.getLastModifiedTime(path);
        found.put(path, new Photo(path, type.get(), Files.size(path), modified));
      } else {
        refused.put(path, "It is no picture of a type that is taken: " + types() + ".");
      }
    } catch (IOException e) {
      refused.put(path, "It cannot be read: " + e);
    }
  }

  private Optional<String> objection(Path path) throws IOException {
    if (!Files.exists(path)) {
      return Optional.of("There is no such file.");
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      return Optional.of("It is no file that can be read.");
    }
    long bytes = Files.size(path);
    if (bytes == 0) {
      return Optional.of("It is empty.");
    }
    if (bytes > installation.maximumBytes()) {
      return Optional.of(
          "It has %d bytes; %d are taken.".formatted(bytes, installation.maximumBytes()));
    }
    return Optional.empty();
  }

  private String types() {
    return String.join(", ", installation.contentTypes().stream().sorted().toList());
  }

  /** Collects the files below a folder. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> files;

    Walk(Path top, List<Path> files) {
      this.top = top;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean passed = !folder.equals(top) && isHidden(folder);
      return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && !Files.isDirectory(file)) { // Links to folders are not followed.
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      refused.put(path, "It cannot be read: " + failure);
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}
