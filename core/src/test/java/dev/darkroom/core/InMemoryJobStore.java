package dev.darkroom.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps jobs in a map, by the rules that {@link JobStoreContract} states. For tests. */
public final class InMemoryJobStore implements JobStore, WorkLeft {
  private final Map<JobRef, Job> jobs = new HashMap<>();
  private final Map<JobRef, Job> deleted = new HashMap<>();
  private final Set<JobRef> inFlight = new HashSet<>();
  private final Map<JobRef, Instant> checked = new HashMap<>();
  private final Set<JobRef> purged = new HashSet<>();
  private final Clock clock;

  public InMemoryJobStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void announce(Job job) {
    if (deleted.containsKey(job.ref()) || jobs.putIfAbsent(job.ref(), job) != null) {
      throw new JobConflict(job.ref(), "exists already.");
    }
  }

  @Override
  public synchronized void announceAll(List<Job> all) {
    for (Job job : all) {
      if (jobs.containsKey(job.ref())) {
        throw new JobConflict(job.ref(), "exists already.");
      }
    }
    all.forEach(this::announce);
  }

  @Override
  public synchronized void claim(Claim claim) {
    Job claimed = claimed(claim, InMemoryJobStore::hasNotBegun);
    put(new Change(claimed, claim.at()).status(JobStatus.PROCESSING).error(null).job());
  }

  @Override
  public synchronized void finished(JobRef ref, String executionArn, Step step) {
    Job job = held(ref, executionArn);
    if (job.step() == null || step.earlier().contains(job.step())) {
      jobs.put(ref, new Change(job, clock.instant()).step(step).waitingFor(null).job());
    }
  }

  @Override
  public synchronized void settle(JobRef ref, String executionArn, Outcome outcome) {
    Job job = held(ref, executionArn);
    if (job.status() == outcome.status()) {
      return;
    }
    if (job.status() != JobStatus.PROCESSING && job.status() != JobStatus.FAILED) {
      throw new JobConflict(ref, "was settled otherwise.");
    }
    put(job.settled(outcome));
  }

  @Override
  public synchronized void waiting(JobRef ref, String executionArn, Wait wait) {
    Job job = held(ref, executionArn);
    boolean goesOn = job.status() == JobStatus.PROCESSING || job.status() == JobStatus.FAILED;
    if (goesOn && job.waitingFor() != wait) {
      jobs.put(ref, new Change(job, clock.instant()).waitingFor(wait).job());
    }
  }

  @Override
  public synchronized void fail(Claim claim, int redrives, JobError error) {
    Job claimed = claimed(claim, job -> false);
    if (claimed.redrives() != redrives) {
      throw new JobConflict(claim.ref(), "was redriven.");
    }
    put(new Change(claimed, claim.at()).status(JobStatus.FAILED).error(error).job());
  }

  @Override
  public synchronized void told(JobRef ref, String executionArn, JobStatus status) {
    Job job = held(ref, executionArn);
    if (job.status() != status) {
      throw new JobConflict(ref, "has not ended as " + status + " any more.");
    }
    Change change = new Change(job, clock.instant()).told(status);
    jobs.put(ref, (status == JobStatus.FAILED ? change : change.step(Step.NOTIFY)).job());
    inFlight.remove(ref);
  }

  @Override
  public synchronized Job redrive(Job failed, Optional<String> newExecutionArn) {
    refuseDeleted(failed.ref());
    if (failed.status() != JobStatus.FAILED || !failed.equals(jobs.get(failed.ref()))) {
      throw new JobConflict(failed.ref(), "has not failed, or was changed meanwhile.");
    }
    Change change =
        new Change(failed, clock.instant()).status(JobStatus.PROCESSING).error(null).redriven();
    newExecutionArn.ifPresent(arn -> change.executionArn(arn).step(null));
    put(change.job());
    return change.job();
  }

  @Override
  public synchronized void purged(JobRef ref) {
    if (deleted.containsKey(ref)) {
      purged.add(ref);
    }
  }

  @Override
  public synchronized Optional<Job> find(JobRef ref) {
    return Optional.ofNullable(jobs.get(ref));
  }

  @Override
  public synchronized Optional<Job> findById(String jobId) {
    return jobs.values().stream().filter(job -> job.jobId().equals(jobId)).findFirst();
  }

  @Override
  public synchronized Page<Job> list(
      String owner, Optional<JobStatus> status, PageRequest request) {
    List<Job> rest =
        jobs.values().stream()
            .filter(job -> job.owner().equals(owner))
            .filter(job -> status.isEmpty() || status.get() == job.status())
            .filter(job -> request.after().filter(at -> at.compareTo(job.jobId()) <= 0).isEmpty())
            .sorted(Comparator.comparing(Job::jobId).reversed())
            .toList();
    if (rest.size() <= request.limit()) {
      return new Page<>(rest, Optional.empty());
    }
    List<Job> page = rest.subList(0, request.limit());
    return new Page<>(page, Optional.of(page.get(page.size() - 1).jobId()));
  }

  @Override
  public synchronized Optional<JobRef> locate(String jobId) {
    return Stream.concat(
            jobs.keySet().stream(), deleted.keySet().stream().filter(ref -> !purged.contains(ref)))
        .filter(ref -> ref.jobId().equals(jobId))
        .findFirst();
  }

  /** Deletes a job as {@link ImageStore#delete} does. */
  public synchronized void delete(JobRef ref) {
    Job job = jobs.remove(ref);
    if (job != null) {
      deleted.put(ref, new Change(job, clock.instant()).job());
    }
  }

  @Override
  public synchronized List<JobRef> jobs(Instant unchangedSince, int limit) {
    return oldest(jobs.values().stream().filter(job -> inFlight.contains(job.ref())))
        .filter(job -> since(job).isBefore(unchangedSince))
        .limit(limit)
        .map(Job::ref)
        .toList();
  }

  @Override
  public synchronized List<JobRef> deletions(Instant deletedBefore, int limit) {
    return oldest(deleted.values().stream().filter(job -> !purged.contains(job.ref())))
        .filter(job -> since(job).isBefore(deletedBefore))
        .limit(limit)
        .map(Job::ref)
        .toList();
  }

  @Override
  public synchronized Optional<Deletion> deletion(JobRef ref) {
    return Optional.ofNullable(deleted.get(ref))
        .map(
            job ->
                new Deletion(
                    ref,
                    Optional.of(job.original()).filter(original -> !isPurged(ref)),
                    Deletion.mayBeAtWork(job.updatedAt(), clock.instant())));
  }

  @Override
  public synchronized void checked(JobRef ref) {
    checked.put(ref, clock.instant());
  }

  private Stream<Job> oldest(Stream<Job> of) {
    return of.sorted(Comparator.comparing(this::since));
  }

  private Instant since(Job job) {
    return Stream.of(job.updatedAt(), checked.getOrDefault(job.ref(), Instant.MIN))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private void put(Job job) {
    jobs.put(job.ref(), job);
    inFlight.add(job.ref());
  }

  /** Whether the objects of a deleted job are known to be gone, for assertions. */
  public synchronized boolean isPurged(JobRef ref) {
    return purged.contains(ref);
  }

  /** Every job, for assertions. */
  public synchronized List<Job> all() {
    return List.copyOf(jobs.values());
  }

  private void refuseDeleted(JobRef ref) {
    if (deleted.containsKey(ref)) {
      throw new JobDeleted(ref);
    }
  }

  private Job held(JobRef ref, String executionArn) {
    refuseDeleted(ref);
    return find(ref)
        .filter(job -> executionArn.equals(job.executionArn()))
        .orElseThrow(() -> new JobConflict(ref, "is not held by " + executionArn + "."));
  }

  private static boolean claimable(Job job, String executionArn) {
    return switch (job.status()) {
      case AWAITING_UPLOAD -> true;
      case PROCESSING, FAILED -> executionArn.equals(job.executionArn());
      case COMPLETED, REJECTED -> false;
    };
  }

  private static boolean hasNotBegun(Job job) {
    return job.status() == JobStatus.FAILED && job.step() == null;
  }

  private Job claimed(Claim claim, Predicate<Job> orElse) {
    refuseDeleted(claim.ref());
    Job job = jobs.get(claim.ref());
    if (job != null && !claimable(job, claim.executionArn()) && !orElse.test(job)) {
      throw new JobConflict(claim.ref(), "is held or was settled by another execution.");
    }
    if (job == null) {
      job = Job.announced(claim.ref(), claim.fileName(), null, claim.bytes(), claim.at());
    }
    return new Change(job, claim.at())
        .original(claim.original(), claim.bytes())
        .executionArn(claim.executionArn())
        .waitingFor(null)
        .unversioned();
  }

  /** A job as it is to become. */
  private static final class Change {
    private final Job job;
    private final Instant at;
    private JobStatus status;
    private Step step;
    private Original original;
    private long bytes;
    private JobError error;
    private String executionArn;
    private Wait waitingFor;
    private JobStatus told;
    private int redrives;

    Change(Job job, Instant at) {
      this.job = job;
      this.at = at;
      this.status = job.status();
      this.step = job.step();
      this.original = job.original();
      this.bytes = job.bytes();
      this.error = job.error();
      this.executionArn = job.executionArn();
      this.waitingFor = job.waitingFor();
      this.told = job.told();
      this.redrives = job.redrives();
    }

    Change status(JobStatus value) {
      status = value;
      return this;
    }

    Change step(Step value) {
      step = value;
      return this;
    }

    Change original(Original value, long size) {
      original = value;
      bytes = size;
      return this;
    }

    Change error(JobError value) {
      error = value;
      return this;
    }

    Change executionArn(String value) {
      executionArn = value;
      return this;
    }

    Change waitingFor(Wait value) {
      waitingFor = value;
      return this;
    }

    Change told(JobStatus value) {
      told = value;
      return this;
    }

    Change redriven() {
      told = null;
      redrives++;
      return this;
    }

    Job job() {
      return with(job.version() + 1);
    }

    Job unversioned() {
      return with(job.version());
    }

    private Job with(long version) {
      return new Job(
          job.jobId(),
          job.owner(),
          status,
          step,
          original,
          job.fileName(),
          job.contentType(),
          bytes,
          job.width(),
          job.height(),
          job.capture(),
          job.sequence(),
          job.createdAt(),
          at,
          job.renditions(),
          job.labels(),
          job.imageProperties(),
          job.notes(),
          error,
          executionArn,
          job.description(),
          waitingFor,
          told,
          redrives,
          version);
    }
  }
}
