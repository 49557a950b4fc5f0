package dev.darkroom.client.upload;

import dev.darkroom.client.api.Api;
import dev.darkroom.client.api.Job;
import dev.darkroom.client.api.Refused;
import dev.darkroom.client.api.Ticket;
import dev.darkroom.client.http.Calls;
import dev.darkroom.client.journal.Entry;
import dev.darkroom.client.journal.Journal;
import dev.darkroom.client.photos.Checksum;
import dev.darkroom.client.photos.Photo;
import dev.darkroom.client.progress.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes files to their outcomes. What goes wrong with one file is its own outcome; when nothing can
 * be announced any more, those that are left are told so and those under way go on.
 */
public final class UploadRun {
  private static final Duration STANDSTILL = Duration.ofMinutes(10);

  private final Settings settings;
  private final Api api;
  private final Target target;
  private final Journal journal;
  private final Progress progress;
  private final Arrival arrival;
  private final Map<String, Slot> byChecksum = new HashMap<>();
  private final Batch batch;
  private volatile String stopped;

  /** A run with parts that it does not close. */
  public UploadRun(
      Settings settings,
      Api api,
      Calls calls,
      Target target,
      Journal journal,
      Progress progress,
      Clock clock) {
    this.settings = settings;
    this.api = api;
    this.target = target;
    this.journal = journal;
    this.progress = progress;
    this.arrival = new Arrival(api, target, journal, progress, new ObjectPut(calls, clock), clock);
    this.batch = new Batch(settings.filesPerCall());
  }

  /**
   * How a run goes.
   *
   * @param parallel files that are sent at a time, 1 or more
   * @param filesPerCall files that are announced in one call, at most
   * @param awaitJobs whether to wait for the jobs
   */
  public record Settings(int parallel, int filesPerCall, boolean awaitJobs) {}

  /** The outcomes of all files, in their order. */
  public List<Outcome> of(List<Photo> photos) throws InterruptedException {
    progress.expect(photos.size(), photos.stream().mapToLong(Photo::bytes).sum());
    List<Slot> slots = photos.stream().map(Slot::new).toList();
    slots.forEach(slot -> slot.tell(outcome -> progress.settle()));
    try (JobWatch watch = new JobWatch(api, STANDSTILL, this::delayed);
        Lanes lanes = new Lanes(settings.parallel())) {
      for (Slot slot : slots) {
        prepare(slot, lanes, watch);
        if (batch.isFull()) {
          announce(batch.take(), lanes, watch);
        }
      }
      announce(batch.take(), lanes, watch);
      List<Outcome> outcomes = new ArrayList<>();
      for (Slot slot : slots) {
        outcomes.add(slot.await());
      }
      return outcomes;
    }
  }

  private void delayed(String waitingFor) {
    progress.say("Waiting for " + waitingFor + ": more photos came than are looked at in a time.");
  }

  private void prepare(Slot slot, Lanes lanes, JobWatch watch) throws InterruptedException {
    if (stopped != null) {
      slot.fail(null, stopped);
      return;
    }
    try {
      slot.checksum(Checksum.of(slot.photo().path()));
    } catch (IOException e) {
      slot.refuse("It cannot be read: " + e);
      return;
    }
    Slot same = byChecksum.putIfAbsent(slot.checksum(), slot);
    if (same != null) {
      progress.skip(slot.photo().fileName(), slot.photo().bytes());
      same.tell(known -> slot.end(known.alsoOf(slot.photo().path())));
      return;
    }
    Optional<Entry> entry = journal.find(target.key(slot.checksum()));
    if (entry.isPresent()) {
      lanes.run(() -> attempt(slot, () -> resume(slot, entry.get(), watch)));
    } else {
      batch.add(slot);
    }
  }

  private void announce(List<Slot> slots, Lanes lanes, JobWatch watch) throws InterruptedException {
    if (stopped != null) {
      slots.forEach(slot -> slot.fail(null, stopped));
      return;
    }
    if (slots.isEmpty()) {
      return;
    }
    try {
      List<Ticket> tickets = arrival.announce(slots);
      for (int i = 0; i < slots.size(); i++) {
        Slot slot = slots.get(i);
        Ticket ticket = tickets.get(i);
        lanes.run(() -> attempt(slot, () -> send(slot, ticket, watch)));
      }
    } catch (Refused e) {
      if (slots.size() > 1 && Stops.mayPassInParts(e)) {
        int half = slots.size() / 2;
        announce(slots.subList(0, half), lanes, watch);
        announce(slots.subList(half, slots.size()), lanes, watch);
      } else if (Stops.isOfOneFile(e)) {
        slots.get(0).refuse(e.getMessage());
      } else {
        stop(slots, Stops.message(e));
      }
    } catch (IOException e) {
      stop(slots, e.getMessage());
    }
  }

  /** Goes on with a file that an earlier run announced. */
  private void resume(Slot slot, Entry entry, JobWatch watch)
      throws IOException, InterruptedException {
    Optional<Job> job = find(entry.jobId());
    boolean lost = job.isEmpty() || job.get().status().equals("FAILED");
    boolean arrived = job.isPresent() && !job.get().status().equals("AWAITING_UPLOAD");
    if (lost) {
      send(slot, arrival.announce(slot), watch);
    } else if (arrived || entry.ticket().isEmpty()) {
      progress.skip(slot.photo().fileName(), slot.photo().bytes());
      await(slot, entry.jobId(), watch);
    } else {
      // It may have arrived a moment ago: then the old URL answers so.
      send(slot, entry.ticket().get(), watch);
    }
  }

  private void send(Slot slot, Ticket ticket, JobWatch watch)
      throws IOException, InterruptedException {
    await(slot, arrival.send(slot, ticket), watch);
  }

  private void await(Slot slot, String jobId, JobWatch watch) {
    if (!settings.awaitJobs()) {
      slot.end(Outcome.sent(slot.photo().path(), jobId));
      return;
    }
    watch.watch(
        jobId,
        job -> slot.end(Outcome.of(slot.photo().path(), job)),
        failure -> slot.fail(jobId, failure.getMessage()));
  }

  private Optional<Job> find(String jobId) throws IOException, InterruptedException {
    try {
      return Optional.of(api.job(jobId));
    } catch (Refused e) {
      if (e.status() == 404) {
        return Optional.empty(); // It was deleted, or is another user's.
      }
      throw e;
    }
  }

  /** Work on one file whose failure is the file's outcome. */
  private void attempt(Slot slot, Lanes.Work work) throws InterruptedException {
    try {
      work.run();
    } catch (Refused e) {
      if (Stops.isOfOneFile(e)) {
        slot.refuse(e.getMessage());
      } else {
        slot.fail(null, Stops.message(e));
      }
    } catch (InterruptedException e) {
      slot.fail(null, "The run was given up.");
      throw e;
    } catch (IOException e) {
      slot.fail(null, e.getMessage());
    } catch (RuntimeException | Error e) {
      slot.fail(null, e.toString()); // Else the run would wait for it for ever.
    }
  }

  private void stop(List<Slot> slots, String why) {
    stopped = why;
    slots.forEach(slot -> slot.fail(null, why));
  }
}
