package dev.darkroom.core.dynamo;

import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.IndexEntries;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Records how a job ended, with all that the image is found under. What is indexed follows from
 * what is said of the image, too: so the job is read first, and written if nobody changed it since.
 */
final class Settlement {
  private final String table;
  private final JobReads reads;
  private final AlbumStore albums;
  private final IndexedWrites indexed;

  Settlement(DynamoDbClient dynamo, String table, Clock clock) {
    this.table = table;
    this.reads = new JobReads(dynamo, table);
    this.albums = new DynamoAlbumStore(dynamo, table, clock);
    this.indexed = new IndexedWrites(dynamo, table, albums::find);
  }

  /** As {@link JobStore#settle}. */
  void settle(JobRef ref, String executionArn, Outcome outcome) {
    IndexedWrites.untilDone(() -> settleOnce(ref, executionArn, outcome));
  }

  private Optional<JobItem> settleOnce(JobRef ref, String executionArn, Outcome outcome) {
    JobItem item = reads.item(ref);
    Job job =
        item.job()
            .orElseThrow(
                () -> DynamoJobStore.refused(ref, item, DynamoJobStore.notHeld(ref, executionArn)));
    if (!item.isHeldBy(executionArn)) {
      throw DynamoJobStore.notHeld(ref, executionArn);
    }
    if (job.status() == outcome.status()) {
      return Optional.of(item); // Settled before.
    }
    if (job.status() != JobStatus.PROCESSING && job.status() != JobStatus.FAILED) {
      throw DynamoJobStore.notHeld(ref, executionArn);
    }
    Job settled = withoutLostAlbum(job.settled(outcome));
    boolean passed =
        indexed.commit(
            ref,
            item,
            TransactWriteItem.builder().update(update(job, settled).build(table)).build(),
            IndexEntries.of(settled),
            List.of());
    return passed ? Optional.of(item) : Optional.empty();
  }

  private static JobUpdate update(Job job, Job settled) {
    JobUpdate update =
        new JobUpdate(job.ref(), settled.updatedAt())
            .status(settled.status())
            .set("step", settled.step())
            .set("contentType", settled.contentType())
            .set("width", settled.width())
            .set("height", settled.height())
            .set("capture", settled.capture())
            .set("sequence", settled.sequence())
            .set("renditions", settled.renditions())
            .set("labels", settled.labels())
            .set("imageProperties", settled.imageProperties())
            .set("notes", settled.notes())
            .set(Keys.IN_FLIGHT, Keys.inFlight(job.jobId())) // Until the uploader is told.
            .remove("waitingFor")
            .onlyIfStill(job);
    if (settled.error() == null) {
      update.remove("error"); // Of a failure that the execution got over.
    } else {
      update.set("error", settled.error());
    }
    if (!settled.description().equals(job.description())) {
      update.set("description", settled.description());
    }
    return update;
  }

  /** An album may be deleted while a photo for it is on its way. */
  private Job withoutLostAlbum(Job job) {
    String albumId = job.description().albumId();
    boolean lost =
        albumId != null
            && albums.find(albumId).filter(album -> album.takesImagesOf(job.owner())).isEmpty();
    return lost ? job.described(job.description().withAlbum(null), job.updatedAt()) : job;
  }
}
