package dev.darkroom.local.sweep;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What can go wrong with the calls of ReconcileJobs. In a cloud of its own: it looks at all jobs
 * that there are.
 */
@Tag("sweep")
class ReconciliationSweepIT {
  static final EnumSet<Scenario> SCENARIOS =
      EnumSet.of(Scenario.LOST_EVENT, Scenario.UNCLAIMED, Scenario.BROKEN_OFF);

  @Test
  void whateverGoesWrongWithOneCallEndsWell() throws Exception {
    new FaultSweep(SCENARIOS).run();
  }
}
