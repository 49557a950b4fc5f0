package dev.darkroom.imaging.format;

import java.util.ArrayList;
import java.util.List;

/** Pieces of a file, and pieces put between them, that are joined to a new one. */
final class Slices {
  private final byte[] file;
  private final List<Slice> slices = new ArrayList<>();

  Slices(byte[] file) {
    this.file = file;
  }

  Slices put(byte[] piece) {
    slices.add(new Slice(piece, 0, piece.length));
    return this;
  }

  Slices putFirst(byte[] piece) {
    slices.add(0, new Slice(piece, 0, piece.length));
    return this;
  }

  /** Takes bytes of the file, as many of them as there are. */
  Slices take(long from, long to) {
    int end = (int) Math.min(to, file.length);
    if (from < end) {
      Slice last = slices.isEmpty() ? null : slices.get(slices.size() - 1);
      boolean adjoins = last != null && last.bytes == file && last.end == from;
      int start = adjoins ? slices.remove(slices.size() - 1).from : (int) from;
      slices.add(new Slice(file, start, end));
    }
    return this;
  }

  /** The pieces in one; the file itself when they are all of it. */
  byte[] join() {
    if (slices.equals(List.of(new Slice(file, 0, file.length)))) {
      return file;
    }
    byte[] joined = new byte[slices.stream().mapToInt(slice -> slice.end - slice.from).sum()];
    int at = 0;
    for (Slice slice : slices) {
      System.arraycopy(slice.bytes, slice.from, joined, at, slice.end - slice.from);
      at += slice.end - slice.from;
    }
    return joined;
  }

  private record Slice(byte[] bytes, int from, int end) {}
}
