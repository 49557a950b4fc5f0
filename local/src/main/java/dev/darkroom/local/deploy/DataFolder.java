package dev.darkroom.local.deploy;

import dev.darkroom.local.journal.Outbox;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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

  /** Where executions are journalled. */
  Path executions() {
    return folder.resolve("executions");
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
