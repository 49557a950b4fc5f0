package dev.darkroom.client.upload;

import java.util.ArrayList;
import java.util.List;

/**
 * Files that are announced together: as many as a call takes, but no more than are sent in some
 * minutes, since the URLs of all begin to run out when the call is answered.
 */
final class Batch {
  private static final long MOST_BYTES = 128L << 20;

  private final int mostFiles;
  private final List<Slot> slots = new ArrayList<>();

  Batch(int mostFiles) {
    this.mostFiles = mostFiles;
  }

  void add(Slot slot) {
    slots.add(slot);
  }

  boolean isFull() {
    return slots.size() >= mostFiles
        || slots.stream().mapToLong(slot -> slot.photo().bytes()).sum() >= MOST_BYTES;
  }

  /** What is in it; it is empty then. */
  List<Slot> take() {
    List<Slot> taken = List.copyOf(slots);
    slots.clear();
    return taken;
  }
}
