package dev.darkroom.bench.ways;

import dev.darkroom.bench.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts the workers of a run, one for each way, and notes which could not be started. */
public final class Peers implements AutoCloseable {
  private final Folders folders;
  private final Map<Way, Worker> workers = new EnumMap<>(Way.class);
  private final List<String> missing = new ArrayList<>();
  private SharpInstallation sharp;

  private Peers(Folders folders) {
    this.folders = folders;
  }

  public static Peers start(Set<Way> ways, Folders folders) throws IOException {
    Peers peers = new Peers(folders);
    for (Way way : ways) {
      try {
        peers.workers.put(way, peers.started(way));
      } catch (IOException e) {
        peers.missing.add(way.title() + ": " + e.getMessage());
      }
    }
    return peers;
  }

  private Worker started(Way way) throws IOException {
    Path log = folders.peers("logs").resolve(way + ".log");
    return Worker.start(way.isSharp() ? sharp().command(way) : JavaCommand.of(way), log);
  }

  private SharpInstallation sharp() throws IOException {
    if (sharp == null) {
      sharp = SharpInstallation.of(folders);
    }
    return sharp;
  }

  /** The workers that run. */
  public Map<Way, Worker> workers() {
    return workers;
  }

  /** What is not there, and why. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  @Override
  public void close() {
    workers.values().forEach(Worker::close);
  }
}
