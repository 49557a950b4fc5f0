package dev.darkroom.local.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** 3. */
final class NothingIsLeftOver implements Invariant {

  @Override
  public String sentence() {
    return "3. there is no rendition and no index entry without a job, and no count without an"
        + " entry";
  }

  @Override
  public List<String> violations(Ended job) {
    List<String> found = new ArrayList<>();
    Set<String> strays = new HashSet<>(job.has().renditions().keySet());
    job.renditions().forEach(rendition -> strays.remove(rendition.get("key").s()));
    if (!strays.isEmpty()) {
      found.add("renditions that no record names: " + strays);
    }
    if (job.scenario().end() == Scenario.End.DELETED && !job.has().originals().isEmpty()) {
      found.add("originals of a deleted image: " + job.has().originals().keySet());
    }
    if (job.model().isPresent()) {
      Map<String, String> expected = entries(job.model().get());
      Map<String, String> is = entries(job);
      if (!is.equals(expected)) {
        found.add("what is indexed should be " + expected + " and is " + is);
      }
    } else if (job.status().equals("COMPLETED") && entries(job).size() < 2) {
      found.add("nothing much is indexed of a completed job: " + entries(job));
    }
    return found;
  }

  /** All items but the job's own: entries of indices, counts and the album. */
  private static Map<String, String> entries(Ended job) {
    return job.has().items().stream()
        .filter(item -> !item.get("SK").s().equals("JOB#" + job.run().jobId()))
        // What was announced is counted by the hour: another hour, another key.
        .filter(item -> !item.get("PK").s().startsWith("LIMIT#"))
        .collect(
            Collectors.toMap(
                item -> own(item.get("PK").s() + " " + item.get("SK").s(), job.run()),
                NothingIsLeftOver::count,
                (one, other) -> one + " and " + other,
                TreeMap::new));
  }

  private static String count(Map<String, AttributeValue> item) {
    AttributeValue images = item.get("images");
    return images == null ? "" : images.n();
  }

  private static String own(String key, Run run) {
    return key.replace(run.jobId(), "JOB")
        .replace(run.owner(), "OWNER")
        .replace(run.albumId(), "ALBUM");
  }
}
