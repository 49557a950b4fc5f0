package dev.darkroom.local.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One job, the faults that it meets, and what was seen of it. Safe on many threads. */
final class Run {
  private final String name;
  private final String owner;
  private final List<Fault> faults = new ArrayList<>();
  private final List<EventChange> changes = new ArrayList<>();
  private final Map<String, Action> meanwhile = new HashMap<>();
  private final List<Fault> mended = new ArrayList<>();
  private final Map<Fault, Integer> met = new HashMap<>();
  private final List<RecordedCall> calls = new ArrayList<>();
  private final List<String> history = new ArrayList<>();
  private final Map<String, String> executions = new HashMap<>();
  private final Map<String, List<String>> invocations = new HashMap<>();
  private final Map<String, Integer> callsOf = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> killed = new HashSet<>();
  private final List<String> wrongs = new ArrayList<>();
  private String jobId;
  private String albumId;
  private long lastSign = System.nanoTime();

  /**
   * @param name for reports
   * @param owner whose photo it is; nobody else's in this JVM
   */
  Run(String name, String owner, List<Fault> faults, List<EventChange> changes) {
    this.changes.addAll(changes);
    this.name = name;
    this.owner = owner;
    this.faults.addAll(faults);
  }

  String name() {
    return name;
  }

  String owner() {
    return owner;
  }

  synchronized void is(String theJobId, String theAlbumId) {
    jobId = theJobId;
    albumId = theAlbumId;
  }

  synchronized String jobId() {
    return jobId;
  }

  synchronized String albumId() {
    return albumId;
  }

  /** A function is about to make a call. */
  synchronized Call begins(String function, String requestId) {
    List<String> all = invocations.computeIfAbsent(function, any -> new ArrayList<>());
    if (!all.contains(requestId)) {
      all.add(requestId);
    }
    int number = callsOf.merge(requestId, 1, Integer::sum);
    sign();
    return new Call(this, function, requestId, all.indexOf(requestId) + 1, number);
  }

  /** What goes wrong with a call, if anything does; a fault of one time is used up. */
  synchronized Optional<Fault> faultOf(Call call) {
    for (Fault fault : faults) {
      if (fault.meets(call)
          && !mended.contains(fault)
          && (fault.lasting() || !met.containsKey(fault))) {
        met.merge(fault, 1, Integer::sum);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** How often a fault was met. */
  synchronized int met(Fault fault) {
    return met.getOrDefault(fault, 0);
  }

  synchronized void mend(Fault fault) {
    if (fault.lasting() && !mended.contains(fault)) {
      mended.add(fault);
      note("mended: " + fault);
    }
  }

  synchronized List<Fault> unmended() {
    return faults.stream().filter(each -> each.lasting() && !mended.contains(each)).toList();
  }

  /** What becomes of the next event of a kind; each change is made once. */
  synchronized Optional<EventChange> changeOf(EventChange.Which which) {
    Optional<EventChange> change =
        changes.stream().filter(each -> each.which() == which).findFirst();
    change.ifPresent(changes::remove);
    return change;
  }

  synchronized void recorded(RecordedCall call) {
    calls.add(call);
    note(call.toString());
  }

  synchronized List<RecordedCall> calls() {
    return List.copyOf(calls);
  }

  /** Does something once, just before the first call that a function makes. */
  synchronized void meanwhile(String function, Action action) {
    meanwhile.put(function, action);
  }

  /** Something that a user does. */
  @FunctionalInterface
  interface Action {
    void act() throws Exception;
  }

  /** Does what is to be done before a call. */
  void before(Call call) {
    Action action;
    synchronized (this) {
      action = meanwhile.remove(call.function());
    }
    if (action != null) {
      note("meanwhile, before " + call);
      try {
        action.act();
      } catch (Exception e) {
        wrong("0. what is done meanwhile fails: " + e);
      }
    }
  }

  synchronized void isKilled(String requestId) {
    killed.add(requestId);
  }

  synchronized boolean wasKilled(String requestId) {
    return killed.contains(requestId);
  }

  synchronized void executionIs(String arn, String status) {
    executions.put(arn, status);
    note("execution " + arn.substring(arn.lastIndexOf(':') + 1, arn.length()) + " " + status);
  }

  /** Statuses of the job's executions by their ARNs. */
  synchronized Map<String, String> executions() {
    return Map.copyOf(executions);
  }

  /** Something that must never be, whatever goes wrong. */
  synchronized void wrong(String what) {
    wrongs.add(what);
    note("WRONG: " + what);
  }

  synchronized List<String> wrongs() {
    return List.copyOf(wrongs);
  }

  /**
   * Something is told.
   *
   * @param id of the notification
   * @param so whether it is so now
   * @return whether it was not told before, when it was so
   */
  synchronized boolean tells(String id, boolean so) {
    return so ? told.add(id) : !told.contains(id);
  }

  synchronized void note(String what) {
    history.add(Instant.now() + "  " + what);
    sign();
  }

  /** Everything that was seen, in order. */
  synchronized String history() {
    return String.join("\n    ", history);
  }

  /** How long nothing was seen of the job, in milliseconds. */
  synchronized long quietMillis() {
    return (System.nanoTime() - lastSign) / 1_000_000;
  }

  /** Waits until something is seen of the job, or for a while. */
  synchronized void awaitSign(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long seen = lastSign;
    for (long left = millis; left > 0 && seen == lastSign; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  private void sign() {
    lastSign = System.nanoTime();
    notifyAll();
  }

  @Override
  public String toString() {
    return name + " (job " + jobId() + ", owner " + owner + ")";
  }
}
