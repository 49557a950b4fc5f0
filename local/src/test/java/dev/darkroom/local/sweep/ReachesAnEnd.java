package dev.darkroom.local.sweep;

import java.util.List;

/** 1. */
final class ReachesAnEnd implements Invariant {

  @Override
  public String sentence() {
    return "1. the job reaches a final status, the right one";
  }

  @Override
  public List<String> violations(Ended job) {
    String status = job.status();
    boolean right =
        switch (job.scenario().end()) {
          case COMPLETED, REJECTED -> status.equals(job.scenario().end().name());
          case DELETED -> job.item().containsKey("deletedAt");
        };
    if (!right) {
      return List.of("it should be " + job.scenario().end() + ", and is " + job.item());
    }
    return job.item().containsKey("inFlight")
        ? List.of("it still counts as in flight: " + job.item())
        : List.of();
  }
}
