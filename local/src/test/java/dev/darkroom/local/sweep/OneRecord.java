package dev.darkroom.local.sweep;

import java.util.List;

/** 4. */
final class OneRecord implements Invariant {

  @Override
  public String sentence() {
    return "4. there is exactly one final record";
  }

  @Override
  public List<String> violations(Ended job) {
    List<String> jobs =
        job.has().items().stream()
            .map(item -> item.get("SK").s())
            .filter(key -> key.startsWith("JOB#"))
            .toList();
    return jobs.size() == 1 ? List.of() : List.of("the owner's jobs are " + jobs);
  }
}
