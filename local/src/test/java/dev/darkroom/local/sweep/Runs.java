package dev.darkroom.local.sweep;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The runs by their jobs' ids, which are in all that is said about a job. */
final class Runs {
  private static final Pattern JOB_ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");

  private final Map<String, Run> byJob = new ConcurrentHashMap<>();

  void add(Run run) {
    byJob.put(run.jobId(), run);
  }

  /** The run that a text is about. */
  Optional<Run> about(String text) {
    return JOB_ID
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(byJob::get)
        .filter(run -> run != null)
        .findFirst();
  }
}
