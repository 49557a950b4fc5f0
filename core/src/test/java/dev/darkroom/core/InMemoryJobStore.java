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
import java.util.stream.Stream;

/** Keeps jobs in a map, by the rules that {@link JobStoreContract} states. For tests. */
public final class InMemoryJobStore implements JobStore {
  private final Map<JobRef, Job> jobs = new HashMap<>();
  private final Set<JobRef> deleted = new HashSet<>();
  private final Set<JobRef> purged = new HashSet<>();
  private final Clock clock;

  public InMemoryJobStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void announce(Job job) {
    if (deleted.contains(job.ref()) || jobs.putIfAbsent(job.ref(), job) != null) {
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
    refuseDeleted(claim.ref());
    Job job = jobs.get(claim.ref());
    if (job != null && !claimable(job, claim.executionArn())) {
      throw new JobConflict(claim.ref(), "is held or was settled by another execution.");
    }
    if (job == null) {
      job = Job.announced(claim.ref(), claim.fileName(), null, claim.bytes(), claim.at());
    }
    put(
        job,
        JobStatus.PROCESSING,
        job.step(),
        claim.original(),
        claim.bytes(),
        null,
        claim.executionArn(),
        claim.at());
  }

  @Override
  public synchronized void finished(JobRef ref, String executionArn, Step step) {
    Job job = held(ref, executionArn);
    if (job.step() == null || step.earlier().contains(job.step())) {
      put(
          job,
          job.status(),
          step,
          job.original(),
          job.bytes(),
          job.error(),
          executionArn,
          clock.instant());
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
    jobs.put(ref, job.settled(outcome));
  }

  @Override
  public synchronized void fail(JobRef ref, String executionArn, JobError error) {
    refuseDeleted(ref);
    Job job = find(ref).orElseThrow(() -> new JobConflict(ref, "is not there."));
    if (!claimable(job, executionArn)) {
      throw new JobConflict(ref, "is held by another execution, or settled.");
    }
    put(
        job,
        JobStatus.FAILED,
        job.step(),
        job.original(),
        job.bytes(),
        error,
        executionArn,
        clock.instant());
  }

  @Override
  public synchronized void purged(JobRef ref) {
    if (deleted.contains(ref)) {
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
            jobs.keySet().stream(), deleted.stream().filter(ref -> !purged.contains(ref)))
        .filter(ref -> ref.jobId().equals(jobId))
        .findFirst();
  }

  /** Deletes a job as {@link ImageStore#delete} does. */
  public synchronized void delete(JobRef ref) {
    if (jobs.remove(ref) != null) {
      deleted.add(ref);
    }
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
    if (deleted.contains(ref)) {
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

  private void put(
      Job job,
      JobStatus status,
      Step step,
      Original original,
      long bytes,
      JobError error,
      String executionArn,
      Instant at) {
    jobs.put(
        job.ref(),
        new Job(
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
            job.version() + 1));
  }
}
