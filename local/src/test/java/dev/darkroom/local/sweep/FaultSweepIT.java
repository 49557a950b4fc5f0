package dev.darkroom.local.sweep;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can go wrong with the calls of the steps and of RecordFailure. */
@Tag("sweep")
class FaultSweepIT {

  @Test
  void whateverGoesWrongWithOneCallEndsWell() throws Exception {
    EnumSet<Scenario> scenarios = EnumSet.allOf(Scenario.class);
    scenarios.removeIf(Scenario::reconcilesAtOnce);
    new FaultSweep(scenarios).run();
  }
}
