package dev.darkroom.local.sweep;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What can go wrong with the calls by which ReconcileJobs settles a job. In a cloud of its own: it
 * looks at all jobs that there are.
 */
@Tag("sweep")
class ReconciliationSweepIT {

  @Test
  void whateverGoesWrongWithOneCallEndsWell() throws Exception {
    new FaultSweep(EnumSet.of(Scenario.LOST_EVENT, Scenario.UNCLAIMED)).run();
  }
}
