package dev.darkroom.local.deploy;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.darkroom.local.journal.Outbox;
import dev.darkroom.local.s3.Credentials;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that one cloud at a time keeps what it has, and what it has to do, in. */
final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel lockFile;

  private DataFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Makes the folder where it is missing, and takes it for this process.
   *
   * @throws IOException when another process has it, or it cannot be written to
   */
  static DataFolder take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = lockFile.tryLock();
    if (lock == null) {
      lockFile.close();
      throw new IOException(folder + " is in use by another up; stop that one, or name another.");
    }
    return new DataFolder(folder, lockFile);
  }

  Path objects() {
    return folder.resolve("s3");
  }

  Path tables() {
    return folder.resolve("dynamodb");
  }

  /**
   * The keys, made at the first start: URLs that were signed before a restart are good after it.
   * The file is its owner's only.
   */
  Credentials credentials() throws IOException {
    Path file = folder.resolve("secret-key");
    if (Files.exists(file)) {
      return Credentials.of(Files.readString(file));
    }
    Credentials made = Credentials.random();
    Path unfinished = folder.resolve("secret-key.tmp");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, made.secretAccessKey());
    Files.move(unfinished, file, ATOMIC_MOVE);
    return made;
  }

  /** Where executions keep their journals. */
  Path states() {
    return folder.resolve("states");
  }

  /** What is kept under a name, as {@code queues/NAME}. */
  Outbox outbox(String name) {
    return Outbox.in(folder.resolve(name));
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
