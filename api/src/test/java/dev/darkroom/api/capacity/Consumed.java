package dev.darkroom.api.capacity;

/**
 * Capacity that calls of DynamoDB used.
 *
 * @param reads read request units
 * @param writes write request units, those of the indexes included
 */
public record Consumed(double reads, double writes) {
  static final Consumed NOTHING = new Consumed(0, 0);

  Consumed plus(Consumed more) {
    return new Consumed(reads + more.reads, writes + more.writes);
  }
}
