package dev.darkroom.local.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Each call that the runs of some scenarios make, with each thing that can go wrong with it: in the
 * end all is as it must be. Nothing is sampled.
 */
final class FaultSweep {
  private static final int AT_ONCE = 24;

  private final Collection<Scenario> scenarios;

  FaultSweep(Collection<Scenario> scenarios) {
    this.scenarios = scenarios;
  }

  void run() throws Exception {
    try (Sweep sweep = new Sweep(new Deployment())) {
      Report report = new Report();
      List<Sweep.Wanted> together = new ArrayList<>();
      List<Sweep.Wanted> alone = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        List<RecordedCall> calls = sweep.model(scenario);
        report.plans(scenario, calls);
        for (RecordedCall made : calls) {
          for (Fault fault : faults(scenario, made.call())) {
            // A run of ReconcileJobs sees all jobs; but several wait out their time-outs together.
            boolean byItself = scenario.reconcilesAtOnce() && fault.kind() != Kind.TIMEOUT_AFTER;
            (byItself ? alone : together).add(new Sweep.Wanted(scenario, fault));
          }
        }
      }
      sweep.makeAll(together, AT_ONCE);
      sweep.makeAll(alone, 1);
      List<Sweep.Verdict> verdicts = sweep.judge(true);
      List<String> others = sweep.changesOfOthers();
      report.print(verdicts, others);
      assertThat(Report.failures(verdicts)).isEmpty();
      assertThat(others).as(OthersAreUntouched.SENTENCE).isEmpty();
    }
  }

  /** What goes wrong with a call. ReconcileJobs' next run is its retry: nothing of it lasts. */
  private static List<Fault> faults(Scenario scenario, Call call) {
    List<Fault> faults = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      faults.add(new Fault(call.function(), call.number(), kind, false));
      if (kind != Kind.TIMEOUT_AFTER
          && !scenario.reconcilesAtOnce()) { // 8 s each time: too long to last.
        faults.add(new Fault(call.function(), call.number(), kind, true));
      }
    }
    String only = System.getProperty("sweep.only", "");
    faults.removeIf(fault -> !fault.toString().contains(only));
    return faults;
  }
}
