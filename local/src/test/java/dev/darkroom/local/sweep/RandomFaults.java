package dev.darkroom.local.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong in one run of the random mode; of one seed always the same, as long as the
 * pipeline makes the same calls.
 */
record RandomFaults(long seed, Scenario scenario, List<Fault> faults, List<EventChange> changes) {

  /**
   * Draws two or three faults, and what becomes of events.
   *
   * @param calls those that undisturbed runs make
   */
  static RandomFaults of(long seed, List<Scenario> scenarios, List<RecordedCall> calls) {
    Random random = new Random(seed);
    Scenario scenario = drawn(random, scenarios);
    List<Call> possible = calls.stream().map(RecordedCall::call).toList();
    List<Fault> faults = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      Call call = drawn(random, possible);
      Kind kind = drawn(random, List.of(Kind.values()));
      boolean lasting = random.nextInt(4) == 0 && kind != Kind.TIMEOUT_AFTER;
      faults.add(new Fault(call.function(), call.number(), kind, lasting));
    }
    List<EventChange> changes = new ArrayList<>();
    for (EventChange.Which which : EventChange.Which.values()) {
      EventChange.What what = drawn(random, List.of(EventChange.What.values()));
      // S3's events come at least once: they may be late, and come twice, but are not lost.
      boolean mayBe = which == EventChange.Which.FAILURE || what != EventChange.What.LOST;
      if (random.nextBoolean() && mayBe) {
        changes.add(new EventChange(which, what));
      }
    }
    return new RandomFaults(seed, scenario, faults, changes);
  }

  private static <T> T drawn(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  @Override
  public String toString() {
    return "seed " + seed + ": " + scenario + "; " + faults + " " + changes;
  }
}
