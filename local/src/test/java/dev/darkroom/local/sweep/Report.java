package dev.darkroom.local.sweep;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells what was swept, and what came of it. */
final class Report {
  private static final String ROW = "%-55s %6s %7s %7s %7s %7s%n";

  private final Map<Scenario, List<RecordedCall>> calls = new EnumMap<>(Scenario.class);
  private final long start = System.nanoTime();

  /** Notes which calls of a scenario are to go wrong. */
  void plans(Scenario scenario, List<RecordedCall> recorded) {
    calls.put(scenario, recorded);
  }

  /** The runs that do not hold what they must, each with all that is known of it. */
  static List<String> failures(List<Sweep.Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> !verdict.violations().isEmpty())
        .map(Report::text)
        .toList();
  }

  void print(List<Sweep.Verdict> verdicts, List<String> others) {
    StringBuilder text = new StringBuilder(System.lineSeparator());
    text.append(ROW.formatted("scenario", "calls", "faults", "runs", "passed", "failed"));
    int[] total = new int[4];
    calls.forEach(
        (scenario, recorded) -> {
          List<Sweep.Verdict> its =
              verdicts.stream()
                  .filter(verdict -> verdict.made().scenario() == scenario)
                  .filter(verdict -> recorded.isEmpty() || !verdict.made().faults().isEmpty())
                  .toList();
          int failed = (int) its.stream().filter(each -> !each.violations().isEmpty()).count();
          int faults = recorded.isEmpty() ? 0 : its.size() / recorded.size();
          text.append(
              ROW.formatted(
                  scenario, recorded.size(), faults, its.size(), its.size() - failed, failed));
          total[0] += recorded.size();
          total[1] += its.size();
          total[2] += its.size() - failed;
          total[3] += failed;
        });
    text.append(ROW.formatted("total", total[0], "", total[1], total[2], total[3]));
    text.append("%d s%n".formatted((System.nanoTime() - start) / 1_000_000_000));
    calls.forEach(
        (scenario, recorded) -> {
          text.append("%n%s%n".formatted(scenario));
          recorded.forEach(
              call ->
                  text.append(
                      "  %-14s %2d  %s%n"
                          .formatted(
                              call.call().function(), call.call().number(), call.operation())));
        });
    List<String> failures = new ArrayList<>(failures(verdicts));
    others.forEach(other -> failures.add(OthersAreUntouched.SENTENCE + ": " + other));
    failures.forEach(failure -> text.append("%n%s%n".formatted(failure)));
    System.out.println(text);
  }

  private static String text(Sweep.Verdict verdict) {
    return verdict.made().run()
        + "\n  "
        + String.join("\n  ", verdict.violations())
        + "\n  What was seen:\n    "
        + verdict.made().run().history();
  }
}
