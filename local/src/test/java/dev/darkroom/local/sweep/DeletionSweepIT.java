package dev.darkroom.local.sweep;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can go wrong with the calls by which ReconcileJobs finishes a deletion. */
@Tag("sweep")
class DeletionSweepIT {

  @Test
  void whateverGoesWrongWithOneCallEndsWell() throws Exception {
    new FaultSweep(EnumSet.of(Scenario.BROKEN_OFF)).run();
  }
}
