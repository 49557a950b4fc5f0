package dev.darkroom.client.upload;

import dev.darkroom.client.api.Api;
import dev.darkroom.client.api.NewUpload;
import dev.darkroom.client.api.Ticket;
import dev.darkroom.client.journal.Entry;
import dev.darkroom.client.journal.Journal;
import dev.darkroom.client.photos.Photo;
import dev.darkroom.client.progress.Progress;
import dev.darkroom.client.progress.Progress.Transfer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Announces files and sees that they arrive; the journal knows each step before the next. */
final class Arrival {
  private static final int TICKETS = 3;

  /** A ticket that ends sooner is not begun with. */
  private static final Duration LEFT = Duration.ofSeconds(30);

  private final Api api;
  private final Target target;
  private final Journal journal;
  private final Progress progress;
  private final ObjectPut objects;
  private final Clock clock;

  Arrival(
      Api api, Target target, Journal journal, Progress progress, ObjectPut objects, Clock clock) {
    this.api = api;
    this.target = target;
    this.journal = journal;
    this.progress = progress;
    this.objects = objects;
    this.clock = clock;
  }

  /** Tickets for files, in their order. */
  List<Ticket> announce(List<Slot> slots) throws IOException, InterruptedException {
    List<NewUpload> files = slots.stream().map(Arrival::newUpload).toList();
    List<Ticket> tickets = api.announce(files, target.albumId(), target.caption());
    for (int i = 0; i < slots.size(); i++) {
      journal.put(target.key(slots.get(i).checksum()), Entry.announced(tickets.get(i)));
    }
    return tickets;
  }

  /** A ticket for one file. */
  Ticket announce(Slot slot) throws IOException, InterruptedException {
    return announce(List.of(slot)).get(0);
  }

  /**
   * Sends a file until it is there, with other tickets when the first ends.
   *
   * @return the job that it is
   */
  String send(Slot slot, Ticket first) throws IOException, InterruptedException {
    Transfer transfer = progress.begin(slot.photo().fileName(), slot.photo().bytes());
    boolean arrived = false;
    try {
      String jobId = sent(slot, first, transfer).jobId();
      journal.put(target.key(slot.checksum()), Entry.sent(jobId));
      arrived = true;
      return jobId;
    } finally {
      transfer.end(arrived);
    }
  }

  /** Whether there is time left to begin with a ticket. */
  boolean isFresh(Ticket ticket) {
    return clock.instant().plus(LEFT).isBefore(ticket.expiresAt());
  }

  private Ticket sent(Slot slot, Ticket first, Transfer transfer)
      throws IOException, InterruptedException {
    Ticket ticket = isFresh(first) ? first : announce(slot);
    for (int left = TICKETS - 1; ; left--) {
      try {
        objects.put(slot.photo(), slot.checksum(), ticket, transfer);
        return ticket;
      } catch (UrlExpired e) {
        if (left == 0) {
          throw e;
        }
        ticket = announce(slot);
      }
    }
  }

  private static NewUpload newUpload(Slot slot) {
    Photo photo = slot.photo();
    return new NewUpload(photo.fileName(), photo.contentType(), photo.bytes(), slot.checksum());
  }
}
