package dev.darkroom.local.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes runs, many at once, and judges them all when they are over. */
final class Sweep implements AutoCloseable {
  private static final List<Invariant> INVARIANTS =
      List.of(
          new ReachesAnEnd(),
          new RenditionsAreAsRecorded(),
          new NothingIsLeftOver(),
          new OneRecord(),
          new UploaderIsTold(),
          new CompletesWhenRedriven());

  private final Deployment deployed;
  private final AtomicInteger owners = new AtomicInteger();
  private final Map<Scenario, Made> models = new LinkedHashMap<>();
  private final List<Made> runs = new ArrayList<>();
  private final World.Belongings bystander;
  private final String bystanderName;

  /**
   * A run that was made.
   *
   * @param faults what was to go wrong
   */
  record Made(Scenario scenario, Run run, List<Fault> faults) {}

  /**
   * What is said of a run.
   *
   * @param violations what does not hold
   */
  record Verdict(Made made, List<String> violations) {}

  Sweep(Deployment deployed) throws Exception {
    this.deployed = deployed;
    Made other = make(Scenario.PHOTO, "somebody else", List.of(), List.of());
    this.bystanderName = other.run().owner();
    this.bystander = World.of(deployed).of(bystanderName);
  }

  /**
   * Runs a scenario with nothing wrong but what belongs to it, and gives the calls that it makes.
   */
  List<RecordedCall> model(Scenario scenario) throws Exception {
    Made model = make(scenario, scenario + ", undisturbed", List.of(), List.of());
    models.put(scenario, model);
    return scenario.tried(model.run().calls());
  }

  /** Makes a run with some faults; may be called on many threads. */
  Made make(Scenario scenario, String name, List<Fault> faults, List<EventChange> changes)
      throws Exception {
    List<Fault> all = new ArrayList<>(faults);
    scenario.brokenBy().ifPresent(all::add);
    List<EventChange> allChanges = new ArrayList<>(changes);
    allChanges.addAll(scenario.changes());
    Run run = new Run(name, "sweeper-" + owners.incrementAndGet(), all, allChanges);
    new Trial(deployed, scenario, run).go();
    return new Made(scenario, run, faults);
  }

  /** A run to make. */
  record Wanted(Scenario scenario, Fault fault) {}

  /**
   * Makes runs with one fault each, some at once. One that did not meet its fault, since the
   * ReconcileJobs of another run came first, is made again by itself.
   */
  void makeAll(List<Wanted> wanted, int atOnce) throws Exception {
    List<Wanted> unmet = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      Map<Wanted, Future<Made>> made = new LinkedHashMap<>();
      wanted.stream()
          .sorted(Comparator.comparingInt(each -> -patience(each.fault())))
          .forEach(each -> made.put(each, threads.submit(() -> make(each))));
      for (Map.Entry<Wanted, Future<Made>> each : made.entrySet()) {
        Made run = each.getValue().get();
        if (run.run().met(each.getKey().fault()) > 0) {
          runs.add(run);
        } else {
          unmet.add(each.getKey());
        }
      }
    } finally {
      threads.shutdownNow();
    }
    for (Wanted each : unmet) {
      runs.add(make(each));
    }
  }

  private Made make(Wanted wanted) throws Exception {
    return make(
        wanted.scenario(),
        wanted.scenario() + "; " + wanted.fault(),
        List.of(wanted.fault()),
        List.of());
  }

  /** Adds a run that was made to those that are judged. */
  void add(Made made) {
    runs.add(made);
  }

  /** Those that wait longest begin first. */
  private static int patience(Fault fault) {
    return (fault.kind() == Kind.TIMEOUT_AFTER ? 4 : 0)
        + (fault.kind() == Kind.THROTTLED ? 2 : 0)
        + (fault.lasting() ? 1 : 0);
  }

  /**
   * Judges all runs by what the world is like now.
   *
   * @param allMet whether a run that did not meet each of its faults has failed
   */
  List<Verdict> judge(boolean allMet) {
    World world = World.of(deployed);
    List<Verdict> verdicts = new ArrayList<>();
    Map<Scenario, Ended> ended = new LinkedHashMap<>();
    models.forEach(
        (scenario, made) -> {
          Ended model = ended(made, world, Optional.empty());
          ended.put(scenario, model);
          List<String> violations = violations(model);
          scenario
              .brokenBy()
              .filter(fault -> made.run().met(fault) == 0)
              .ifPresent(fault -> violations.add("0. nothing is broken by " + fault));
          verdicts.add(new Verdict(made, violations));
        });
    for (Made made : runs) {
      List<String> violations =
          violations(ended(made, world, Optional.ofNullable(ended.get(made.scenario()))));
      made.faults().stream()
          .filter(fault -> allMet && made.run().met(fault) == 0)
          .forEach(fault -> violations.add("0. the run does not meet its fault: " + fault));
      verdicts.add(new Verdict(made, violations));
    }
    return verdicts;
  }

  /** What changed of somebody who had nothing to do with all this. */
  List<String> changesOfOthers() {
    World world = World.of(deployed);
    List<String> found =
        new ArrayList<>(OthersAreUntouched.violations(bystander, world.of(bystanderName)));
    World.Belongings nobodys = world.of("");
    nobodys.originals().keySet().forEach(key -> found.add("an object of nobody: " + key));
    nobodys.renditions().keySet().forEach(key -> found.add("an object of nobody: " + key));
    return found;
  }

  private Ended ended(Made made, World world, Optional<Ended> model) {
    return new Ended(
        made.scenario(),
        made.run(),
        world.of(made.run()),
        deployed.messages().about(made.run().jobId()),
        model);
  }

  private static List<String> violations(Ended ended) {
    List<String> found = new ArrayList<>(ended.run().wrongs());
    for (Invariant invariant : INVARIANTS) {
      invariant
          .violations(ended)
          .forEach(violation -> found.add(invariant.sentence() + ": " + violation));
    }
    return found;
  }

  @Override
  public void close() {
    deployed.close();
  }
}
