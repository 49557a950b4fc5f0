package dev.darkroom.local.sweep;

import java.util.List;

/** 6. */
final class CompletesWhenRedriven implements Invariant {

  @Override
  public String sentence() {
    return "6. after its redrive a FAILED job completes, once what went wrong is mended";
  }

  @Override
  public List<String> violations(Ended job) {
    boolean failed = job.run().history().contains("publishes FAILED");
    return failed && !job.run().history().contains("redrive: ")
        ? List.of("it failed, and was not redriven")
        : List.of();
  }
}
