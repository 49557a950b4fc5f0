package dev.darkroom.client.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A file that its owner alone can read, and that is never half written. */
public final class PrivateFile {
  private static final FileAttribute<?> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PrivateFile() {}

  /** What a file holds, or nothing when there is none. */
  public static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Opens a file, made with its folder when there is none. */
  public static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
    makeFolder(file);
    return FileChannel.open(file, Set.of(options), OWNER_FILE);
  }

  /** Puts other bytes in a file's place: who reads it finds the old ones or the new ones. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    makeFolder(file);
    Path next = Files.createTempFile(folder(file), file.getFileName() + ".", ".next", OWNER_FILE);
    try {
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true); // A crash must not leave an empty file under the final name.
      }
      move(next, file);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("The file system of " + to + " cannot replace a file at once.", e);
    }
  }

  private static void makeFolder(Path file) throws IOException {
    if (!Files.isDirectory(folder(file))) {
      Files.createDirectories(folder(file), OWNER_FOLDER);
    }
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().getParent();
  }
}
