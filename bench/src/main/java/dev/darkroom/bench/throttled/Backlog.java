package dev.darkroom.bench.throttled;

import dev.darkroom.bench.Statistics;
import dev.darkroom.bench.cloud.LabelCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of the uploads.
 *
 * @param rate DetectLabels calls a second that Rekognition let through
 * @param calls of these uploads alone
 * @param cpu of the embedded cloud meanwhile
 */
record Backlog(double rate, List<Settled> jobs, LabelCalls calls, Effort effort, Duration cpu) {

  /** From the first accepted PUT to the last final status. */
  double totalSeconds() {
    Instant first = jobs.stream().map(job -> job.sent().acceptedAt()).sorted().findFirst().get();
    Instant last = jobs.stream().map(Settled::at).max(Instant::compareTo).orElseThrow();
    return Duration.between(first, last).toMillis() / 1000.0;
  }

  /** From the first accepted PUT to the last. */
  double sendingSeconds() {
    List<Instant> accepted = jobs.stream().map(job -> job.sent().acceptedAt()).sorted().toList();
    return Duration.between(accepted.get(0), accepted.get(accepted.size() - 1)).toMillis() / 1000.0;
  }

  /** With the quota used up at every moment. */
  double idealSeconds() {
    return jobs.size() / rate;
  }

  Map<String, Integer> statuses() {
    Map<String, Integer> counts = new TreeMap<>();
    jobs.forEach(job -> counts.merge(job.status(), 1, Integer::sum));
    return counts;
  }

  boolean allCompleted() {
    return statuses().keySet().equals(Set.of("COMPLETED"));
  }

  long waited() {
    return jobs.stream().filter(Settled::waited).count();
  }

  /** Of a job, in seconds from its accepted PUT. */
  double percentile(int percent) {
    return Statistics.percentile(jobs.stream().map(Settled::seconds).toList(), percent);
  }
}
